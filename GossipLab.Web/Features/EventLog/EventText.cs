using System.Globalization;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Web.Parts;

namespace GossipLab.Web.Features.EventLog;

/// <summary>Events in plain words: nodes are the subjects, nothing is «thought by the cluster».</summary>
internal static class EventText
{
    /// <summary>The event as a sentence, for example <c>n4 has no answer from n3 and asks helpers to try</c>.</summary>
    public static string Of(TraceEntry entry)
    {
        return entry.Kind switch
        {
            TraceKind.Command => $"You: {CommandText.Of(entry.Command!)}", // A command entry always has its command.
            TraceKind.Sent => $"{entry.Flight.From} sends {MessageWords.Of(entry.Message)} to {entry.Flight.To}",
            TraceKind.Arrived => $"{entry.Flight.To} gets {MessageWords.Of(entry.Message)} from {entry.Flight.From}",
            TraceKind.Lost => Lost(entry),
            _ => Report(entry.Stamp.Node, entry.What),
        };
    }

    /// <summary>
    /// The rule behind it, for example <c>Swim.Suspect.Accepted</c>; for messages and commands what they are.
    /// </summary>
    public static string RuleOf(TraceEntry entry)
    {
        return entry.Kind switch
        {
            TraceKind.Command => "Command",
            TraceKind.Sent => $"Sent.{entry.Message.Kind}",
            TraceKind.Arrived => $"Arrived.{entry.Message.Kind}",
            TraceKind.Lost => $"Lost.{entry.Reason}",
            _ => RuleNames.Of(entry.What.Rule),
        };
    }

    private static string Lost(TraceEntry entry)
    {
        var message = $"{MessageWords.Of(entry.Message)} from {entry.Flight.From} to {entry.Flight.To}";
        return entry.Reason switch
        {
            LossReason.Network => $"The network loses {message}",
            LossReason.Wall => $"A wall stops {message}",
            LossReason.Cut => $"The cut link stops {message}",
            LossReason.ReceiverDown => $"{entry.Flight.To} is not running: {message} is lost",
            LossReason.BufferFull => $"Too much waits at {entry.Flight.To}: {message} is lost",
            LossReason.Dropped => $"You took away {message}",
            _ => $"There is no {entry.Flight.To}: {message} is lost",
        };
    }

    private static string Report(NodeId node, in NodeEvent what) => what.Kind switch
    {
        NodeEventKind.ValueChanged or NodeEventKind.ValueIgnored => ValueReport(node, what),
        NodeEventKind.BeliefChanged => BeliefReport(node, what),
        _ => OtherReport(node, what),
    };

    private static string ValueReport(NodeId node, in NodeEvent what)
    {
        var value = string.Create(CultureInfo.InvariantCulture, $"{what.Value} (generation {what.Number})");
        return what.Rule switch
        {
            Rule.ValueSet => $"{node} is set to {value}",
            Rule.ValueSetRefused => $"{node} refuses a set: the generation would leave its bounds",
            Rule.ValueAccepted => $"{node} learns {value} from {what.From}",
            Rule.ValueTieWon => $"{node} takes {value} from {what.From}: of one generation it wins the tie",
            Rule.ValueSiblingKept => $"{node} keeps {value} from {what.From} beside its own",
            Rule.ValueKnown => $"{node} knew {value} already; {what.From} told it in vain",
            Rule.ValueOlder => $"{node} ignores {value} from {what.From}: it holds a newer one",
            Rule.ValueTieLost => $"{node} keeps its own value: {value} from {what.From} loses the tie",
            _ => $"{node} refuses {value} from {what.From}: out of bounds",
        };
    }

    private static string BeliefReport(NodeId node, in NodeEvent what) => what.Rule switch
    {
        Rule.AliveJoined => $"{node} hears of {what.Subject}",
        Rule.AliveAccepted => $"{node} notes that {what.Subject} is at incarnation {Text(what.Number)}",
        Rule.AliveClearsSuspect =>
            $"{node} no longer suspects {what.Subject}: it refuted with incarnation {Text(what.Number)}",
        Rule.AliveRevives => $"{node} sees {what.Subject} back, incarnation {Text(what.Number)}",
        Rule.SuspectAccepted => $"{node} suspects {what.Subject}{SaidBy(node, what)}",
        Rule.SuspicionTimeout => $"{node} declares {what.Subject} dead: the suspicion ran out",
        Rule.DeadAccepted => $"{node} believes {what.Subject} dead{SaidBy(node, what)}",
        Rule.LeftAccepted => $"{node} hears that {what.Subject} left",
        Rule.MemberReaped => $"{node} forgets {what.Subject}",
        Rule.HeartbeatMissed => $"{node} misses {what.Subject}'s heartbeat and believes it dead",
        Rule.HeartbeatReturned => $"{node} hears {what.Subject}'s heart again",
        _ => $"{node} now believes {what.Subject} {what.State.ToString().ToLowerInvariant()}",
    };

    private static string OtherReport(NodeId node, in NodeEvent what) => what.Rule switch
    {
        Rule.ValueQuorumAsked => $"{node} is asked for a set and asks all: it needs {Text(what.Number)} answers",
        Rule.ValueQuorumMissed => $"{node} refuses a set: fewer than {Text(what.Number)} members answered in time",
        Rule.SpreadStarted => $"{node} begins to spread what it knows",
        Rule.SpreadStopped => $"{node} stops spreading: its stop rule says it is enough",
        Rule.ProbeStarted => $"{node} pings {what.Subject}",
        Rule.ProbeIndirect => $"{node} has no answer from {what.Subject} and asks helpers to try",
        Rule.ProbeAcked => $"{node} hears that {what.Subject} is there",
        Rule.ProbeStreamAcked => $"{node} reaches {what.Subject} over a stream only",
        Rule.ProbeFailed => $"{node} gets no sign of {what.Subject} at all",
        Rule.ProbeNacked => $"{node} hears from {what.From} that {what.Subject} does not answer it either",
        Rule.RelayAcked => $"{node} passes on that {what.Subject} is there",
        Rule.RelayNacked => $"{node} tells that {what.Subject} does not answer",
        Rule.AliveConflict => $"{node} refuses a second {what.Subject} at another address",
        Rule.SuspectConfirmed => $"{node} hears from {what.From} too that {what.Subject} does not answer",
        Rule.SelfRefuted => $"{node} is accused and refutes with incarnation {Text(what.Number)}",
        Rule.HealthChanged => $"{node} rates its own health {Text(what.Number)}",
        Rule.SyncMerged => $"{node} exchanges all it believes with {what.Subject}",
        Rule.ReconnectTried => $"{node} tries to reach {what.Subject} again",
        Rule.JoinTried => $"{node} asks {what.Subject} to let it in",
        Rule.LeaveSpread => $"{node} has told enough members that it leaves",
        _ => $"{node}: {RuleNames.Of(what.Rule)} {what.Subject} {Text(what.Number)}",
    };

    private static string SaidBy(NodeId node, in NodeEvent what) =>
        what.From == node || !what.From.IsSomebody ? "" : $", as {what.From} says";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
