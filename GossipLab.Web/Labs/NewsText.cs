using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;

namespace GossipLab.Web.Labs;

/// <summary>What happens in a cluster as plain sentences, with node names as subjects.</summary>
internal static class NewsText
{
    /// <summary>What was done to a cluster.</summary>
    public static string Of(ClusterCommand command)
    {
        var text = command switch
        {
            SetValue set => FormattableString.Invariant($"{set.Node} is set to {set.Value}."),
            KillNode kill => $"{kill.Node} dies. Nobody knows yet.",
            RestartNode restart =>
                $"{restart.Node} starts again with {(restart.KeepDisk ? "its disk" : "an empty disk")}.",
            PauseNode pause => $"{pause.Node} stands still; nobody can tell that from a crash.",
            ResumeNode resume => $"{resume.Node} goes on.",
            LeaveNode leave => $"{leave.Node} says goodbye.",
            _ => CommandText.Of(command) + ".",
        };
        return char.ToUpperInvariant(text[0]) == text[0] || text[0] == 'n' && char.IsAsciiDigit(text[1])
            ? text : char.ToUpperInvariant(text[0]) + text[1..];
    }

    /// <summary>What a node reported; null where it is not worth a sentence.</summary>
    public static string? Of(NodeId node, in NodeEvent what) => what.Rule switch
    {
        Rule.SuspicionTimeout => $"{node} waited long enough: it declares {what.Subject} dead.",
        Rule.HeartbeatMissed => $"{node} missed {what.Subject}'s heartbeats and believes it dead.",
        Rule.SelfRefuted => $"{node} hears that it is accused and refutes with incarnation {what.Number}.",
        Rule.AliveClearsSuspect => $"{node} hears {what.Subject}'s refutation: no longer a suspect.",
        Rule.AliveRevives => $"{node} believes that {what.Subject} is back.",
        Rule.SuspectAccepted when what.From == node =>
            $"{node} suspects {what.Subject}: no answer, not even through others.",
        Rule.SuspectAccepted => $"{node} hears from {what.From} that {what.Subject} is suspected.",
        Rule.SuspectConfirmed => $"{what.From} confirms to {node} that {what.Subject} is silent: less time to refute.",
        Rule.DeadAccepted => $"{node} hears that {what.Subject} is dead.",
        Rule.LeftAccepted => $"{node} hears that {what.Subject} left.",
        Rule.AliveJoined => $"{node} hears of a new member, {what.Subject}.",
        Rule.ProbeFailed => $"{node} has no answer from {what.Subject}, directly or through others.",
        Rule.ProbeIndirect => $"{node} has no answer from {what.Subject} and asks others to try.",
        Rule.ReconnectTried => $"{node} tries {what.Subject} again, which it believes dead.",
        Rule.ValueTieLost => $"{node} refuses {what.Value}: same generation, its own value stays.",
        Rule.ValueTieWon => $"{node} takes {what.Value}: same generation, but it wins the tie.",
        _ => null,
    };
}
