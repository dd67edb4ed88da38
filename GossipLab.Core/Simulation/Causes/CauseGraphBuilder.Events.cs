using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation.Causes;

/// <content>What happened in a node, and what made it happen.</content>
internal sealed partial class CauseGraphBuilder
{
    private CauseNode AddEvent(CauseNode? effect, TraceEntry entry)
    {
        if (entry.Kind == TraceKind.Command && effect is not null)
        {
            return AddCommand(effect, entry);
        }

        var (stamp, what) = (entry.Stamp, entry.What);
        return Add(effect, new CauseNode
        {
            Form = entry.Kind == TraceKind.Command ? CauseForm.Command : CauseForm.Effect,
            Key = entry.Kind == TraceKind.Command ? $"{stamp.At}" : KeyOf(entry),
            Text = entry.Kind == TraceKind.Command
                ? $"you did this: {CommandText.Of(entry.Command!)}" : Report.Of(entry), // A command's entry has one.
            At = stamp.At,
            Node = stamp.Node,
            Rule = entry.Kind == TraceKind.Command ? null : what.Rule,
            Event = stamp.Id,
            IsNeeded = true,
        }, node => ExplainEvent(node, entry));
    }

    private static string KeyOf(TraceEntry entry) => FormattableString.Invariant(
        $"{entry.What.Rule}:{entry.Stamp.Node}:{entry.What.Subject}:{entry.What.From}:{entry.What.Number}")
        + FormattableString.Invariant($":{entry.What.Value}:{entry.Stamp.At.Microseconds}");

    private void ExplainEvent(CauseNode node, TraceEntry entry)
    {
        if (entry.Kind == TraceKind.Command)
        {
            return;
        }

        switch (entry.What.Rule)
        {
            case Rule.SuspicionTimeout: ExplainTimeout(node, entry); return;
            case Rule.ProbeFailed: ExplainFailedProbe(node, entry); return;
            case Rule.ProbeIndirect: ExplainTurnToHelpers(node, entry); return;
            case Rule.HeartbeatMissed: ExplainSilence(node, entry); return;
            case Rule.MemberReaped: ExplainReaping(node, entry); return;
        }

        switch (entry.Stamp.CauseKind)
        {
            case CauseKind.Message: ExplainHearing(node, entry); break;
            case CauseKind.Command when _record.Find(entry.Stamp.Cause) is { } command:
                AddCommand(node, command);
                break;
            case CauseKind.Timer when FailureBehind(entry) is { } failure: AddEvent(node, failure); break;
            case CauseKind.Timer:
                AddLeaf(node, CauseForm.Timer, $"its {Timers.NameOf(entry.Stamp.Timer)} ran out");
                break;
            default: AddLeaf(node, CauseForm.Start, "the run began like this"); break;
        }
    }

    // An accusation of one's own: the failed probe stands just before it in the same turn.
    private TraceEntry? FailureBehind(TraceEntry entry) => _record.LastBefore(entry.Stamp.Id, other =>
        other.Stamp.At < entry.Stamp.At || IsFailure(other, entry)) is { } found && IsFailure(found, entry)
            ? found : null;

    private static bool IsFailure(TraceEntry entry, TraceEntry effect) => entry.Kind == TraceKind.Reported
        && entry.What.Rule == Rule.ProbeFailed && entry.Stamp.At == effect.Stamp.At
        && entry.Stamp.Node == effect.Stamp.Node && entry.What.Subject == effect.What.Subject;

    private void ExplainHearing(CauseNode node, TraceEntry entry)
    {
        if (_record.Find(entry.Stamp.Cause) is { Kind: TraceKind.Arrived } arrival
            && _record.Ways.TryGetValue(arrival.Flight.Id, out var way))
        {
            AddMessage(node, way, entry);
        }
        else if (entry.What.State == MemberState.Alive && _record.Forgotten == 0)
        {
            AddLeaf(node, CauseForm.Timer, "it stood in the list of all members that another node sent");
        }
        else
        {
            AddMore(node);
        }
    }

    private void ExplainReaping(CauseNode node, TraceEntry entry)
    {
        var before = _record.LastBefore(entry.Stamp.Id, other => IsBelief(other, node.Node, entry.What.Subject));
        if (before is not null)
        {
            AddEvent(node, before);
        }

        AddLeaf(node, CauseForm.Setting, "the gone are forgotten after GossipToTheDeadTime, "
            + $"{CommandText.Span(_scenario.Node.Membership.GossipToTheDeadTime)}");
    }

    internal static bool IsBelief(TraceEntry entry, NodeId observer, NodeId subject) =>
        entry.Kind == TraceKind.Reported && entry.What.Kind == NodeEventKind.BeliefChanged
        && entry.Stamp.Node == observer && entry.What.Subject == subject;
}
