using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Web.Labs.Rules;

namespace GossipLab.Web.Labs;

/// <summary>What a lab is doing.</summary>
public enum LabStatus
{
    /// <summary>Time runs.</summary>
    Live,

    /// <summary>Time stands still.</summary>
    Paused,

    /// <summary>Time stands still because nobody watched.</summary>
    Parked,

    /// <summary>A long step or a run to a condition is under way.</summary>
    Seeking,
}

/// <summary>Everything the panels show of a lab at one moment; immutable.</summary>
public sealed record LabView
{
    /// <summary>Counts the runs of the lab.</summary>
    public int Epoch { get; init; }

    /// <summary>The moment shown.</summary>
    public Instant Now { get; init; }

    /// <summary>The number of the last event.</summary>
    public long Event { get; init; }

    /// <summary>What the lab is doing.</summary>
    public LabStatus Status { get; init; }

    /// <summary>Whether time advances by steps only.</summary>
    public bool IsManual { get; init; }

    /// <summary>The pace that was asked for.</summary>
    public Pace Pace { get; init; } = Pace.Watchable;

    /// <summary>Seconds of protocol in a second of the wall clock, measured over the last ticks.</summary>
    public double CurrentSpeed { get; init; }

    /// <summary>Whether the machine is too slow for the pace.</summary>
    public bool IsCpuLimited { get; init; }

    /// <summary>The fingerprint of the run so far.</summary>
    public string TraceHash { get; init; } = "";

    /// <summary>How many nodes there are.</summary>
    public int Nodes { get; init; }

    /// <summary>How many of them run.</summary>
    public int Running { get; init; }

    /// <summary>How many of those hold a newest value.</summary>
    public int Informed { get; init; }

    /// <summary>The newest generation.</summary>
    public Generation Newest { get; init; }

    /// <summary>Whether all running nodes hold one newest value that somebody set.</summary>
    public bool IsConverged { get; init; }

    /// <summary>The newest values and who holds them.</summary>
    public IReadOnlyList<ValueCensus.HeldValue> Values { get; init; } = [];

    /// <summary>How the stage draws: ring, cloud or grid.</summary>
    public string Mode { get; init; } = "ring";

    /// <summary>Whose eyes are used; null for the truth.</summary>
    public NodeId? Lens { get; init; }

    /// <summary>A node to draw attention to.</summary>
    public int? Cue { get; init; }

    /// <summary>What just happened, in plain words.</summary>
    public string Caption { get; init; } = "";

    /// <summary>The node the caption is about.</summary>
    public NodeId? CaptionNode { get; init; }

    /// <summary>Messages and bytes.</summary>
    public CounterView Counters { get; init; } = new();

    /// <summary>Pairs of an observer and a member it suspects.</summary>
    public int Suspicions { get; init; }

    /// <summary>Pairs of an observer and a member it believes dead.</summary>
    public int Deaths { get; init; }

    /// <summary>How often a running member came under suspicion at some node.</summary>
    public long FalseSuspicions { get; init; }

    /// <summary>How often a running member was believed dead at some node.</summary>
    public long FalseDeaths { get; init; }

    /// <summary>How often a node refuted.</summary>
    public long Refutations { get; init; }

    /// <summary>The nodes, while there are at most 64.</summary>
    public IReadOnlyList<NodeRow> NodeRows { get; init; } = [];

    /// <summary>The selected node.</summary>
    public NodeView? Selected { get; init; }

    /// <summary>The condition of its machine.</summary>
    public NodeCondition? SelectedCondition { get; init; }

    /// <summary>The selected message in flight.</summary>
    public FlightView? SelectedFlight { get; init; }

    /// <summary>How many nodes knew the newest value, over time.</summary>
    public IReadOnlyList<CurvePoint> Curve { get; init; } = [];

    /// <summary>The share of pairs of running nodes whose views of the members differ, over time.</summary>
    public IReadOnlyList<SharePoint> Disagreement { get; init; } = [];

    /// <summary>The tape of the lane shown, and the lanes.</summary>
    public TapeView Tape { get; init; } = new();

    /// <summary>Messages on their way, while paused, soonest first.</summary>
    public IReadOnlyList<FlightView> InFlight { get; init; } = [];

    /// <summary>The walls that stand.</summary>
    public IReadOnlyList<WallView> Walls { get; init; } = [];

    /// <summary>How many links and nodes have settings of their own.</summary>
    public int LinksChanged { get; init; }

