namespace GossipLab.Core.Protocol;

/// <summary>What kind of change an event is, for filters and marks.</summary>
public enum NodeEventKind : byte
{
    /// <summary>The node's own value changed.</summary>
    ValueChanged,

    /// <summary>A value was offered and changed nothing.</summary>
    ValueIgnored,

    /// <summary>What the node believes of a member changed.</summary>
    BeliefChanged,

    /// <summary>A step of a probe or of a relay.</summary>
    Probe,

    /// <summary>Something about the node itself: a refutation, its health, joining and leaving.</summary>
    Self,

    /// <summary>Housekeeping: exchanges of state, reaping, starting and stopping to spread.</summary>
    Upkeep,
}

/// <summary>Something that happened in a node, for observers.</summary>
/// <param name="Kind">What kind of change.</param>
/// <param name="Rule">The rule that allowed it.</param>
/// <param name="Subject">About whom, or <see cref="NodeId.None"/>.</param>
/// <param name="From">Who said so or offered it, or <see cref="NodeId.None"/>.</param>
/// <param name="State">The new belief, for <see cref="NodeEventKind.BeliefChanged"/>.</param>
/// <param name="Number">
/// The number the rule is about: a generation, an incarnation, a sequence, a score, or a count of confirmations.
/// </param>
/// <param name="Value">The value, for value events; microseconds, for suspicions (how long they may last).</param>
public readonly record struct NodeEvent(
    NodeEventKind Kind, Rule Rule, NodeId Subject, NodeId From, MemberState State, long Number, long Value)
{
    /// <summary>An event about the value.</summary>
    public static NodeEvent OfValue(NodeEventKind kind, Rule rule, NodeId from, in VersionedValue value) =>
        new(kind, rule, value.Writer, from, MemberState.Alive, value.Generation.Number, value.Value);

    /// <summary>A changed belief about a member.</summary>
    public static NodeEvent OfBelief(Rule rule, in MemberUpdate update, long value = 0) =>
        new(NodeEventKind.BeliefChanged, rule, update.Subject, update.From, update.State, update.Incarnation.Number,
            value);

    /// <summary>Any other event.</summary>
    public static NodeEvent Of(NodeEventKind kind, Rule rule, NodeId subject, long number = 0, NodeId? from = null) =>
        new(kind, rule, subject, from ?? NodeId.None, MemberState.Alive, number, 0);
}
