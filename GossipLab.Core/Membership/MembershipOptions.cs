using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Membership;

/// <summary>
/// The settings of SWIM with Lifeguard and of the heartbeats it is compared with. The names of memberlist's settings
/// stand in brackets; the defaults are its LAN profile, with Serf's reconnecting.
/// </summary>
public sealed record MembershipOptions
{
    /// <summary>memberlist's settings for one network: the defaults.</summary>
    public static MembershipOptions Lan { get; } = new();

    /// <summary>memberlist's settings for links across the world: slower and more patient.</summary>
    public static MembershipOptions Wan { get; } = new()
    {
        ProbeInterval = TimeSpan.FromSeconds(5),
        ProbeTimeout = TimeSpan.FromSeconds(3),
        SuspicionMultiplier = 6,
        SyncInterval = TimeSpan.FromSeconds(60),
        GossipNodes = 4,
        GossipInterval = TimeSpan.FromMilliseconds(500),
        GossipToTheDeadTime = TimeSpan.FromSeconds(60),
        HeartbeatTimeout = TimeSpan.FromSeconds(30),
    };

    /// <summary>memberlist's settings for one machine: quick.</summary>
    public static MembershipOptions Local { get; } = new()
    {
        ProbeTimeout = TimeSpan.FromMilliseconds(200),
        IndirectChecks = 1,
        RetransmitMultiplier = 2,
        SuspicionMultiplier = 3,
        SyncInterval = TimeSpan.FromSeconds(15),
        GossipInterval = TimeSpan.FromMilliseconds(100),
        GossipToTheDeadTime = TimeSpan.FromSeconds(15),
        HeartbeatTimeout = TimeSpan.FromSeconds(3),
    };

