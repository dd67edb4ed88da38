using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Membership;

/// <content>Deaths and departures: memberlist's deadNode, and how the gone are forgotten.</content>
public sealed partial class SwimMembership
{
    private void HearDead<TEffects>(in Turn<TEffects> turn, in MemberUpdate heard)
        where TEffects : struct, IEffects
    {
        if (_table.StateOf(heard.Subject, out var incarnation) is null or MemberState.Dead or MemberState.Left
            || heard.Incarnation < incarnation)
        {
            return;
        }

        if (heard.Subject == _self && !IsLeaving)
        {
            Refute(turn, heard.Incarnation, heard.From);
            return;
        }

        // Whoever says so of itself leaves; what the message calls it does not count.
        _table.TryFind(heard.Subject, out var member);
        var dead = MemberUpdate.Dead(heard.Subject, heard.Incarnation, heard.From);
        Bury(turn, dead, member, dead.State == MemberState.Left ? Rule.LeftAccepted : Rule.DeadAccepted);
    }

    private void Bury<TEffects>(in Turn<TEffects> turn, in MemberUpdate dead, in Member member, Rule rule)
        where TEffects : struct, IEffects
    {
        var lasted = _suspicions.TryFind(dead.Subject, out var suspicion)
            ? turn.Now - suspicion.Started : TimeSpan.Zero;
        _suspicions.End(dead.Subject);
        _table.Set(member with { State = dead.State, Incarnation = dead.Incarnation, Since = turn.Now });
        if (dead.State == MemberState.Dead && _options.ReconnectInterval > TimeSpan.Zero)
        {
            Seldom.Failed.Add(dead.Subject, turn.Now);
        }

        turn.Report(NodeEvent.OfBelief(rule, dead, Microseconds(lasted)));
        Spread(turn, dead);
    }

    // At every end of the probe order (memberlist's resetNodes): who is gone for long is forgotten, a new order begins.
    private void ResetOrder<TEffects>(in Turn<TEffects> turn)
        where TEffects : struct, IEffects
    {
        if (CountOf(MemberState.Dead) + CountOf(MemberState.Left) > 0)
        {
            var reaped = new List<Member>();
            _table.Reap(turn.Now - _options.GossipToTheDeadTime, _self, reaped);
            foreach (var member in reaped)
            {
                turn.Report(NodeEvent.OfBelief(Rule.MemberReaped, member.ToUpdate(_self)));
            }
        }

        _order.Begin(turn.Roll(DiceStream.ProbeOrder).Next(), _table.Places);
    }
}
