using System.Numerics;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Membership;

/// <content>
/// Exchanges of the whole state (memberlist's push/pull), and attempts to reach failed members (Serf's).
/// </content>
public sealed partial class SwimMembership
{
    private const int MembersBeforeStretching = 32;

    private Instant _nextSync = Instant.Max;
    private Instant _nextReconnect = Instant.Max;

    /// <summary>
    /// How many times rarer than set the whole state is exchanged: 1 up to 32 members, then 1 more with each doubling.
    /// </summary>
    internal static int SyncStretch(int members) =>
        members <= MembersBeforeStretching ? 1 : BitOperations.Log2((uint)members - 1) - 3;

    private void TickSync<TEffects>(in Turn<TEffects> turn)
        where TEffects : struct, IEffects
    {
        var delay = new TimeSpan(_options.SyncInterval.Ticks * SyncStretch(_table.Count));
        _nextSync = turn.Now + delay;
        turn.After(delay, Timer.Of(TimerKind.SyncTick));
        Span<NodeId> peer = stackalloc NodeId[1];
        if (PickPeers(turn, PeerUse.Sync, _self, peer) > 0)
        {
            turn.Send(peer[0], Message.SyncRequest(_table.AllRecords(_self), joins: false));
        }
    }

    // Serf's reconnect: memberlist alone never speaks to the dead again, so a partition would last for ever.
    private void TickReconnect<TEffects>(in Turn<TEffects> turn)
        where TEffects : struct, IEffects
    {
        _nextReconnect = turn.Now + _options.ReconnectInterval;
        turn.After(_options.ReconnectInterval, Timer.Of(TimerKind.ReconnectTick));
        _seldom?.Failed.GiveUp(turn.Now - _options.ReconnectTimeout);
        if (_seldom is not { Failed.Count: > 0 } seldom || IsLeaving)
        {
            return;
        }

        // With a chance of failed to live members, so that all the live together try each failed one once an interval.
        var rng = turn.Roll(DiceStream.Reconnect);
        var live = CountOf(MemberState.Alive) + CountOf(MemberState.Suspect);
        if (rng.Below(live) < seldom.Failed.Count)
        {
            var failed = seldom.Failed[rng.Below(seldom.Failed.Count)];
            turn.Report(NodeEvent.Of(NodeEventKind.Upkeep, Rule.ReconnectTried, failed));
            turn.Send(failed, Message.SyncRequest(_table.AllRecords(_self), joins: true));
        }
    }

    private void HearSyncRequest<TEffects>(in Turn<TEffects> turn, NodeId from, in Message request)
        where TEffects : struct, IEffects
    {
        // The answer is what was believed before: a joiner does not find itself in it.
        turn.Send(from, Message.SyncReply(_table.AllRecords(_self), request.Flag));
        TryMerge(turn, from, request.Updates);
    }

    private void HearSyncReply<TEffects>(in Turn<TEffects> turn, NodeId from, in Message reply)
        where TEffects : struct, IEffects
    {
        if (TryMerge(turn, from, reply.Updates) && reply.Flag)
        {
            _seldom?.Join.Stop();
        }
    }

    private bool TryMerge<TEffects>(in Turn<TEffects> turn, NodeId from, in MemberUpdates records)
        where TEffects : struct, IEffects
    {
        if (records.Count > _options.MaxMembers || !_table.AgreeOnVersions(records))
        {
            Refuse(turn, from);
            return false;
        }

        for (var cursor = 0; _table.TryNextToHear(records, ref cursor, out var record);)
        {
            // A death that is only heard of is a suspicion here, so that its subject can refute; it counts as the
            // node's own, whoever told it, as the teller only repeats others.
            Hear(turn, from, record.State switch
            {
                MemberState.Suspect or MemberState.Dead => MemberUpdate.Suspect(
                    record.Subject, record.Incarnation, record.Subject == _self ? from : _self),
                MemberState.Left => MemberUpdate.Dead(record.Subject, record.Incarnation, record.Subject),
                _ => record,
            });
        }

        turn.Report(NodeEvent.Of(NodeEventKind.Upkeep, Rule.SyncMerged, from, records.Count));
        return true;
    }
}
