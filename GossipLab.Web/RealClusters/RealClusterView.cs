using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Web.Labs;
using GossipLab.Web.RealClusters.Shadows;
using GossipLab.Web.RealClusters.Watching;

namespace GossipLab.Web.RealClusters;

/// <summary>Everything the panels show of a real cluster at one moment; immutable. What is unknown is null.</summary>
public sealed record RealClusterView
{
    /// <summary>The moment shown, counted from the cluster's start.</summary>
    public Instant Now { get; init; }

    /// <summary>What it was started with.</summary>
    public RealClusterOptions Options { get; init; } = new();

    /// <summary>All nodes.</summary>
    public IReadOnlyList<ObservedNode> Nodes { get; init; } = [];

    /// <summary>How many processes run.</summary>
    public int Running { get; init; }

    /// <summary>How many of them are known to hold a newest value.</summary>
    public int Informed { get; init; }

    /// <summary>How many of them hold nobody knows what.</summary>
    public int Unknown { get; init; }

    /// <summary>The newest generation known.</summary>
    public Generation Newest { get; init; }

    /// <summary>The newest values, and who holds them.</summary>
    public IReadOnlyList<HeldHere> Values { get; init; } = [];

    /// <summary>When the newest value was set.</summary>
    public Instant? SetAt { get; init; }

    /// <summary>When all running nodes were first known to hold it.</summary>
    public Instant? InformedAt { get; init; }

    /// <summary>Who believes what of whom.</summary>
    public BeliefMatrix Beliefs { get; init; } = BeliefMatrix.Empty;

    /// <summary>What the transports were told to do to messages.</summary>
    public NetworkFaults Network { get; init; } = new();

    /// <summary>Whose eyes are used on the stage; null for the truth.</summary>
    public NodeId? Lens { get; init; }

    /// <summary>The selected node.</summary>
    public NodeCard? Selected { get; init; }

    /// <summary>The informed nodes over time, and what simulations of the same cluster did.</summary>
    public ShadowedCurve Spread { get; init; } = new();

    /// <summary>Who believes the last victim dead, over time; null while none died.</summary>
    public ShadowedCurve? Death { get; init; }

    /// <summary>What was just heard, in plain words.</summary>
    public string Caption { get; init; } = "";

    /// <summary>The node the caption is about.</summary>
    public NodeId? CaptionNode { get; init; }

    /// <summary>How many nodes are being heard.</summary>
    public int Heard => Nodes.Count(node => node.IsHeard);
}

/// <summary>A node, what it believes, and what is believed of it.</summary>
/// <param name="Node">What is known of it.</param>
/// <param name="Others">What all others believe of it.</param>
/// <param name="Beliefs">What it believes of the others.</param>
public sealed record NodeCard(ObservedNode Node, Opinion Others, IReadOnlyList<BeliefRow> Beliefs);

/// <summary>What a node believes of another.</summary>
public readonly record struct BeliefRow(NodeId Subject, Belief Belief, uint Incarnation, Instant Since);

/// <summary>A count over time in reality, and in a simulated ensemble beside it.</summary>
public sealed record ShadowedCurve
{
    /// <summary>The node whose death is counted; null where those who know the value are.</summary>
    public NodeId? Victim { get; init; }

    /// <summary>The count in reality, over time.</summary>
    public IReadOnlyList<CurvePoint> Points { get; init; } = [];

    /// <summary>When what is counted began; null where it has not.</summary>
    public Instant? Start { get; init; }

    /// <summary>What the simulation was told; null where there is nothing to simulate.</summary>
    public ShadowPlan? Plan { get; init; }

    /// <summary>The simulated band; null while too few runs are over.</summary>
    public ShadowBand? Band { get; init; }

    /// <summary>Where reality left it; null before anything began.</summary>
    public ShadowComparison? Comparison { get; init; }

    /// <summary>How many runs are over.</summary>
    public int Done { get; init; }

    /// <summary>How many were asked for.</summary>
    public int Wanted { get; init; }

    /// <summary>Whether the simulation computes.</summary>
    public bool IsBusy { get; init; }
}
