using System.Globalization;
using System.Net;
using GossipLab.Core.Dissemination;
using GossipLab.Core.Nodes;
using GossipLab.Core.Values;
using GossipLab.Node.Settings;

namespace GossipLab.Web.RealClusters;

/// <summary>Where real nodes run.</summary>
public enum NodeKind
{
    /// <summary>Each is a process of its own, which can be killed and stopped for real.</summary>
    Processes,

    /// <summary>All run within the dashboard's process, each with a server of its own on a port of its own.</summary>
    InProcess,

    /// <summary>Somewhere else: somebody else started them, and they are only watched.</summary>
    Watched,
}

/// <summary>What a real cluster is started with.</summary>
public sealed record RealClusterOptions
{
    /// <summary>The shortest time between two rounds.</summary>
    public static readonly TimeSpan ShortestInterval = TimeSpan.FromMilliseconds(10);

    /// <summary>The longest time between two rounds.</summary>
    public static readonly TimeSpan LongestInterval = TimeSpan.FromSeconds(60);

    /// <summary>Where the nodes run.</summary>
    public NodeKind Kind { get; init; } = NodeKind.Processes;

    /// <summary>Who is watched; null where the nodes are started here.</summary>
    public WatchedCluster? Watched { get; init; }

    /// <summary>How many nodes.</summary>
    public int Nodes { get; init; } = 5;

    /// <summary>The time between two rounds.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How many others a node tells each round.</summary>
    public int FanOut { get; init; } = 2;

    /// <summary>Who wins when two values have one generation.</summary>
    public TieBreak TieBreak { get; init; } = TieBreak.HighestWriter;

    /// <summary>The failure detector's preset.</summary>
    public MembershipPreset Membership { get; init; } = MembershipPreset.Lan;

    /// <summary>Whether nodes keep their value on disk, so that it survives a kill.</summary>
    public bool KeepsData { get; init; } = true;

    /// <summary>The same settings for a real node; its name, port and secret are missing.</summary>
    public NodeSettings ForNode => new()
    {
        Bind = IPAddress.Loopback,
        Interval = Interval,
        FanOut = FanOut,
        TieBreak = TieBreak,
        Membership = Membership,
        AllowsFaults = true,
        EndsWithInput = true,
        Log = LogFormat.Off,
    };

    /// <summary>The same settings for a simulated node.</summary>
    public GossipNodeOptions Simulated => ForNode.Protocol;

    /// <summary>Null, or which setting this server does not carry, with its range, in words.</summary>
    public string? FindFault(RealClusterLimits limits)
    {
        if (Kind == NodeKind.Watched)
        {
            return null; // Whatever they were started with: they are there.
        }

        var most = limits.MostNodesOf(Kind);
        if (Nodes < 1 || Nodes > most)
        {
            return string.Create(CultureInfo.InvariantCulture,
                $"Nodes: {Nodes:N0} is not from 1 to {most:N0}, as many as this server starts {WhereOf(Kind)}.");
        }

        if (Interval < ShortestInterval || Interval > LongestInterval)
        {
            return string.Create(CultureInfo.InvariantCulture,
                $"Interval: {Interval.TotalMilliseconds:N0} ms is not from 10 to 60,000 ms.");
        }

        return FanOut is < 1 or > DisseminationOptions.MaxFanOut
            ? string.Create(CultureInfo.InvariantCulture, $"Fan-out: {FanOut} is not from 1 to 16.") : null;
    }

    private static string WhereOf(NodeKind kind) =>
        kind == NodeKind.Processes ? "as processes" : "within its own process";
}
