using GossipLab.Core.Protocol;

namespace GossipLab.Core.Hosting;

/// <summary>A value as people read it.</summary>
/// <param name="Value">The value.</param>
/// <param name="Generation">How new it is.</param>
/// <param name="Writer">Who set it; null for the value a node is born with.</param>
public sealed record NamedValue(long Value, long Generation, string? Writer);

/// <summary>What a node believes of another.</summary>
/// <param name="Name">Whom.</param>
/// <param name="Address">Where it listens; null where it never said.</param>
/// <param name="State">What it believes.</param>
/// <param name="Incarnation">The incarnation that it believes it of.</param>
public sealed record NamedMember(string Name, string? Address, MemberState State, uint Incarnation);

/// <summary>All a real node holds and believes at one moment.</summary>
public sealed record HostReport
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The value a client reads.</summary>
    public required NamedValue Value { get; init; }

    /// <summary>Other values of that generation, where they are kept.</summary>
    public required IReadOnlyList<NamedValue> Siblings { get; init; }

    /// <summary>Its own incarnation; null where members are a given list.</summary>
    public required uint? Incarnation { get; init; }

    /// <summary>Its score of its own health, 0 is healthy; null where it keeps none.</summary>
    public required int? Health { get; init; }

    /// <summary>Whether it waits for a contact to let it in.</summary>
    public required bool IsJoining { get; init; }

    /// <summary>Whether it says goodbye.</summary>
    public required bool IsLeaving { get; init; }

    /// <summary>Everybody it knows, itself included.</summary>
    public required IReadOnlyList<NamedMember> Members { get; init; }
}

/// <summary>Something that happened at a real node; see <see cref="NodeEvent"/> for what the fields mean.</summary>
/// <param name="At">When, by the machine's clock.</param>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Rule">The rule that allowed it.</param>
/// <param name="Subject">Whom it is about; null for nobody.</param>
/// <param name="From">Who caused it; null for nobody.</param>
/// <param name="State">The state that is believed now.</param>
/// <param name="Number">A generation, an incarnation or a count.</param>
/// <param name="Value">A value.</param>
public sealed record HostEvent(
    DateTimeOffset At, NodeEventKind Kind, Rule Rule, string? Subject, string? From, MemberState State, long Number,
    long Value);
