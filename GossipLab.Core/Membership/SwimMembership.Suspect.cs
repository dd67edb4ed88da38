using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Membership;

/// <content>Suspicions: memberlist's suspectNode, and how they end.</content>
public sealed partial class SwimMembership
{
    private void HearSuspect<TEffects>(in Turn<TEffects> turn, in MemberUpdate suspect)
        where TEffects : struct, IEffects
    {
        if (!_options.UseSuspicion)
        {
            // SWIM without suspicion (section 3) knows only deaths; others' doubts count as such.
            HearDead(turn, suspect);
            return;
        }

        if (_table.StateOf(suspect.Subject, out var incarnation) is not { } state || suspect.Incarnation < incarnation)
        {
            return;
        }

        var running = _suspicions.PlaceOf(suspect.Subject);
        if (running >= 0)
        {
            Confirm(turn, ref _suspicions.At(running), suspect);
        }
        else if (state == MemberState.Alive && suspect.Subject == _self)
        {
            Refute(turn, suspect.Incarnation, suspect.From);
        }
        else if (state == MemberState.Alive)
        {
            Suspect(turn, suspect);
        }
    }

    private void Suspect<TEffects>(in Turn<TEffects> turn, in MemberUpdate suspect)
        where TEffects : struct, IEffects
    {
        _table.TryFind(suspect.Subject, out var member);
        _table.Set(member with { State = MemberState.Suspect, Incarnation = suspect.Incarnation, Since = turn.Now });
        var span = SuspicionSpan.For(_options, _table.Count);
        ref var suspicion = ref _suspicions.Start(suspect, turn.Now, span);
        var lasts = suspicion.Deadline - turn.Now;
        turn.Report(NodeEvent.OfBelief(Rule.SuspectAccepted, suspect, Microseconds(lasts)));
        turn.After(lasts, new Timer(TimerKind.Suspicion, suspicion.Token, suspect.Subject));
        Spread(turn, suspect);
    }

    // Lifeguard: each independent accuser shortens the suspicion, and only such are told on.
    private void Confirm<TEffects>(in Turn<TEffects> turn, ref Suspicion suspicion, in MemberUpdate suspect)
        where TEffects : struct, IEffects
    {
        if (!suspicion.Confirm(suspect.From, _suspicions.NextToken()))
        {
            return;
        }

        var left = suspicion.Deadline - turn.Now;
        left = left < TimeSpan.Zero ? TimeSpan.Zero : left;
        turn.Report(NodeEvent.Of(NodeEventKind.Upkeep, Rule.SuspectConfirmed, suspect.Subject, suspicion.Confirmations,
            suspect.From) with
        { State = MemberState.Suspect, Value = Microseconds(left) });
        turn.After(left, new Timer(TimerKind.Suspicion, suspicion.Token, suspect.Subject));
        Spread(turn, suspect);
    }

    /// <summary>Whether a timer means anything any more, as far as that is easily said.</summary>
    internal bool Heeds(in Timer timer) => timer.Kind != TimerKind.Suspicion
        || (_suspicions.TryFind(timer.Subject, out var suspicion) && suspicion.Token == timer.Token);

    private void EndSuspicion<TEffects>(in Turn<TEffects> turn, in Timer timer)
        where TEffects : struct, IEffects
    {
        if (Heeds(timer) && _table.TryFind(timer.Subject, out var member))
        {
            var dead = MemberUpdate.Dead(timer.Subject, member.Incarnation, _self);
            Bury(turn, dead, member, Rule.SuspicionTimeout);
        }
    }

    private static long Microseconds(TimeSpan span) => span.Ticks / TimeSpan.TicksPerMicrosecond;
}
