namespace GossipLab.Core.Simulation.Checkpoints;

/// <summary>
/// Copies clusters, where they can be copied. Where not, a history plays a run again from its start, which gives the
/// same state: a run is its scenario.
/// </summary>
internal static class ClusterCopier
{
    /// <summary>A copy of a cluster and about how much memory it takes; null where clusters cannot be copied.</summary>
    public static (object Copy, long Bytes)? Save(SimulatedCluster cluster)
    {
        _ = cluster;
        return null;
    }

    /// <summary>Makes a cluster what it was when it was copied.</summary>
    public static void Restore(SimulatedCluster cluster, object copy) =>
        throw new InvalidOperationException($"{cluster} cannot take back {copy}");
}
