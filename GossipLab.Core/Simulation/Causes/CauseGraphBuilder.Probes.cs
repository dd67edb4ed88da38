using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation.Causes;

/// <content>Probes that failed: no answer came in any of the ways it could have come.</content>
internal sealed partial class CauseGraphBuilder
{
    private void ExplainFailedProbe(CauseNode node, TraceEntry entry)
    {
        var (prober, subject, sequence) = (entry.Stamp.Node, entry.What.Subject, (uint)entry.What.Number);
        var began = ProbeBegan(entry, sequence);
        if (began is null)
        {
            AddMore(node);
            return;
        }

        foreach (var sent in _record.Between(began.Stamp.Id, entry.Stamp.Id))
        {
            if (sent.Kind != TraceKind.Sent || sent.Flight.From != prober || sent.Message.Sequence != sequence
                || !_record.Ways.TryGetValue(sent.Flight.Id, out var way))
            {
                continue;
            }

            switch (sent.Message.Kind)
            {
                case MessageKind.Ping when sent.Flight.To == subject && sent.Stamp.At == began.Stamp.At:
                    AddMiss(node, entry, way, $"no answer to the direct ping #{sequence}");
                    break;
                case MessageKind.PingRequest when sent.Message.Subject == subject:
                    AddMiss(node, entry, way, $"no answer by way of {sent.Flight.To}");
                    break;
                case MessageKind.StreamPing when sent.Flight.To == subject:
                    AddMiss(node, entry, way, "no answer to the ping over a stream");
                    break;
            }
        }

        var span = CommandText.Span(entry.Stamp.At - began.Stamp.At);
        AddLeaf(node, CauseForm.Setting, $"{prober} waited {span} in all, from {Say.Time(began.Stamp.At)} on");
    }

    private void ExplainTurnToHelpers(CauseNode node, TraceEntry entry)
    {
        var (prober, subject) = (entry.Stamp.Node, entry.What.Subject);
        var began = _record.LastBefore(entry.Stamp.Id, other => other.Kind == TraceKind.Reported
            && other.What.Rule == Rule.ProbeStarted && other.Stamp.Node == prober && other.What.Subject == subject);
        var ping = began is null ? null : _record.Between(began.Stamp.Id, entry.Stamp.Id).FirstOrDefault(sent =>
            sent.Kind == TraceKind.Sent && sent.Flight.From == prober && sent.Message.Kind == MessageKind.Ping
            && sent.Flight.To == subject && sent.Message.Sequence == (uint)began.What.Number);
        if (ping is not null && _record.Ways.TryGetValue(ping.Flight.Id, out var way))
        {
            AddMiss(node, entry, way, $"no answer to the direct ping #{ping.Message.Sequence}");
        }
    }

    private TraceEntry? ProbeBegan(TraceEntry failed, uint sequence) => _record.LastBefore(failed.Stamp.Id, other =>
        other.Kind == TraceKind.Reported && other.What.Rule == Rule.ProbeStarted
        && other.Stamp.Node == failed.Stamp.Node && other.What.Subject == failed.What.Subject
        && (uint)other.What.Number == sequence);

    // Any answer would have cleared the member; so each that did not come was needed.
    private void AddMiss(CauseNode probe, TraceEntry end, MessageWay question, string text)
    {
        var sent = question.Sent;
        var obstacle = FindMiss(question, end);
        var miss = Add(probe, new CauseNode
        {
            Form = CauseForm.Absence,
            Key = FormattableString.Invariant($"miss:{sent.Flight.From}:{sent.Message.Subject}:")
                + FormattableString.Invariant($"{sent.Message.Sequence}:{sent.Message.Kind}:{sent.Flight.To}"),
            Text = $"{text}: {obstacle?.Text ?? "it came in time, and was not heeded"}",
            At = sent.Stamp.At,
            Node = sent.Flight.To,
            Event = sent.Stamp.Id,
            Rule = sent.Message.Kind == MessageKind.PingRequest ? Rule.ProbeIndirect : Rule.ProbeStarted,
            IsNeeded = obstacle is not null,
        }, obstacle is null ? null : node => AddObstacle(node, obstacle));
        miss.Removal ??= obstacle?.Removal;
    }

    /// <summary>What first stood in the way of an answer to a ping or a ping request; null where one came.</summary>
    private Obstacle? FindMiss(MessageWay question, TraceEntry end)
    {
        var message = question.Sent.Message;
        var first = Named(question, end);
        if (first is not null || question.Arrived is not { } arrived)
        {
            return first;
        }

        if (message.Kind != MessageKind.PingRequest)
        {
            var reply = message.Kind == MessageKind.StreamPing ? MessageKind.StreamAck : MessageKind.Ack;
            return Answer(arrived, reply, question.Sent.Flight.From) is { } ack ? Named(ack, end) : Silent(arrived);
        }

        if (Answer(arrived, MessageKind.Ping, message.Subject) is not { } ping)
        {
            return Silent(arrived);
        }

        if (Named(ping, end) is { } onPing || ping.Arrived is not { } pinged)
        {
            return Named(ping, end);
        }

        if (Answer(pinged, MessageKind.Ack, ping.Sent.Flight.From) is not { } back)
        {
            return Silent(pinged);
        }

        if (Named(back, end) is { } onAck || back.Arrived is not { } acked)
        {
            return Named(back, end);
        }

        return Answer(acked, MessageKind.Ack, question.Sent.Flight.From) is { } passed
            ? Named(passed, end) : GivenUp(ping, back);
    }

    // A helper waits for so long, then an answer means nothing to it any more.
    private static Obstacle GivenUp(MessageWay ping, MessageWay back)
    {
        var slower = Took(ping) > Took(back) ? ping : back;
        var helper = ping.Sent.Flight.From;
        return new Obstacle($"the answer came to {helper} after {CommandText.Span(Took(ping) + Took(back))}, "
            + "when it had given up", CauseForm.Setting)
        {
            Removal = RunChange.Hurry(slower.Sent.Flight),
        };
    }

    private static TimeSpan Took(MessageWay way) =>
        (way.Arrived?.Stamp.At ?? way.Sent.Flight.DueAt) - way.Sent.Stamp.At;

    // The reason with the name of the message it is about.
    private Obstacle? Named(MessageWay way, TraceEntry end)
    {
        var (flight, kind) = (way.Sent.Flight, way.Sent.Message.Kind);
        return FindObstacle(way, end.Stamp.Id, end.Stamp.At) is { } obstacle
            ? obstacle with { Text = $"{Say.Message(kind)} {flight.From} → {flight.To} was {obstacle.Text}" } : null;
    }

    private static Obstacle Silent(TraceEntry arrived) =>
        new($"{arrived.Flight.To} got {Say.Message(arrived.Message.Kind)} and did not answer it", CauseForm.Truth);

    private MessageWay? Answer(TraceEntry arrived, MessageKind kind, NodeId to)
    {
        foreach (var sent in _record.Between(arrived.Stamp.Id + 1, long.MaxValue))
        {
            if (sent.Stamp.At > arrived.Stamp.At)
            {
                return null;
            }

            if (sent.Kind == TraceKind.Sent && sent.Stamp.Cause == arrived.Stamp.Id && sent.Message.Kind == kind
                && sent.Flight.To == to && _record.Ways.TryGetValue(sent.Flight.Id, out var way))
            {
                return way;
            }
        }

        return null;
    }
}
