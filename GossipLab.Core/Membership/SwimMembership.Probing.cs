using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Membership;

/// <content>
/// The probe of one member at each interval: a ping, then helpers and a stream, then an accusation (memberlist's
/// probeNode). An answer of any kind ends it.
/// </content>
public sealed partial class SwimMembership
{
    private ProbeOrder _order;
    private Probe _probe;
    private Instant _nextProbe;

    private void TickProbe<TEffects>(in Turn<TEffects> turn)
        where TEffects : struct, IEffects
    {
        _nextProbe = turn.Now + _options.ProbeInterval;
        turn.After(_options.ProbeInterval, Timer.Of(TimerKind.ProbeTick));
        if (_probe.IsRunning)
        {
            _order.HasPendingTick = true;
        }
        else
        {
            ProbeNext(turn);
        }
    }

    private void ProbeNext<TEffects>(in Turn<TEffects> turn)
        where TEffects : struct, IEffects
    {
        for (var orders = 0; orders < 2; orders++)
        {
            while (_order.TryTake(_table, out var id))
            {
                if (id != _self && _table.TryFind(id, out var member) && !member.IsGone)
                {
                    BeginProbe(turn, member);
                    return;
                }
            }

            ResetOrder(turn);
        }
    }

    private void BeginProbe<TEffects>(in Turn<TEffects> turn, in Member member)
        where TEffects : struct, IEffects
    {
        var timeout = _options.ProbeTimeout;
        timeout = _options.ScaleTimeoutWithHealth ? _health.Stretch(timeout) : timeout;
        _probe.Begin(member, ++_sequence, turn.Now, timeout, _health.Stretch(_options.ProbeInterval));
        turn.Heed(TimerKind.ProbeTimeout, heeds: true);
        turn.Report(NodeEvent.Of(NodeEventKind.Probe, Rule.ProbeStarted, member.Id, _sequence));
        var ping = Message.Ping(member.Id, _sequence);
        if (member.State != MemberState.Alive && _options.BuddySystem)
        {
            // Lifeguard's Buddy System: the suspect hears of it first from those who ping it, and nothing else.
            var suspect = MemberUpdate.Suspect(member.Id, member.Incarnation, _self);
            turn.Send(member.Id, ping.Carrying(MemberUpdates.Of(suspect)));
        }
        else
        {
            SendWithNews(turn, member.Id, ping);
        }

        turn.After(timeout, new Timer(TimerKind.ProbeTimeout, _sequence, member.Id));
    }

    private void TurnToHelpers<TEffects>(in Turn<TEffects> turn, uint sequence)
        where TEffects : struct, IEffects
    {
        if (_probe.Phase != ProbePhase.Direct || _probe.Sequence != sequence)
        {
            return;
        }

        var subject = _probe.Subject;
        if (!_table.TryFind(subject.Id, out var now) || now.Address != subject.Address)
        {
            // It is not the one that was pinged any more (foca: no indirect cycle if the probed disappears).
            ProbeIsOver(turn);
            return;
        }

        _probe.TurnToHelpers();
        AskHelpers(turn, subject.Id);
        if (_options.UseStreamPing && subject.Versions.AnswersStreamPing)
        {
            turn.Send(subject.Id, Message.StreamPing(subject.Id, sequence));
        }

        turn.After(_probe.Span - _probe.Timeout, new Timer(TimerKind.ProbeDeadline, sequence, subject.Id));
    }

    private void AskHelpers<TEffects>(in Turn<TEffects> turn, NodeId subject)
        where TEffects : struct, IEffects
    {
        Span<NodeId> helpers = stackalloc NodeId[_options.IndirectChecks];
        var count = PickPeers(turn, PeerUse.Help, subject, helpers);
        turn.Report(NodeEvent.Of(NodeEventKind.Probe, Rule.ProbeIndirect, subject, count));
        foreach (var helper in helpers[..count])
        {
            var wantsNack = _options.HealthAwareProbe
                && _table.TryFind(helper, out var member) && member.Versions.SendsNacks;
            _probe.AddHelper(helper, wantsNack);
            SendWithNews(turn, helper, Message.PingRequest(subject, _probe.Sequence, wantsNack));
        }
    }

    private void HearAck<TEffects>(in Turn<TEffects> turn, NodeId from, uint sequence)
        where TEffects : struct, IEffects
    {
        if (_probe.IsRunning && _probe.Sequence == sequence)
        {
            Succeed(turn, Rule.ProbeAcked, from);
        }
        else
        {
            PassAckOn(turn, sequence);
        }
    }

    private void HearNack<TEffects>(in Turn<TEffects> turn, NodeId from, uint sequence)
        where TEffects : struct, IEffects
    {
        if (_probe.IsRunning && _probe.Sequence == sequence && _probe.HearNack(from))
        {
            turn.Report(NodeEvent.Of(NodeEventKind.Probe, Rule.ProbeNacked, _probe.Subject.Id, sequence, from));
        }
    }

    // Not the end of the probe: an ack until its deadline still counts as one, as memberlist has it.
    private void HearStreamAck(NodeId from, uint sequence)
    {
        if (_probe.Phase == ProbePhase.Indirect && _probe.Sequence == sequence && _probe.Subject.Id == from)
        {
            _probe.HasStreamAnswer = true;
        }
    }

    private void EndProbe<TEffects>(in Turn<TEffects> turn, uint sequence)
        where TEffects : struct, IEffects
    {
        if (_probe.Phase != ProbePhase.Indirect || _probe.Sequence != sequence)
        {
            return;
        }

        if (_probe.HasStreamAnswer)
        {
            Succeed(turn, Rule.ProbeStreamAcked, _probe.Subject.Id);
            return;
        }

        var subject = _probe.Subject;
        turn.Report(NodeEvent.Of(NodeEventKind.Probe, Rule.ProbeFailed, subject.Id, sequence));
        ChangeHealth(turn, _probe.NacksWanted > 0 ? _probe.NacksWanted - _probe.NacksHeard : 1);
        HearSuspect(turn, MemberUpdate.Suspect(subject.Id, subject.Incarnation, _self));
        ProbeIsOver(turn);
    }

    private void Succeed<TEffects>(in Turn<TEffects> turn, Rule rule, NodeId from)
        where TEffects : struct, IEffects
    {
        turn.Report(NodeEvent.Of(NodeEventKind.Probe, rule, _probe.Subject.Id, _probe.Sequence, from));
        ChangeHealth(turn, -1);
        ProbeIsOver(turn);
    }

    private void ProbeIsOver<TEffects>(in Turn<TEffects> turn)
        where TEffects : struct, IEffects
    {
        _probe.End();
        turn.Heed(TimerKind.ProbeTimeout, heeds: false);
        if (_order.HasPendingTick)
        {
            _order.HasPendingTick = false;
            ProbeNext(turn);
        }
    }
}
