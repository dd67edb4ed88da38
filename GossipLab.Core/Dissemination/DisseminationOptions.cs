namespace GossipLab.Core.Dissemination;

/// <summary>Who asks whom.</summary>
public enum DisseminationMode : byte
{
    /// <summary>A node tells its value to others (the article).</summary>
    Push,

    /// <summary>A node asks others for theirs.</summary>
    Pull,

    /// <summary>A node tells its value and is told one in return.</summary>
    PushPull,
}

/// <summary>Which members of its own view a node turns to.</summary>
public enum PeerSelection : byte
{
    /// <summary>Each live other with equal chance, none twice at one tick.</summary>
    Uniform,

    /// <summary>All in a shuffled order before anybody again, then a new order (SWIM section 4.3's idea).</summary>
    ShuffledRoundRobin,

    /// <summary>A random one and those after it in an order of the node's own (the article's repository).</summary>
    Consecutive,

    /// <summary>
    /// One at random, told as often as the fan-out says: the loop variable shared by the article's two goroutines. The
    /// effective fan-out is 1.
    /// </summary>
    SamePeerTwice,
}

/// <summary>When a node that knows the newest value stops telling it.</summary>
public enum StopRule : byte
{
    /// <summary>Never: anti-entropy (the article).</summary>
    Never,

    /// <summary>After so many ticks.</summary>
    AfterRounds,

    /// <summary>
    /// After so many contacts in a row that knew it already (Demers section 1.4, feedback and counter).
    /// </summary>
    FeedbackCounter,

    /// <summary>After each contact with a chance of one in so many (Demers section 1.4, blind and coin).</summary>
    BlindCoin,
}

/// <summary>When the ticks of different nodes fall.</summary>
public enum TickPhase : byte
{
    /// <summary>Each node at an offset of its own, as processes started by people do.</summary>
    Random,

    /// <summary>All at once, at whole multiples of the interval: the rounds of the papers.</summary>
    LockStep,
}

/// <summary>How the value spreads.</summary>
public sealed record DisseminationOptions
{
    /// <summary>The highest <see cref="FanOut"/>.</summary>
    public const int MaxFanOut = 16;

    /// <summary>Who asks whom. Default push, as the article.</summary>
    public DisseminationMode Mode { get; init; } = DisseminationMode.Push;

    /// <summary>
    /// How many peers at each tick; 1 to 16, default 2 (the article's MembersToNotify; memberlist's GossipNodes is 3).
    /// More is faster and costs as many messages more.
    /// </summary>
    public int FanOut { get; init; } = 2;

    /// <summary>
    /// The time between ticks; 10 ms to 1 h, default 2 s, the article's. Longer costs time, shorter messages.
    /// </summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Which peers. Default uniform.</summary>
    public PeerSelection Peers { get; init; } = PeerSelection.Uniform;

    /// <summary>When to stop telling. Default never.</summary>
    public StopRule Stop { get; init; } = StopRule.Never;

    /// <summary>The number in the stop rule; 1 to 64, default 4. Larger reaches more nodes for more messages.</summary>
    public int StopAfter { get; init; } = 4;

    /// <summary>When ticks fall. Default random.</summary>
    public TickPhase Phase { get; init; } = TickPhase.Random;

    /// <summary>
    /// Whether a node also pushes the value it was born with, as the article's program does for ever. Default false.
    /// </summary>
    public bool PushUnwritten { get; init; }
}
