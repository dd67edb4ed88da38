using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation.Causes;

/// <summary>What a node reported, as part of an answer.</summary>
internal static class Report
{
    /// <summary>The sentence without its full stop.</summary>
    public static string Of(TraceEntry entry)
    {
        var (node, what, at) = (entry.Stamp.Node, entry.What, Say.Time(entry.Stamp.At));
        return what.Kind switch
        {
            NodeEventKind.BeliefChanged => Belief(node, what, at),
            NodeEventKind.ValueChanged or NodeEventKind.ValueIgnored => Value(node, what, at),
            _ => Other(node, what, at),
        };
    }

    private static string Belief(NodeId node, in NodeEvent what, string at)
    {
        var (subject, number) = (what.Subject, Say.Number(what.Number));
        return what.Rule switch
        {
            Rule.SuspicionTimeout => $"{node} declared {subject} dead at {at}: nobody cleared it in time",
            Rule.DeadAccepted => $"{node} took {subject} for dead at {at}, as {what.From} says",
            Rule.LeftAccepted => $"{node} heard at {at} that {subject} leaves",
            Rule.SuspectAccepted when what.From == node => $"{node} began to suspect {subject} at {at}",
            Rule.SuspectAccepted => $"{node} began to suspect {subject} at {at}, as {what.From} says",
            Rule.AliveClearsSuspect =>
                $"{node} no longer suspected {subject} at {at}: it refuted with incarnation {number}",
            Rule.AliveRevives => $"{node} saw {subject} back at {at}, with incarnation {number}",
            Rule.HeartbeatMissed => $"{node} missed {subject}'s heartbeats and took it for dead at {at}",
            Rule.HeartbeatReturned => $"{node} heard {subject}'s heartbeat again at {at}",
            Rule.MemberReaped => $"{node} forgot {subject} at {at}",
            Rule.AliveJoined => $"{node} first heard of {subject} at {at}",
            _ => $"{node} took {subject} for {Say.State(what.State)} at {at}, with incarnation {number}",
        };
    }

    private static string Value(NodeId node, in NodeEvent what, string at)
    {
        var value = FormattableString.Invariant($"{what.Value}, generation {what.Number}");
        return what.Rule switch
        {
            Rule.ValueSet => $"a client set {value}, at {node} at {at}",
            Rule.ValueAccepted => $"{node} learned {value}, from {what.From} at {at}",
            Rule.ValueTieWon => $"{node} took {value}, from {what.From} at {at}: it won the tie",
            Rule.ValueSiblingKept => $"{node} kept {value}, from {what.From} at {at}, beside its own",
            _ => $"{node} was told {value}, by {what.From} at {at}, and kept its own",
        };
    }

    private static string Other(NodeId node, in NodeEvent what, string at) => what.Rule switch
    {
        Rule.SuspectConfirmed when what.From == node => $"{node} had no answer from {what.Subject} either, at {at}",
        Rule.SuspectConfirmed => $"{node} heard at {at} that {what.From} had no answer from {what.Subject} either",
        Rule.ValueQuorumAsked => $"{node} was asked for a set at {at} and asked all members",
        Rule.ValueQuorumMissed => $"{node} refused a set at {at}: no majority had answered",
        Rule.ProbeFailed => $"{node} probed {what.Subject}, and by {at} no answer had come in any way",
        Rule.ProbeIndirect => $"{node} had no answer from {what.Subject} by {at} and asked helpers",
        Rule.ProbeStarted => $"{node} pinged {what.Subject} at {at}",
        Rule.ProbeAcked => $"{node} heard from {what.Subject} at {at}",
        Rule.SelfRefuted => $"{node} refuted at {at} with incarnation {Say.Number(what.Number)}",
        Rule.ProbeNacked => $"{what.From} told {node} at {at} that {what.Subject} does not answer it either",
        _ => $"{node} at {at}: {RuleNames.Of(what.Rule)}",
    };
}
