using GossipLab.Core.Membership;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Nodes;

/// <summary>One node as an inspector shows it: an immutable copy, made on request.</summary>
public sealed record NodeView
{
    /// <summary>Who it is.</summary>
    public required NodeId Id { get; init; }

    /// <summary>The value a client would read.</summary>
    public required VersionedValue Value { get; init; }

    /// <summary>All values of the newest generation it holds; more than one only where siblings are kept.</summary>
    public required IReadOnlyList<VersionedValue> Siblings { get; init; }

    /// <summary>When the value came.</summary>
    public required Instant LearnedAt { get; init; }

    /// <summary>Who told it; itself after a set, nobody at birth.</summary>
    public required NodeId LearnedFrom { get; init; }

    /// <summary>Whether it still tells the value.</summary>
    public required bool IsSpreading { get; init; }

    /// <summary>The ticks at which it told the current value.</summary>
    public required int Rounds { get; init; }

    /// <summary>Its membership, or null where members are a given list.</summary>
    public required MembershipView? Membership { get; init; }
}
