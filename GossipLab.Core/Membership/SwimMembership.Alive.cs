using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Membership;

/// <content>News that a member is alive: memberlist's aliveNode, gate by gate.</content>
public sealed partial class SwimMembership
{
    private void HearAlive<TEffects>(in Turn<TEffects> turn, NodeId sender, in MemberUpdate alive)
        where TEffects : struct, IEffects
    {
        if (alive.Subject == _self && IsLeaving)
        {
            return;
        }

        if ((alive.Versions.IsStated && !alive.Versions.IsSound) || alive.Meta.Bytes > _options.MaxMetaBytes)
        {
            Refuse(turn, sender);
            return;
        }

        var isKnown = _table.TryFind(alive.Subject, out var member);
        if (!isKnown && !TryEnter(turn, alive, out member))
        {
            return;
        }

        var isReplaced = false;
        if (isKnown && member.Address != alive.Address)
        {
            isReplaced = CanMove(member, turn.Now);
            if (!isReplaced)
            {
                turn.Report(NodeEvent.Of(
                    NodeEventKind.Upkeep, Rule.AliveConflict, alive.Subject, alive.Incarnation.Number, sender));
                return;
            }
        }

        if (alive.Subject == _self)
        {
            HearOfSelf(turn, sender, alive, member);
        }
        else if (alive.Incarnation > member.Incarnation || isReplaced)
        {
            Revive(turn, alive, member, isKnown);
        }
    }

    // A member enters as one that is long dead, so that every announcement of it but incarnation 0 is newer.
    private bool TryEnter<TEffects>(in Turn<TEffects> turn, in MemberUpdate alive, out Member member)
        where TEffects : struct, IEffects
    {
        member = new Member(alive.Subject, MemberState.Dead, Incarnation.Zero, Instant.Zero)
        {
            Address = alive.Address,
        };
        if (alive.Incarnation == Incarnation.Zero && _options.RejectIncarnationZero)
        {
            return false;
        }

        _table.Add(member);
        if (!_order.HasRoomFor(_table.Places))
        {
            _order.Begin(turn.Roll(DiceStream.ProbePlacement, (ulong)alive.Subject.Index + 1).Next(), _table.Places);
        }

        return true;
    }

    // A name may come back at another address once its member left, or is dead for long enough.
    private bool CanMove(in Member member, Instant now) => member.State switch
    {
        MemberState.Left => true,
        MemberState.Dead => _options.DeadNodeReclaimTime > TimeSpan.Zero
            && now - member.Since > _options.DeadNodeReclaimTime,
        _ => false,
    };

    private void Revive<TEffects>(in Turn<TEffects> turn, in MemberUpdate alive, in Member before, bool isKnown)
        where TEffects : struct, IEffects
    {
        _suspicions.End(alive.Subject);
        _seldom?.Failed.Remove(alive.Subject);
        _table.Set(before with
        {
            State = MemberState.Alive,
            Incarnation = alive.Incarnation,
            Since = before.State == MemberState.Alive ? before.Since : turn.Now,
            Address = alive.Address,
            Meta = alive.Meta,
            Versions = alive.Versions.IsStated ? alive.Versions : before.Versions,
        });
        var rule = before.State switch
        {
            MemberState.Alive => Rule.AliveAccepted,
            MemberState.Suspect => Rule.AliveClearsSuspect,
            _ => isKnown ? Rule.AliveRevives : Rule.AliveJoined,
        };
        turn.Report(NodeEvent.OfBelief(rule, alive, before.Meta == alive.Meta ? 0 : 1));
        Spread(turn, alive);
    }

    private void HearOfSelf<TEffects>(in Turn<TEffects> turn, NodeId sender, in MemberUpdate alive, in Member self)
        where TEffects : struct, IEffects
    {
        var isOurs = alive.Incarnation == self.Incarnation
            && alive.Meta == self.Meta && alive.Versions == self.Versions;
        if (alive.Incarnation >= self.Incarnation && !isOurs)
        {
            Refute(turn, alive.Incarnation, sender);
        }
    }

    /// <summary>
    /// Says that the node is alive after all, at an incarnation above the accusation's and its own. It doubts its
    /// health, as the accusers may have missed its answers.
    /// </summary>
    private void Refute<TEffects>(in Turn<TEffects> turn, Incarnation accused, NodeId accuser)
        where TEffects : struct, IEffects
    {
        var highest = accused > Incarnation ? accused : Incarnation;
        if (highest.Next == highest)
        {
            // Nothing is above the last incarnation: an accusation of it cannot be refuted.
            Refuse(turn, accuser);
            return;
        }

        _table.TryFind(_self, out var self);
        Incarnation = highest.Next;
        self = self with { Incarnation = Incarnation };
        _table.Set(self);
        turn.Report(NodeEvent.Of(NodeEventKind.Self, Rule.SelfRefuted, _self, Incarnation.Number, accuser));
        ChangeHealth(turn, +1);
        Spread(turn, self.ToUpdate(_self));
    }

    private void ChangeHealth<TEffects>(in Turn<TEffects> turn, int delta)
        where TEffects : struct, IEffects
    {
        if (_health.Add(delta))
        {
            turn.Report(NodeEvent.Of(NodeEventKind.Self, Rule.HealthChanged, _self, _health.Score));
        }
    }
}