    /// <summary>The share of datagrams the network loses now.</summary>
    public double Loss { get; init; }

    /// <summary>The latency of the network now.</summary>
    public LatencyOptions Latency { get; init; } = new();

    /// <summary>When the newest value was set; the start where none was.</summary>
    public Instant WrittenAt { get; init; }

    /// <summary>When all running nodes first knew the newest value.</summary>
    public Instant? InformedAt { get; init; }

    /// <summary>How many rounds that took from its set.</summary>
    public int? RoundsToInformed { get; init; }

    /// <summary>How many messages about values that took.</summary>
    public long? MessagesToInformed { get; init; }

    /// <summary>The rules of this run.</summary>
    public IReadOnlyList<RuleView> Rules { get; init; } = [];

    /// <summary>Why invariants are not checked in this run, or null.</summary>
    public string? RulesUnwatched { get; init; }

    /// <summary>Whether time stops where a rule breaks.</summary>
    public bool StopsAtBreak { get; init; }

    /// <summary>The run, with the commands posted so far.</summary>
    public Scenario Scenario { get; init; } = new();
}

/// <summary>A node as the list of nodes shows it.</summary>
public sealed record NodeRow(
    NodeId Id, long Value, Generation Generation, bool IsInformed, int Slot, NodeCondition Condition,
    uint Incarnation, int Suspecting, int Burying, MemberState? BelievedState)
{
    /// <summary>Whether its process runs.</summary>
    public bool IsUp => Condition.IsUp;

    /// <summary>Whether it left on purpose.</summary>
    public bool HasLeft => Condition.HasLeft;

    /// <summary>Whether its process stands still.</summary>
    public bool IsPaused => Condition.IsPaused;

    /// <summary>How long it takes for a message; zero is normal.</summary>
    public TimeSpan Slowness => Condition.Slowness;
}

/// <summary>A message on its way.</summary>
/// <param name="Flight">Its way.</param>
/// <param name="Message">The message.</param>
/// <param name="IsHeld">Whether a command holds it.</param>
/// <param name="Bytes">How large it is.</param>
/// <param name="Payload">What it carries, compared with what the receiver knows now; for the one in hand.</param>
/// <param name="Sent">Why it was sent; for the one in hand.</param>
public sealed record FlightView(
    Flight Flight, Message Message, bool IsHeld, int Bytes, IReadOnlyList<PayloadItem> Payload, TraceStamp? Sent);

/// <summary>A wall and the nodes of one of its sides.</summary>
public sealed record WallView(string Name, IReadOnlyList<NodeId> Side);

/// <summary>How many nodes knew the newest value at a moment, and how many ran.</summary>
public readonly record struct CurvePoint(Instant At, int Informed, int Running);

/// <summary>Messages of one kind.</summary>
public sealed record KindCount(MessageKind Kind, long Sent, long Bytes);

/// <summary>What was sent, delivered and lost, measured.</summary>
public sealed record CounterView
{
    /// <summary>Messages sent.</summary>
    public long Sent { get; init; }

    /// <summary>Messages delivered.</summary>
    public long Delivered { get; init; }

    /// <summary>Messages lost.</summary>
    public long Lost { get; init; }

    /// <summary>Messages on their way.</summary>
    public long InFlight { get; init; }

    /// <summary>Bytes sent.</summary>
    public long Bytes { get; init; }

    /// <summary>Values that came and were news.</summary>
    public long Useful { get; init; }

    /// <summary>Values that came and were not.</summary>
    public long Wasted { get; init; }

    /// <summary>By kind, those that were sent at all.</summary>
    public IReadOnlyList<KindCount> Kinds { get; init; } = [];

    /// <summary>Reads the counters of a cluster.</summary>
    public static CounterView Of(ClusterCounters counters)
    {
        var kinds = new List<KindCount>();
        foreach (var kind in Enum.GetValues<MessageKind>())
        {
            if (counters.SentOf(kind) > 0)
            {
                kinds.Add(new KindCount(kind, counters.SentOf(kind), counters.BytesOf(kind)));
            }
        }

        return new CounterView
        {
            Sent = counters.Sent,
            Delivered = counters.Delivered,
            Lost = counters.Lost,
            InFlight = counters.InFlight,
            Bytes = counters.Bytes,
            Useful = counters.Useful,
            Wasted = counters.Wasted,
            Kinds = kinds,
        };
    }
}
