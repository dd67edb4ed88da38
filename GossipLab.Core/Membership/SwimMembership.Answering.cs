using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Membership;

/// <content>Answers to others' probes, also as their helper (memberlist's handlePing and handleIndirectPing).</content>
public sealed partial class SwimMembership
{
    private void HearPing<TEffects>(in Turn<TEffects> turn, NodeId from, in Message ping)
        where TEffects : struct, IEffects
    {
        if (IsMeant(ping))
        {
            SendWithNews(turn, from, Message.Ack(ping.Sequence));
        }
        else
        {
            Refuse(turn, from);
        }
    }

    private void HearStreamPing<TEffects>(in Turn<TEffects> turn, NodeId from, in Message ping)
        where TEffects : struct, IEffects
    {
        if (IsMeant(ping))
        {
            turn.Send(from, Message.StreamAck(ping.Sequence));
        }
        else
        {
            Refuse(turn, from);
        }
    }

    // Whoever now has the address of a member must not answer for it. A ping for nobody in particular is for anybody.
    private bool IsMeant(in Message ping) => ping.Subject == _self || !ping.Subject.IsSomebody;

    private void HearPingRequest<TEffects>(in Turn<TEffects> turn, NodeId from, in Message request)
        where TEffects : struct, IEffects
    {
        // A helper needs no record of whom it pings.
        var relay = new Relay(_sequence + 1, from, request.Sequence, request.Subject, request.Flag);
        if (!_table.Fits(request.Subject) || !Seldom.Relays.TryAdd(relay))
        {
            Refuse(turn, from);
            return;
        }

        _sequence++;
        SendWithNews(turn, request.Subject, Message.Ping(request.Subject, relay.Sequence));
        turn.After(
            relay.WantsNack ? NackDelay : _options.ProbeTimeout,
            new Timer(TimerKind.RelayTimeout, relay.Sequence, request.Subject));
    }

    private TimeSpan NackDelay => new(_options.ProbeTimeout.Ticks
        * _options.NackAtShareOfTimeout.Numerator / _options.NackAtShareOfTimeout.Denominator);

    private void PassAckOn<TEffects>(in Turn<TEffects> turn, uint sequence)
        where TEffects : struct, IEffects
    {
        if (_seldom is { } seldom && seldom.Relays.TryFind(sequence, out var relay))
        {
            seldom.Relays.Remove(sequence);
            ReportRelay(turn, Rule.RelayAcked, relay);
            SendWithNews(turn, relay.Requester, Message.Ack(relay.Request));
        }
    }

    // A relay that was nacked early still passes on an ack until the ping has had its whole time.
    private void EndRelay<TEffects>(in Turn<TEffects> turn, uint sequence)
        where TEffects : struct, IEffects
    {
        if (_seldom is not { } seldom || !seldom.Relays.TryFind(sequence, out var relay))
        {
            return;
        }

        if (!relay.WantsNack)
        {
            seldom.Relays.Remove(sequence);
            return;
        }

        seldom.Relays.NoteNack(sequence);
        turn.After(_options.ProbeTimeout - NackDelay, new Timer(TimerKind.RelayTimeout, sequence, relay.Subject));
        ReportRelay(turn, Rule.RelayNacked, relay);
        SendWithNews(turn, relay.Requester, Message.Nack(relay.Request));
    }

    private static void ReportRelay<TEffects>(in Turn<TEffects> turn, Rule rule, in Relay relay)
        where TEffects : struct, IEffects =>
        turn.Report(NodeEvent.Of(NodeEventKind.Probe, rule, relay.Subject, relay.Request, relay.Requester));
}
