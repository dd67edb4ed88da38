using GossipLab.Core.Primitives;

namespace GossipLab.Core.Simulation;

/// <summary>The network a simulated cluster begins with.</summary>
public sealed record NetworkOptions
{
    /// <summary>The most zones.</summary>
    public const int MaxZones = 8;

    /// <summary>How long a message takes.</summary>
    public LatencyOptions Latency { get; init; } = new();

    /// <summary>
    /// The share of datagrams lost at random; streams are repaired by TCP and never lost so. Default 0.
    /// </summary>
    public Ratio Loss { get; init; } = Ratio.Zero;

    /// <summary>The share of datagrams that arrive twice. Default 0.</summary>
    public Ratio Duplicate { get; init; } = Ratio.Zero;

    /// <summary>The share of datagrams held back so that later ones overtake them. Default 0.</summary>
    public Ratio Reorder { get; init; } = Ratio.Zero;

    /// <summary>The longest such a datagram is held back; 0 to 60 s, default 100 ms.</summary>
    public TimeSpan ReorderBy { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// Into how many zones the nodes are divided, in blocks of neighbouring numbers; 1 to 8, default 1.
    /// </summary>
    public int Zones { get; init; } = 1;

    /// <summary>
    /// What a message takes on top from zone to zone, row by row; empty for none, else zones x zones values of 0 to
    /// 60 s.
    /// </summary>
    public IReadOnlyList<TimeSpan> ZoneLatency { get; init; } = [];

    /// <summary>The zone of a node.</summary>
    /// <param name="node">Its number.</param>
    /// <param name="nodes">How many nodes the cluster began with; later ones join the last zone.</param>
    public int ZoneOf(int node, int nodes) => Math.Min((int)((long)node * Zones / nodes), Zones - 1);
}
