namespace GossipLab.Core.Simulation.Checkpoints;

/// <summary>Copies clusters and makes them again what they were.</summary>
internal static class ClusterCopier
{
    /// <summary>A copy of a cluster and how much memory it took to make it.</summary>
    public static (object Copy, long Bytes)? Save(SimulatedCluster cluster)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var copy = cluster.Save();
        return (copy, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    /// <summary>Makes a cluster what it was when it was copied.</summary>
    public static void Restore(SimulatedCluster cluster, object copy) => cluster.Restore((ClusterState)copy);
}
