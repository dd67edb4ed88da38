using GossipLab.Core.Dissemination;
using GossipLab.Core.Membership;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Values;

namespace GossipLab.Core.Nodes;

/// <summary>
/// A node of the one-value replicated database: a deterministic state machine that is given one input at a time and
/// acts
/// through its turn. The simulator and a real process run this same class.
/// </summary>
public sealed partial class GossipNode
{
    private readonly GossipNodeOptions _options;
    private IRoster _roster;
    private readonly SwimMembership? _swim;
    private HeartbeatMembership? _heartbeat;
    private readonly ValueStore _store;
    private readonly Disseminator _disseminator;
    private readonly Incarnation _kept;

    // Only where a set needs a majority.
    private QuorumWrite? _quorum;

    /// <summary>A node that has not started yet.</summary>
    /// <param name="id">Who it is.</param>
    /// <param name="options">Its settings.</param>
    /// <param name="list">The given list of members; used where membership is static.</param>
    /// <param name="kept">What its disk holds, or null for a disk that is new.</param>
    /// <param name="table">
    /// Where it keeps what it believes of members; empty. A table of its own where none is given.
    /// </param>
    public GossipNode(
        NodeId id, GossipNodeOptions options, StaticRoster list, NodeDisk? kept = null, MemberTable? table = null)
    {
        Id = id;
        _options = options;
        _kept = kept?.Incarnation ?? default;
        _store = new ValueStore(id, options.Value, kept?.Value);
        _disseminator = new Disseminator(options.Dissemination);
        _quorum = options.Value.NeedsMajority ? new QuorumWrite() : null;
        _swim = options.MembershipKind == MembershipKind.Swim
            ? new SwimMembership(id, NodeAddress.Of(id), options.Membership, table) : null;
        _heartbeat = options.MembershipKind == MembershipKind.Heartbeat
            ? new HeartbeatMembership(id, NodeAddress.Of(id), options.Membership) : null;
        _roster = _swim?.Roster ?? _heartbeat?.Roster ?? list;
    }

    /// <summary>Who it is.</summary>
    public NodeId Id { get; }

    /// <summary>The value it holds.</summary>
    public ValueStore Store => _store;

    /// <summary>Whether it still tells the newest value it knows.</summary>
    public bool IsSpreading => _disseminator.IsSpreading;

    /// <summary>The members it knows.</summary>
    public IRoster Roster => _roster;

    /// <summary>Its SWIM membership, or null where it has another kind.</summary>
    public SwimMembership? Swim => _swim;

    /// <summary>Its heartbeat membership, or null where it has another kind.</summary>
    public HeartbeatMembership? Heartbeat => _heartbeat;

    /// <summary>What it would find on its disk after a crash now.</summary>
    public NodeDisk Disk => new(_store.Current, _swim?.Incarnation ?? _heartbeat?.Incarnation ?? Incarnation.Zero);

    /// <summary>The first input: the node comes up.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="known">The members it knows from the beginning, itself included or not.</param>
    /// <param name="together">Whether all of them start at this moment as a formed cluster.</param>
    public void Start<TEffects>(in Turn<TEffects> turn, ReadOnlySpan<NodeId> known, bool together)
        where TEffects : struct, IEffects
    {
        _swim?.Start(turn, known, _kept, together);
        _heartbeat?.Start(turn, known, _kept, together);
        _disseminator.Start(turn, _store.IsWritten);
    }

    /// <summary>Asks a contact to be let into the cluster; tried again until one answers.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="contact">A member of it.</param>
    public void Join<TEffects>(in Turn<TEffects> turn, NodeId contact)
        where TEffects : struct, IEffects
    {
        _swim?.Join(turn, contact);
        _heartbeat?.Join(turn, contact);
    }

    /// <summary>A message arrived.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="from">Who sent it.</param>
    /// <param name="message">The message.</param>
    public void Receive<TEffects>(in Turn<TEffects> turn, NodeId from, in Message message)
        where TEffects : struct, IEffects
    {
        if (message.IsAboutValue)
        {
            ReceiveValue(turn, from, message);
            return;
        }

        _swim?.Receive(turn, from, message);
        _heartbeat?.Receive(turn, from, message);
    }

    /// <summary>A timer fired.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="timer">The timer as it was asked for.</param>
    public void Fire<TEffects>(in Turn<TEffects> turn, in Timer timer)
        where TEffects : struct, IEffects
    {
        if (timer.Kind == TimerKind.ValueTick)
        {
            _disseminator.Tick(turn, _roster, _store.Siblings);
            return;
        }

        if (timer.Kind == TimerKind.QuorumTimeout && _quorum is { } quorum)
        {
            if (quorum.IsRefused(timer))
            {
                turn.Report(NodeEvent.Of(NodeEventKind.Upkeep, Rule.ValueQuorumMissed, Id, quorum.Wanted));
            }

            return;
        }

        _swim?.Fire(turn, timer);
        _heartbeat?.Fire(turn, timer);
    }

    /// <summary>Whether a timer means anything any more; where it does not, firing it would change nothing.</summary>
    /// <param name="timer">The timer as it was asked for.</param>
    internal bool Heeds(in Timer timer) => _swim?.Heeds(timer) ?? true;

    /// <summary>A client sets the value.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="value">The new value.</param>
    /// <returns>
    /// <see cref="Rule.ValueSet"/>; <see cref="Rule.ValueSetRefused"/> when nothing changed;
    /// <see cref="Rule.ValueQuorumAsked"/> when it waits for a majority.
    /// </returns>
    public Rule Set<TEffects>(in Turn<TEffects> turn, long value)
        where TEffects : struct, IEffects
    {
        if (_quorum is { } quorum)
        {
            return AskMajority(turn, quorum, value);
        }

        return SetNow(turn, value);
    }

    /// <summary>
    /// The node leaves on purpose: it tells the others. Where members are a given list it tells nobody.
    /// </summary>
    /// <param name="turn">The turn.</param>
    public void Leave<TEffects>(in Turn<TEffects> turn)
        where TEffects : struct, IEffects
    {
        _swim?.Leave(turn);
        _heartbeat?.Leave(turn);
    }

    /// <summary>A copy of its state for an inspector.</summary>
    public NodeView View() => new()
    {
        Id = Id,
        Value = _store.Current,
        Siblings = _store.Siblings.ToArray(),
        LearnedAt = _store.LearnedAt,
        LearnedFrom = _store.LearnedFrom,
        IsSpreading = _disseminator.IsSpreading,
        Rounds = _disseminator.Rounds,
        Membership = _swim?.View() ?? _heartbeat?.View(),
    };

    /// <summary>Passes its state through a tape.</summary>
    /// <param name="tape">The tape.</param>
    /// <param name="withTable">Whether the table of what it believes goes with it.</param>
    internal void Pass(StateTape tape, bool withTable)
    {
        _store.Pass(tape);
        _disseminator.Pass(tape);
        _swim?.Pass(tape, withTable);
        _heartbeat = tape.Pass(_heartbeat, static heartbeat => heartbeat.Copy());
        _quorum = tape.Pass(_quorum, static quorum => quorum.Copy());
        _roster = _swim?.Roster ?? _heartbeat?.Roster ?? _roster;
    }

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
                if (_quorum is not null || _disseminator.Serves(_store.Before(turn.Now).Generation != Generation.Zero))
                {
                    Answer(turn, from, message.Kind);
                }

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
        if (message.Kind == MessageKind.PullReply && _quorum is { IsPending: true } quorum)
        {
            quorum.Hear(from);
            if (quorum.IsDone())
            {
                SetNow(turn, quorum.Value);
            }
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
