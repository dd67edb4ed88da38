using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Membership;

/// <summary>One member as one node records it.</summary>
/// <param name="Id">Who.</param>
/// <param name="State">What is believed of it.</param>
/// <param name="Incarnation">The incarnation that is believed of.</param>
/// <param name="Since">When the state last changed.</param>
public readonly record struct Member(NodeId Id, MemberState State, Incarnation Incarnation, Instant Since)
{
    /// <summary>Where it listens.</summary>
    public NodeAddress Address { get; init; }

    /// <summary>What it says of itself.</summary>
    public MemberMeta Meta { get; init; }

    /// <summary>What it can speak; nothing where it never said.</summary>
    public ProtocolVersions Versions { get; init; }

    /// <summary>Whether it is believed to be gone: dead, or left.</summary>
    public bool IsGone => State is MemberState.Dead or MemberState.Left;

    /// <summary>The record as news: its state, told by somebody.</summary>
    /// <param name="from">Who tells it, where the state is suspect or dead.</param>
    internal MemberUpdate ToUpdate(NodeId from) => new()
    {
        State = State,
        Subject = Id,
        Incarnation = Incarnation,
        From = State is MemberState.Suspect or MemberState.Dead ? from : Id,
        Address = Address,
        Meta = Meta,
        Versions = Versions,
    };
}
