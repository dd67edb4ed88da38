using GossipLab.Core.Dissemination;
using GossipLab.Core.Protocol;
using GossipLab.Core.Values;

namespace GossipLab.Core.Nodes;

/// <content>The value: set here, offered by others, asked for.</content>
public sealed partial class GossipNode
{
    private Rule SetNow<TEffects>(in Turn<TEffects> turn, long value)
        where TEffects : struct, IEffects
    {
        var rule = _store.Set(value, turn.Now);
        turn.Report(NodeEvent.OfValue(
            rule == Rule.ValueSet ? NodeEventKind.ValueChanged : NodeEventKind.ValueIgnored, rule, Id, _store.Current));
        if (rule == Rule.ValueSet)
        {
            _disseminator.StartSpreading(turn);
        }

        return rule;
    }

    private Rule AskMajority<TEffects>(in Turn<TEffects> turn, QuorumWrite quorum, long value)
        where TEffects : struct, IEffects
    {
        if (quorum.IsPending)
        {
            turn.Report(NodeEvent.OfValue(
                NodeEventKind.ValueIgnored, Rule.ValueSetRefused, Id, _store.Current));
            return Rule.ValueSetRefused;
        }

        quorum.Ask(turn, _roster, value, _options.Dissemination.Interval);
        turn.Report(NodeEvent.Of(NodeEventKind.Upkeep, Rule.ValueQuorumAsked, Id, quorum.Wanted));
        return quorum.IsDone() ? SetNow(turn, value) : Rule.ValueQuorumAsked;
    }

    private void ReceiveValue<TEffects>(in Turn<TEffects> turn, NodeId from, in Message message)
        where TEffects : struct, IEffects
    {
        switch (message.Kind)
        {
            case MessageKind.Pull:
                AnswerPull(turn, from);
                return;
            case MessageKind.PushFeedback:
                _disseminator.HearFeedback(turn, message.Flag);
                return;
            case MessageKind.Exchange:
                Answer(turn, from, message.Kind);
                break;
            case MessageKind.Push or MessageKind.PullReply
                when _options.Dissemination.Stop == StopRule.FeedbackCounter:
                _disseminator.AnswerPush(turn, from, Knew(turn, message.Value));
                break;
        }

        Offer(turn, from, message.Value);
        if (message.Kind == MessageKind.PullReply && _seldom?.Quorum is { IsPending: true } quorum)
        {
            quorum.Hear(from);
            if (quorum.IsDone())
            {
                SetNow(turn, quorum.Value);
            }
        }
    }

    private void AnswerPull<TEffects>(in Turn<TEffects> turn, NodeId to)
        where TEffects : struct, IEffects
    {
        var isWritten = _store.Before(turn.Now).Generation != Generation.Zero;
        if (_disseminator.Serves(isWritten) || _options.Value.NeedsMajority)
        {
            Answer(turn, to, MessageKind.Pull);
        }
    }

    // One answer a sibling: a value that only pushes carried would never reach those who ask.
    private void Answer<TEffects>(in Turn<TEffects> turn, NodeId to, MessageKind question)
        where TEffects : struct, IEffects
    {
        if (_store.Siblings.Length == 1 && _options.Value.TieBreak != TieBreak.Sum)
        {
            var value = _store.Before(turn.Now);
            turn.Send(to, question == MessageKind.Pull ? Message.PullReply(value) : Message.ExchangeReply(value));
            return;
        }

        foreach (ref readonly var value in _store.Siblings)
        {
            turn.Send(to, question == MessageKind.Pull ? Message.PullReply(value) : Message.ExchangeReply(value));
        }
    }

    // Demers' rule counts a contact as useless when it knew the value at the start of the cycle: a second push that
    // arrives at the same moment as the first is still useful.
    private bool Knew<TEffects>(in Turn<TEffects> turn, in VersionedValue value)
        where TEffects : struct, IEffects => _store.Knew(value, turn.Now);

    private void Offer<TEffects>(in Turn<TEffects> turn, NodeId from, in VersionedValue value)
        where TEffects : struct, IEffects
    {
        var rule = _store.Offer(value, from, turn.Now);
        var changes = ValueStore.Changes(rule);
        turn.Report(NodeEvent.OfValue(
            changes ? NodeEventKind.ValueChanged : NodeEventKind.ValueIgnored, rule, from, value));
        if (changes)
        {
            _disseminator.StartSpreading(turn);
        }
    }
}
