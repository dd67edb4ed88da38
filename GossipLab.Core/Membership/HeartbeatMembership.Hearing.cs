using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Membership;

/// <content>What others' messages change.</content>
public sealed partial class HeartbeatMembership
{
    private void HearHeartbeat<TEffects>(in Turn<TEffects> turn, NodeId from)
        where TEffects : struct, IEffects
    {
        if (from == _self)
        {
            return;
        }

        if (!_table.TryFind(from, out var member))
        {
            Meet(turn, NewMember(from, Incarnation.Zero.Next, NodeAddress.Of(from), turn.Now));
            return;
        }

        // Heartbeats that were under way when it left come after its farewell.
        if (member.State == MemberState.Left && turn.Now - member.Since < _options.HeartbeatTimeout)
        {
            return;
        }

        _heardAt[from.Index] = turn.Now;
        if (member.IsGone)
        {
            Change(turn, MemberUpdate.Alive(from, member.Incarnation, member.Address), Rule.HeartbeatReturned);
        }
    }

    private void HearLeaving<TEffects>(in Turn<TEffects> turn, NodeId from, ReadOnlySpan<MemberUpdate> news)
        where TEffects : struct, IEffects
    {
        foreach (ref readonly var update in news)
        {
            if (update.State == MemberState.Left && update.Subject == from && from != _self
                && _table.StateOf(from) is MemberState.Alive or MemberState.Dead)
            {
                Change(turn, MemberUpdate.Dead(from, IncarnationOf(from), from), Rule.LeftAccepted);
            }
        }
    }

    // Only who there is counts in an exchange; who is alive is heard from themselves. Those whom the teller believes
    // dead are met too: whoever is not sent heartbeats and sends none would stay unknown for ever.
    private void HearMembers<TEffects>(in Turn<TEffects> turn, ReadOnlySpan<MemberUpdate> records)
        where TEffects : struct, IEffects
    {
        foreach (ref readonly var record in records)
        {
            if (!_table.Fits(record.Subject) || _table.Knows(record.Subject) || record.State == MemberState.Left)
            {
                continue;
            }

            Meet(turn, NewMember(record.Subject, record.Incarnation, record.Address, turn.Now));
            if (record.State == MemberState.Dead)
            {
                Change(turn, record, Rule.DeadAccepted);
            }
        }
    }

    private void Meet<TEffects>(in Turn<TEffects> turn, in Member member)
        where TEffects : struct, IEffects
    {
        Enter(member);
        turn.Report(NodeEvent.OfBelief(Rule.AliveJoined, member.ToUpdate(_self)));
    }

    private void Enter(in Member member)
    {
        _table.Add(member);
        if (member.Id.Index >= _heardAt.Length)
        {
            Array.Resize(ref _heardAt, Math.Max(member.Id.Index + 1, 2 * _heardAt.Length));
        }

        _heardAt[member.Id.Index] = member.Since;
    }

    private void Change<TEffects>(in Turn<TEffects> turn, in MemberUpdate update, Rule rule)
        where TEffects : struct, IEffects
    {
        _table.TryFind(update.Subject, out var member);
        _table.Set(member with { State = update.State, Since = turn.Now });
        turn.Report(NodeEvent.OfBelief(rule, update));
    }

    private void AskForSync<TEffects>(in Turn<TEffects> turn)
        where TEffects : struct, IEffects
    {
        if (_options.SyncInterval > TimeSpan.Zero)
        {
            turn.After(_options.SyncInterval, Timer.Of(TimerKind.SyncTick));
        }
    }

    private void TickSync<TEffects>(in Turn<TEffects> turn)
        where TEffects : struct, IEffects
    {
        AskForSync(turn);
        var rng = turn.Roll(DiceStream.SyncPeer);
        var peer = _table[rng.Below(_table.Places)];
        if (!IsLeaving && peer != _self && _table.StateOf(peer) == MemberState.Alive)
        {
            turn.Send(peer, Message.SyncRequest(_table.AllRecords(_self), joins: false));
        }
    }
}
