namespace GossipLab.Core.Protocol;

/// <summary>
/// The protocol rule that allowed an event. Its dotted name (<see cref="RuleNames"/>) is what people see and what
/// docs/PROTOCOL.md explains.
/// </summary>
public enum Rule : byte
{
    /// <summary>A client set the value here.</summary>
    ValueSet,

    /// <summary>A client's set was refused: the generation would leave its bounds.</summary>
    ValueSetRefused,

    /// <summary>An offered value was newer and taken.</summary>
    ValueAccepted,

    /// <summary>An offered value of the same generation won by the tie-break.</summary>
    ValueTieWon,

    /// <summary>An offered value of the same generation was kept beside the own one.</summary>
    ValueSiblingKept,

    /// <summary>An offered value was known already.</summary>
    ValueKnown,

    /// <summary>An offered value was older.</summary>
    ValueOlder,

    /// <summary>An offered value of the same generation lost by the tie-break.</summary>
    ValueTieLost,

    /// <summary>An offered generation was negative, out of bounds or an absurd jump.</summary>
    ValueOutOfBounds,

    /// <summary>The node stopped spreading the value by its stop rule.</summary>
    SpreadStopped,

    /// <summary>The node began to spread a new value.</summary>
    SpreadStarted,

    /// <summary>A probe began.</summary>
    ProbeStarted,

    /// <summary>The direct ping was not answered in time; helpers are asked.</summary>
    ProbeIndirect,

    /// <summary>The probed member answered, directly or through a helper.</summary>
    ProbeAcked,

    /// <summary>The probed member answered over a stream only.</summary>
    ProbeStreamAcked,

    /// <summary>Nobody got an answer from the probed member.</summary>
    ProbeFailed,

    /// <summary>A helper reported that the probed member does not answer it either.</summary>
    ProbeNacked,

    /// <summary>A helper passed an ack on.</summary>
    RelayAcked,

    /// <summary>A helper had no answer and said so.</summary>
    RelayNacked,

    /// <summary>An unknown member was announced.</summary>
    AliveJoined,

    /// <summary>A known member announced a newer incarnation of itself.</summary>
    AliveAccepted,

    /// <summary>A suspect refuted: its newer incarnation clears it.</summary>
    AliveClearsSuspect,

    /// <summary>A dead or left member came back with a newer incarnation.</summary>
    AliveRevives,

    /// <summary>A known name appeared at another address and was refused.</summary>
    AliveConflict,

    /// <summary>An alive member became suspect.</summary>
    SuspectAccepted,

    /// <summary>Another accuser confirmed a running suspicion and shortened it.</summary>
    SuspectConfirmed,

    /// <summary>A suspicion ran out.</summary>
    SuspicionTimeout,

    /// <summary>A death was announced by somebody else.</summary>
    DeadAccepted,

    /// <summary>A member announced that it leaves.</summary>
    LeftAccepted,

    /// <summary>An accusation of the node itself: it raised its incarnation.</summary>
    SelfRefuted,

    /// <summary>The node's own local health changed.</summary>
    HealthChanged,

    /// <summary>A member that is dead or left for long enough was forgotten.</summary>
    MemberReaped,

    /// <summary>The whole state was exchanged with a member.</summary>
    SyncMerged,

    /// <summary>A failed member was tried again.</summary>
    ReconnectTried,

    /// <summary>The node asked a contact to let it in.</summary>
    JoinTried,

    /// <summary>The node's announcement that it leaves has been sent often enough.</summary>
    LeaveSpread,

    /// <summary>A heartbeat did not come in time.</summary>
    HeartbeatMissed,

    /// <summary>A heartbeat came from a member that was believed dead.</summary>
    HeartbeatReturned,

    /// <summary>A message was refused as malformed or out of bounds.</summary>
    MessageRefused,

    /// <summary>A client's set waits until a majority of the members has answered.</summary>
    ValueQuorumAsked,

    /// <summary>A majority did not answer in time: the set is refused.</summary>
    ValueQuorumMissed,
}
