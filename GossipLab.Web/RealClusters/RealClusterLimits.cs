namespace GossipLab.Web.RealClusters;

/// <summary>What one server carries of real nodes. Beyond it people are told so in words.</summary>
public sealed record RealClusterLimits
{
    /// <summary>The most clusters at once.</summary>
    public int MostClusters { get; init; } = 4;

    /// <summary>The most nodes of a cluster of processes; each takes up to 90 MB and half a second.</summary>
    public int MostProcesses { get; init; } = 50;

    /// <summary>The most nodes of a cluster within this process; each takes about 0.25 MB.</summary>
    public int MostInProcess { get; init; } = 1000;

    /// <summary>The most processes of all clusters together.</summary>
    public int MostProcessesInAll { get; init; } = 60;

    /// <summary>The most nodes within this process of all clusters together.</summary>
    public int MostInProcessInAll { get; init; } = 1200;

    /// <summary>The memory that must be free for each process to be started, in bytes.</summary>
    public long FreeBytesPerProcess { get; init; } = 60_000_000;

    /// <summary>The most viewers of one cluster's stage.</summary>
    public int MostViewers { get; init; } = 50;

    /// <summary>How long a cluster that nobody watches runs on before it is stopped.</summary>
    public TimeSpan StopAfter { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The most nodes of a cluster of a kind.</summary>
    public int MostNodesOf(NodeKind kind) => kind == NodeKind.Processes ? MostProcesses : MostInProcess;
}
