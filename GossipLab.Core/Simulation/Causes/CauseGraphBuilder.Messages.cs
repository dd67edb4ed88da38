using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation.Causes;

/// <content>Messages that arrived: what they brought, how their sender knew it, and why they were sent.</content>
internal sealed partial class CauseGraphBuilder
{
    /// <summary>How many pieces of a message's news are explained.</summary>
    internal const int MostCargo = 3;

    // The node is the sender: along a chain of messages one reads who told whom.
    private CauseNode AddMessage(CauseNode? effect, MessageWay way, TraceEntry? about)
    {
        var (flight, message) = (way.Sent.Flight, way.Sent.Message);
        var arrived = way.Arrived is { } arrival ? $", and it arrived at {Say.Time(arrival.Stamp.At)}" : "";
        var subject = about is null ? "" : $":{about.What.Subject}:{about.What.State}";
        return Add(effect, new CauseNode
        {
            Form = CauseForm.Message,
            Key = FormattableString.Invariant(
                $"message:{flight.From}:{flight.To}:{flight.SentAt.Microseconds}:{message.Kind}{subject}"),
            Text = about is null
                ? $"{flight.From} sent {flight.To} {Say.Message(message.Kind)} at {Say.Time(flight.SentAt)}{arrived}"
                : $"{flight.From} told {flight.To} in {Say.Message(message.Kind)} that it sent at "
                    + $"{Say.Time(flight.SentAt)}{arrived}",
            At = flight.SentAt,
            Node = flight.From,
            Event = way.Sent.Stamp.Id,
            Removal = RunChange.Drop(flight),
            IsNeeded = true,
        }, node => ExplainMessage(node, way, about));
    }

    private void ExplainMessage(CauseNode node, MessageWay way, TraceEntry? about)
    {
        if (about is not null)
        {
            if (SourceOf(way, about) is { } source)
            {
                AddEvent(node, source);
            }
            else
            {
                AddLeaf(node, CauseForm.Start, Origin(way.Sent.Flight.From, about));
            }
        }

        AddOccasion(node, way);
    }

    // What a message carries, and how its sender knew it: of much news the first pieces.
    private void AddCargo(CauseNode root, MessageWay way)
    {
        var (sent, message) = (way.Sent, way.Sent.Message);
        if (message.CarriesValue)
        {
            AddSource(root, way, NodeEvent.OfValue(
                NodeEventKind.ValueChanged, Rule.ValueAccepted, sent.Flight.From, message.Value));
        }

        foreach (var update in message.Updates.Items[..Math.Min(message.Updates.Count, MostCargo)].ToArray())
        {
            AddSource(root, way, NodeEvent.OfBelief(Rule.AliveAccepted, update));
        }
    }

    private void AddSource(CauseNode root, MessageWay way, in NodeEvent what)
    {
        var carried = new TraceEntry { Stamp = way.Sent.Stamp, Kind = TraceKind.Reported, What = what };
        if (SourceOf(way, carried) is { } source)
        {
            AddEvent(root, source);
        }
    }

    private string Origin(NodeId sender, TraceEntry about)
    {
        var what = about.What;
        return what.Kind == NodeEventKind.BeliefChanged && what.Subject == sender
            ? $"{sender} spoke of itself: {(what.State == MemberState.Left ? "it leaves" : "it is there")}"
            : _record.Forgotten > 0 ? $"{sender} knew it since before what is recorded"
            : $"{sender} knew it from the start";
    }

    /// <summary>How the sender knew what a message told.</summary>
    private TraceEntry? SourceOf(MessageWay way, TraceEntry about)
    {
        var (sender, sent) = (way.Sent.Flight.From, way.Sent.Stamp.Id);
        if (about.What.Kind is NodeEventKind.ValueChanged or NodeEventKind.ValueIgnored)
        {
            return _record.LastBefore(sent, other => other.Kind == TraceKind.Reported && other.Stamp.Node == sender
                && other.What.Kind == NodeEventKind.ValueChanged && other.What.Number == about.What.Number
                && other.What.Value == about.What.Value);
        }

        return NewsIn(way, about.What.Subject) is { } news ? SourceOf(sender, news, sent) : null;
    }

    private TraceEntry? SourceOf(NodeId sender, MemberUpdate news, long before) =>
        _record.LastBefore(before, other => IsSource(other, sender, news, exactly: true))
        ?? _record.LastBefore(before, other => IsSource(other, sender, news, exactly: false));

    private static bool IsSource(TraceEntry entry, NodeId sender, in MemberUpdate news, bool exactly)
    {
        var what = entry.What;
        if (entry.Kind != TraceKind.Reported || entry.Stamp.Node != sender || what.Subject != news.Subject)
        {
            return false;
        }

        if (news.State == MemberState.Suspect && what.State == MemberState.Suspect)
        {
            return (what.Rule == Rule.SuspectAccepted || (exactly && what.Rule == Rule.SuspectConfirmed))
                && (!exactly || what.From == news.From);
        }

        return (what.Kind == NodeEventKind.BeliefChanged && what.State == news.State
                && what.Number == news.Incarnation.Number)
            || (what.Rule == Rule.SelfRefuted && what.Number == news.Incarnation.Number
                && news.State == MemberState.Alive);
    }

    private static MemberUpdate? NewsIn(MessageWay way, NodeId subject)
    {
        foreach (ref readonly var update in way.Sent.Message.Updates.Items)
        {
            if (update.Subject == subject)
            {
                return update;
            }
        }

        return null;
    }

    private void AddOccasion(CauseNode node, MessageWay way)
    {
        var (stamp, flight) = (way.Sent.Stamp, way.Sent.Flight);
        switch (stamp.CauseKind)
        {
            case CauseKind.Timer:
                AddLeaf(node, CauseForm.Timer, ChoiceOf(way.Sent));
                break;
            case CauseKind.Command when _record.Find(stamp.Cause) is { } command:
                AddCommand(node, command);
                break;
            case CauseKind.Message when _record.Find(stamp.Cause) is { } cause:
                AddLeaf(node, CauseForm.Timer,
                    $"it answered {Say.Message(cause.Message.Kind)} of {cause.Flight.From} ({Say.Time(stamp.At)})");
                break;
            case CauseKind.Message:
                AddLeaf(node, CauseForm.Timer, $"{flight.From} answered a message ({Say.Time(stamp.At)})");
                break;
        }
    }

    private static string ChoiceOf(TraceEntry sent)
    {
        var (flight, timer, at) = (sent.Flight, Timers.NameOf(sent.Stamp.Timer), Say.Time(sent.Stamp.At));
        return sent.Message.Kind switch
        {
            MessageKind.Ping => $"at {at} it was {flight.To}'s turn in {flight.From}'s random order of probes",
            MessageKind.PingRequest => $"{flight.From} chose {flight.To} at random as a helper ({at})",
            MessageKind.Nack or MessageKind.StreamPing or MessageKind.Heartbeat =>
                $"{flight.From}'s {timer} ran out ({at})",
            _ => $"{flight.From}'s {timer} ran out, and it chose {flight.To} at random ({at})",
        };
    }
}
