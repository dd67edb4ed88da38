using GossipLab.Core.Dissemination;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Membership;

/// <content>How news travels: on every ping, ack and request, and by gossip ticks of its own.</content>
public sealed partial class SwimMembership
{
    private Instant _firstGossip;
    private Instant _nextGossip = Instant.Max;

    private bool HasNews => _rumors is { Count: > 0 };

    private int RumorLimit => RumorQueue.LimitFor(_options.RetransmitMultiplier, _table.Count);

    private void Spread<TEffects>(in Turn<TEffects> turn, in MemberUpdate news)
        where TEffects : struct, IEffects
    {
        Rumors.Add(news);
        AskForGossipTick(turn);
        NoteLeaveSpread(turn);
    }

    // Ticks come at constant intervals since the start, but only those that find news are asked for: the others would
    // do nothing.
    private void AskForGossipTick<TEffects>(in Turn<TEffects> turn)
        where TEffects : struct, IEffects
    {
        if (_nextGossip != Instant.Max || !HasNews)
        {
            return;
        }

        var since = turn.Now - _firstGossip;
        var delay = since < TimeSpan.Zero
            ? -since : new TimeSpan(_options.GossipInterval.Ticks - since.Ticks % _options.GossipInterval.Ticks);
        _nextGossip = turn.Now + delay;
        turn.After(delay, Timer.Of(TimerKind.GossipTick));
    }

    private void TickGossip<TEffects>(in Turn<TEffects> turn)
        where TEffects : struct, IEffects
    {
        _nextGossip = Instant.Max;
        if (!HasNews)
        {
            return;
        }

        Span<NodeId> targets = stackalloc NodeId[_options.GossipNodes];
        var count = PickPeers(turn, PeerUse.Gossip, _self, targets);
        foreach (var target in targets[..count])
        {
            var news = TakeNews(turn, MessageSize.MaxPacketBytes - MessageSize.CompoundHeaderBytes);
            if (news.Count == 0)
            {
                break;
            }

            turn.Send(target, Message.Gossip(news));
        }

        AskForGossipTick(turn);
    }

    private void SendWithNews<TEffects>(in Turn<TEffects> turn, NodeId to, in Message message)
        where TEffects : struct, IEffects
    {
        if (!HasNews)
        {
            turn.Send(to, message);
            return;
        }

        var budget = MessageSize.MaxPacketBytes - MessageSize.CompoundHeaderBytes
            - MessageSize.CompoundPartBytes - MessageSize.Of(message);
        turn.Send(to, message.Carrying(TakeNews(turn, budget)));
    }

    private MemberUpdates TakeNews<TEffects>(in Turn<TEffects> turn, int budget)
        where TEffects : struct, IEffects
    {
        var news = Rumors.Take(MessageSize.CompoundPartBytes, budget, RumorLimit);
        NoteLeaveSpread(turn);
        return news;
    }
}
