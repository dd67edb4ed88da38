using GossipLab.Core.Dissemination;
using GossipLab.Core.Membership;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Values;

namespace GossipLab.Core.Nodes;

/// <summary>
/// A node of the one-value replicated database: a deterministic state machine that is given one input at a time and
/// acts through its turn. The simulator and a real process run this same class.
/// </summary>
public sealed partial class GossipNode
{
    private readonly GossipNodeOptions _options;
    private IRoster _roster;
    private readonly SwimMembership? _swim;
    private readonly ValueStore _store;
    private readonly Disseminator _disseminator;
    private readonly SeldomParts? _seldom;

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
        var incarnation = kept?.Incarnation ?? default;
        _store = new ValueStore(id, options.Value, kept?.Value);
        _disseminator = new Disseminator(options.Dissemination);
        _swim = options.MembershipKind == MembershipKind.Swim
            ? new SwimMembership(id, NodeAddress.Of(id), options.Membership, table) : null;
        var isBeating = options.MembershipKind == MembershipKind.Heartbeat;
        if (isBeating || options.Value.NeedsMajority || incarnation != default)
        {
            _seldom = new SeldomParts
            {
                Heartbeat = isBeating ? new HeartbeatMembership(id, NodeAddress.Of(id), options.Membership) : null,
                Quorum = options.Value.NeedsMajority ? new QuorumWrite() : null,
                Kept = incarnation,
            };
        }

        _roster = _swim?.Roster ?? Heartbeat?.Roster ?? list;
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
    public HeartbeatMembership? Heartbeat => _seldom?.Heartbeat;

    /// <summary>What it would find on its disk after a crash now.</summary>
    public NodeDisk Disk => new(_store.Current, _swim?.Incarnation ?? Heartbeat?.Incarnation ?? Incarnation.Zero);

    /// <summary>The first input: the node comes up.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="known">The members it knows from the beginning, itself included or not.</param>
    /// <param name="together">Whether all of them start at this moment as a formed cluster.</param>
    public void Start<TEffects>(in Turn<TEffects> turn, ReadOnlySpan<NodeId> known, bool together)
        where TEffects : struct, IEffects
    {
        var kept = _seldom?.Kept ?? default;
        _swim?.Start(turn, known, kept, together);
        Heartbeat?.Start(turn, known, kept, together);
        _disseminator.Start(turn, _store.IsWritten);
    }

    /// <summary>Asks a contact to be let into the cluster; tried again until one answers.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="contact">A member of it.</param>
    public void Join<TEffects>(in Turn<TEffects> turn, NodeId contact)
        where TEffects : struct, IEffects
    {
        _swim?.Join(turn, contact);
        Heartbeat?.Join(turn, contact);
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
        Heartbeat?.Receive(turn, from, message);
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

        if (timer.Kind == TimerKind.QuorumTimeout && _seldom?.Quorum is { } quorum)
        {
            if (quorum.IsRefused(timer))
            {
                turn.Report(NodeEvent.Of(NodeEventKind.Upkeep, Rule.ValueQuorumMissed, Id, quorum.Wanted));
            }

            return;
        }

        _swim?.Fire(turn, timer);
        Heartbeat?.Fire(turn, timer);
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
        return _seldom?.Quorum is { } quorum ? AskMajority(turn, quorum, value) : SetNow(turn, value);
    }

    /// <summary>
    /// The node leaves on purpose: it tells the others. Where members are a given list it tells nobody.
    /// </summary>
    /// <param name="turn">The turn.</param>
    public void Leave<TEffects>(in Turn<TEffects> turn)
        where TEffects : struct, IEffects
    {
        _swim?.Leave(turn);
        Heartbeat?.Leave(turn);
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
        Membership = _swim?.View() ?? Heartbeat?.View(),
    };

    /// <summary>Passes its state through a tape.</summary>
    /// <param name="tape">The tape.</param>
    /// <param name="withTable">Whether the table of what it believes goes with it.</param>
    internal void Pass(StateTape tape, bool withTable)
    {
        _store.Pass(tape);
        _disseminator.Pass(tape);
        _swim?.Pass(tape, withTable);
        if (_options.MembershipKind == MembershipKind.Heartbeat || _options.Value.NeedsMajority)
        {
            _seldom!.Pass(tape); // Every node of such a cluster has it.
        }

        _roster = _swim?.Roster ?? Heartbeat?.Roster ?? _roster;
    }
}
