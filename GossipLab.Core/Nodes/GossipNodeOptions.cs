using GossipLab.Core.Dissemination;
using GossipLab.Core.Membership;
using GossipLab.Core.Values;

namespace GossipLab.Core.Nodes;

/// <summary>How a node knows who else there is.</summary>
public enum MembershipKind : byte
{
    /// <summary>From a list it was given; nobody is ever believed dead.</summary>
    Static,

    /// <summary>By SWIM with Lifeguard, as memberlist does it.</summary>
    Swim,

    /// <summary>By heartbeats of everybody to everybody; for comparison.</summary>
    Heartbeat,
}

/// <summary>All settings of a node. The same for all nodes of a simulated cluster.</summary>
public sealed record GossipNodeOptions
{
    /// <summary>How the value is kept.</summary>
    public ValueOptions Value { get; init; } = new();

    /// <summary>How the value spreads.</summary>
    public DisseminationOptions Dissemination { get; init; } = new();

    /// <summary>How members are known. Default a given list.</summary>
    public MembershipKind MembershipKind { get; init; } = MembershipKind.Static;

    /// <summary>The settings of SWIM and of the heartbeats; memberlist's LAN preset by default.</summary>
    public MembershipOptions Membership { get; init; } = MembershipOptions.Lan;

    /// <summary>
    /// The article's program with its bugs: only a strictly higher generation is taken, generations are unbounded, the
    /// value is pushed unconditionally for ever to two consecutive members every 2 s, over Serf's LAN membership.
    /// </summary>
    public static GossipNodeOptions Article { get; } = new()
    {
        Value = new ValueOptions { TieBreak = TieBreak.KeepMine, BoundGenerations = false },
        Dissemination = new DisseminationOptions { Peers = PeerSelection.Consecutive, PushUnwritten = true },
        MembershipKind = MembershipKind.Swim,
    };

    /// <summary>The default database over SWIM with Lifeguard and memberlist's LAN settings.</summary>
    public static GossipNodeOptions Swim { get; } = new() { MembershipKind = MembershipKind.Swim };
}
