namespace GossipLab.Core.Protocol;

/// <summary>The names of the rules as people read them.</summary>
public static class RuleNames
{
    /// <summary>The dotted name, for example <c>Swim.Suspect.Accepted</c>.</summary>
    /// <param name="rule">The rule.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such rule.</exception>
    public static string Of(Rule rule) => rule switch
    {
        Rule.ValueSet => "Value.Set",
        Rule.ValueSetRefused => "Value.Set.Refused",
        Rule.ValueQuorumAsked => "Value.Quorum.Asked",
        Rule.ValueQuorumMissed => "Value.Quorum.Missed",
        Rule.ValueAccepted => "Value.Accepted",
        Rule.ValueTieWon => "Value.Tie.Won",
        Rule.ValueSiblingKept => "Value.Sibling.Kept",
        Rule.ValueKnown => "Value.Known",
        Rule.ValueOlder => "Value.Older",
        Rule.ValueTieLost => "Value.Tie.Lost",
        Rule.ValueOutOfBounds => "Value.OutOfBounds",
        Rule.SpreadStopped => "Spread.Stopped",
        Rule.SpreadStarted => "Spread.Started",
        Rule.ProbeStarted => "Swim.Probe.Started",
        Rule.ProbeIndirect => "Swim.Probe.Indirect",
        Rule.ProbeAcked => "Swim.Probe.Acked",
        Rule.ProbeStreamAcked => "Swim.Probe.StreamAcked",
        Rule.ProbeFailed => "Swim.Probe.Failed",
        Rule.ProbeNacked => "Lifeguard.Probe.Nacked",
        Rule.RelayAcked => "Swim.Relay.Acked",
        Rule.RelayNacked => "Lifeguard.Relay.Nacked",
        Rule.AliveJoined => "Swim.Alive.Joined",
        Rule.AliveAccepted => "Swim.Alive.Accepted",
        Rule.AliveClearsSuspect => "Swim.Alive.ClearsSuspect",
        Rule.AliveRevives => "Swim.Alive.Revives",
        Rule.AliveConflict => "Swim.Alive.Conflict",
        Rule.SuspectAccepted => "Swim.Suspect.Accepted",
        Rule.SuspectConfirmed => "Lifeguard.Suspect.Confirmed",
        Rule.SuspicionTimeout => "Swim.Suspicion.Timeout",
        Rule.DeadAccepted => "Swim.Dead.Accepted",
        Rule.LeftAccepted => "Swim.Left.Accepted",
        Rule.SelfRefuted => "Swim.Self.Refuted",
        Rule.HealthChanged => "Lifeguard.Health.Changed",
        Rule.MemberReaped => "Swim.Member.Reaped",
        Rule.SyncMerged => "Swim.Sync.Merged",
        Rule.ReconnectTried => "Serf.Reconnect.Tried",
        Rule.JoinTried => "Swim.Join.Tried",
        Rule.LeaveSpread => "Swim.Leave.Spread",
        Rule.HeartbeatMissed => "Heartbeat.Missed",
        Rule.HeartbeatReturned => "Heartbeat.Returned",
        Rule.MessageRefused => "Message.Refused",
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "no such rule"),
    };
}