    /// <summary>
    /// The time between probes (ProbeInterval), also between heartbeats; 1 ms to 1 h, default 1 s. Longer finds
    /// failures later and costs fewer messages; suspicions last a multiple of it.
    /// </summary>
    public TimeSpan ProbeInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long a ping may take before helpers are asked (ProbeTimeout); 1 ms to <see cref="ProbeInterval"/>, default
    /// 500 ms. Should be above the 99th percentile of a round trip; longer leaves helpers less of the interval.
    /// </summary>
    public TimeSpan ProbeTimeout { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// How many helpers are asked (IndirectChecks, SWIM's k); 0 to 16, default 3. More find fewer false failures on a
    /// lossy network, and cost up to 4 messages each for every ping without an answer.
    /// </summary>
    public int IndirectChecks { get; init; } = 3;

    /// <summary>
    /// How often each node tells a piece of news, times log10(n+1) rounded up (RetransmitMult); 1 to 32, default 4.
    /// More reaches everybody more surely and costs as many bytes more.
    /// </summary>
    public int RetransmitMultiplier { get; init; } = 4;

    /// <summary>
    /// The shortest suspicion, in probe intervals times log10(n) (SuspicionMult, Lifeguard's alpha); 1 to 32, default
    /// 4. Two less is also how many confirmations shorten a suspicion that far. More gives suspects more time to
    /// refute, and deaths are found as much later.
    /// </summary>
    public int SuspicionMultiplier { get; init; } = 4;

    /// <summary>
    /// The longest suspicion, in shortest ones (SuspicionMaxTimeoutMult, Lifeguard's beta); 1 to 32, default 6. More
    /// protects members that one slow node accuses; a death that nobody confirms takes longer.
    /// </summary>
    public int SuspicionMaxMultiplier { get; init; } = 6;

    /// <summary>
    /// The time between exchanges of the whole state with one member (PushPullInterval), stretched by log2(n) above 32
    /// members; 1 ms to 24 h, or 0 for never, default 30 s. Longer costs fewer bytes; news that gossip lost comes
    /// later.
    /// </summary>
    public TimeSpan SyncInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// One more than the worst local health score (AwarenessMaxMultiplier, Lifeguard's S); 1 to 64, default 8. A node
    /// that doubts itself waits up to as many times longer before it accuses.
    /// </summary>
    public int HealthMaxMultiplier { get; init; } = 8;

    /// <summary>
    /// How many members hear the news at each gossip tick (GossipNodes); 0 to 16, default 3. More is faster, and each
    /// piece of news is used up as many times sooner.
    /// </summary>
    public int GossipNodes { get; init; } = 3;

    /// <summary>
    /// The time between gossip ticks while there is news (GossipInterval); 1 ms to 1 h, default 200 ms. Longer costs
    /// fewer packets; news comes later.
    /// </summary>
    public TimeSpan GossipInterval { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// How long a dead member still hears gossip, so that it can refute, and how long dead and left members are kept
    /// (GossipToTheDeadTime); 0 to 24 h, default 30 s. Longer costs packets and memory.
    /// </summary>
    public TimeSpan GossipToTheDeadTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long after its death a name may come back at another address (DeadNodeReclaimTime); 0 to 24 h, default 0,
    /// which is never. A member that left may at once.
    /// </summary>
    public TimeSpan DeadNodeReclaimTime { get; init; } = TimeSpan.Zero;

    /// <summary>
    /// The time between attempts to reach a failed member again (Serf's ReconnectInterval); 1 ms to 24 h, or 0 for
    /// never, default 30 s. Without it a partition that lasted never heals. Shorter costs an exchange of state each.
    /// </summary>
    public TimeSpan ReconnectInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long a failed member is tried (Serf's ReconnectTimeout); 0 to 30 days, default 24 h. Longer costs attempts
    /// that fail.
    /// </summary>
    public TimeSpan ReconnectTimeout { get; init; } = TimeSpan.FromHours(24);

    /// <summary>
    /// How long a leaving node waits at most until its announcement is spread (Serf's BroadcastTimeout); 0 to 1 h,
    /// default 5 s.
    /// </summary>
    public TimeSpan LeaveTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long a member may send no heartbeat before it is believed dead (heartbeat membership only); 1 ms to 24 h,
    /// default 4 s, the shortest suspicion of SWIM's LAN profile. Longer finds fewer false failures, and true ones
    /// later.
    /// </summary>
    public TimeSpan HeartbeatTimeout { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>
    /// How many members are known at most, by number: a member whose number is as high is refused; 1 to 1,000,000,
    /// default 100,000. More costs some 36 bytes each on every node.
    /// </summary>
    public int MaxMembers { get; init; } = 100_000;

    /// <summary>
    /// The longest meta that is accepted, in bytes; 0 to 512, default 512, memberlist's limit for its own meta. From
    /// others memberlist accepts any length: a deliberate deviation.
    /// </summary>
    public int MaxMetaBytes { get; init; } = MemberMeta.MaxBytes;

    /// <summary>
    /// Whether a member that does not answer is suspected first (SWIM section 4.2); default true. Without it a failed
    /// probe is a death at once: quicker, and wrong far more often.
    /// </summary>
    public bool UseSuspicion { get; init; } = true;

    /// <summary>
    /// Whether a node that doubts its own health waits longer for answers (Lifeguard's LHA-Probe); default true.
    /// Without it the score stays 0 and no nacks are asked for.
    /// </summary>
    public bool HealthAwareProbe { get; init; } = true;

    /// <summary>
    /// Whether a suspicion starts long and each independent accuser shortens it (Lifeguard's LHA-Suspicion); default
    /// true. Without it all last the shortest time.
    /// </summary>
    public bool DynamicSuspicion { get; init; } = true;

    /// <summary>
    /// Whether a ping tells a suspect that it is suspected (Lifeguard's Buddy System); default true. Without it the
    /// suspect learns it by gossip.
    /// </summary>
    public bool BuddySystem { get; init; } = true;

    /// <summary>
    /// Whether a ping over a stream is tried beside the helpers (DisableTcpPings, turned round); default true. It finds
    /// members whose datagrams are lost.
    /// </summary>
    public bool UseStreamPing { get; init; } = true;

    /// <summary>
    /// Whether the health score stretches <see cref="ProbeTimeout"/> too, as the Lifeguard paper does; default false,
    /// as memberlist.
    /// </summary>
    public bool ScaleTimeoutWithHealth { get; init; }

    /// <summary>
    /// When a helper says that it has no answer, as a share of <see cref="ProbeTimeout"/>; default 80 %, the paper's.
    /// memberlist's 100 % lets the nack come too late at its own LAN settings: a deliberate deviation.
    /// </summary>
    public Ratio NackAtShareOfTimeout { get; init; } = Ratio.Percent(80);

    /// <summary>
    /// Whether an unknown member announced with incarnation 0 is ignored; default true. memberlist keeps a dead record
    /// that nobody sees and that counts: a deliberate deviation.
    /// </summary>
    public bool RejectIncarnationZero { get; init; } = true;

    /// <summary>
    /// How long a suspicion lasts from its start (Lifeguard, LHA-Suspicion; memberlist's suspicion.go).
    /// </summary>
    /// <param name="members">How many members are known, the suspect included; at least 1.</param>
    /// <param name="confirmations">How many others confirm it; at least 0. More than are wanted change nothing.</param>
    /// <returns>A span in whole milliseconds.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is too low.</exception>
    public TimeSpan SuspicionTime(int members, int confirmations)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(members, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(confirmations);
        return SuspicionSpan.For(this, members).After(confirmations);
    }

    /// <summary>All settings that are out of their bounds; none for sound options.</summary>
    public IReadOnlyList<OptionFault> Faults() => OptionBounds.FaultsIn(this);

    /// <summary>Checks all bounds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of its bounds: the first such.</exception>
    public void Validate()
    {
        if (Faults() is [var fault, ..])
        {
            throw new ArgumentOutOfRangeException(fault.Name, fault.Value, $"must be {fault.Allowed}");
        }
    }
}
