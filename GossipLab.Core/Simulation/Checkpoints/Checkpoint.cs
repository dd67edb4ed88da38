namespace GossipLab.Core.Simulation.Checkpoints;

/// <summary>A copy of a cluster and of its observers at one place of a lane.</summary>
internal sealed record Checkpoint
{
    /// <summary>The lane it was made in.</summary>
    public required Lane Lane { get; init; }

    /// <summary>The place.</summary>
    public required RunPosition Position { get; init; }

    /// <summary>How many events there were by then.</summary>
    public required long Events { get; init; }

    /// <summary>What it cost to get there from the start, in the units of <see cref="RunHistory"/>.</summary>
    public required long Cost { get; init; }

    /// <summary>The cluster's own copy, as <see cref="ClusterCopier"/> makes it.</summary>
    public required object Cluster { get; init; }

    /// <summary>The observers, in their order.</summary>
    public required IReadOnlyList<ObserverState> Observers { get; init; }

    /// <summary>About how much memory it takes.</summary>
    public required long Bytes { get; init; }
}
