namespace GossipLab.Core.Protocol;

/// <summary>What a timer is for.</summary>
public enum TimerKind : byte
{
    /// <summary>Time to spread the value.</summary>
    ValueTick,

    /// <summary>Time to probe the next member.</summary>
    ProbeTick,

    /// <summary>The direct ping had its time.</summary>
    ProbeTimeout,

    /// <summary>The whole probe had its time.</summary>
    ProbeDeadline,

    /// <summary>A helper's ping for somebody else had its time.</summary>
    RelayTimeout,

    /// <summary>A suspicion may have run out.</summary>
    Suspicion,

    /// <summary>Time to gossip about members.</summary>
    GossipTick,

    /// <summary>Time to exchange the whole state with one member.</summary>
    SyncTick,

    /// <summary>Time to try a failed member again.</summary>
    ReconnectTick,

    /// <summary>Time to try to join again.</summary>
    JoinRetry,

    /// <summary>A leave had its time to spread.</summary>
    LeaveTimeout,

    /// <summary>Time to send heartbeats and to look for missing ones.</summary>
    HeartbeatTick,

    /// <summary>A set that waits for a majority had its time.</summary>
    QuorumTimeout,
}

/// <summary>
/// A wish to be called back. Timers are never cancelled: one that no longer means anything carries an old token and is
/// ignored by the node when it fires.
/// </summary>
/// <param name="Kind">What for.</param>
/// <param name="Token">Tells a current timer from a stale one; a sequence number or a count of suspicions.</param>
/// <param name="Subject">About whom, where it is about somebody.</param>
public readonly record struct Timer(TimerKind Kind, uint Token, NodeId Subject)
{
    /// <summary>A timer that is about nobody.</summary>
    public static Timer Of(TimerKind kind, uint token = 0) => new(kind, token, NodeId.None);
}
