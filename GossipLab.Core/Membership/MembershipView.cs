using GossipLab.Core.Dissemination;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Membership;

/// <summary>
/// What one node believes and does about membership, for an inspector: an immutable copy, made on request.
/// </summary>
public sealed record MembershipView
{
    /// <summary>Its own incarnation.</summary>
    public required Incarnation Incarnation { get; init; }

    /// <summary>Everybody it knows, itself included, by number.</summary>
    public required IReadOnlyList<MemberView> Members { get; init; }

    /// <summary>How many it believes alive, itself included.</summary>
    public required int Live { get; init; }

    /// <summary>How many it suspects.</summary>
    public required int Suspects { get; init; }

    /// <summary>How many it believes dead and has not forgotten.</summary>
    public required int Dead { get; init; }

    /// <summary>How many left and are not forgotten.</summary>
    public required int Left { get; init; }

    /// <summary>How many failed members it tries to reach again, forgotten ones included.</summary>
    public int Failed { get; init; }

    /// <summary>Its local health score; 0 is healthy.</summary>
    public int Health { get; init; }

    /// <summary>The worst score.</summary>
    public int WorstHealth { get; init; }

    /// <summary>The news it tells, in the order it is told.</summary>
    public IReadOnlyList<Rumor> Rumors { get; init; } = [];

    /// <summary>How often it tells each piece of news.</summary>
    public int RumorLimit { get; init; }

    /// <summary>The probe that runs, or null.</summary>
    public ProbeView? Probe { get; init; }

    /// <summary>How many pings it has out for others.</summary>
    public int Relays { get; init; }

    /// <summary>When it probes next, or sends heartbeats.</summary>
    public Instant NextProbe { get; init; }

    /// <summary>When it gossips next; null while there is no news.</summary>
    public Instant? NextGossip { get; init; }

    /// <summary>When it exchanges the whole state next; null for never.</summary>
    public Instant? NextSync { get; init; }

    /// <summary>When it may try to reach a failed member again; null for never.</summary>
    public Instant? NextReconnect { get; init; }

    /// <summary>Whether it waits for a contact to let it in.</summary>
    public bool IsJoining { get; init; }

    /// <summary>Whether it has announced that it leaves.</summary>
    public bool IsLeaving { get; init; }
}

/// <summary>One member in a view.</summary>
/// <param name="Member">The record.</param>
/// <param name="Suspicion">The suspicion that runs, or null.</param>
public sealed record MemberView(Member Member, SuspicionView? Suspicion);

/// <summary>A running suspicion in a view.</summary>
/// <param name="Started">When it began.</param>
/// <param name="Deadline">Until when its subject can refute, unless another accuser shortens it.</param>
/// <param name="Confirmations">How many others confirmed the first accuser.</param>
/// <param name="Wanted">How many shorten it at most; 0 where nothing shortens it.</param>
/// <param name="Accusers">Who accuses, the first one first.</param>
public sealed record SuspicionView(
    Instant Started, Instant Deadline, int Confirmations, int Wanted, IReadOnlyList<NodeId> Accusers);

/// <summary>A running probe in a view.</summary>
public sealed record ProbeView
{
    /// <summary>Who is probed.</summary>
    public required NodeId Subject { get; init; }

    /// <summary>The number of the ping.</summary>
    public required uint Sequence { get; init; }

    /// <summary>How far it is.</summary>
    public required ProbePhase Phase { get; init; }

    /// <summary>When the ping was sent.</summary>
    public required Instant Began { get; init; }

    /// <summary>When helpers are asked.</summary>
    public required Instant Timeout { get; init; }

    /// <summary>When it has failed.</summary>
    public required Instant Deadline { get; init; }

    /// <summary>Who helps.</summary>
    public required IReadOnlyList<NodeId> Helpers { get; init; }

    /// <summary>How many of them say that they have no answer either.</summary>
    public required int NacksHeard { get; init; }

    /// <summary>How many would say so.</summary>
    public required int NacksWanted { get; init; }
}
