using GossipLab.Core.Dissemination;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Membership;

/// <summary>
/// Who is in the cluster, as one node finds out and spreads it: SWIM (Das, Gupta, Motivala 2002) with Lifeguard, by
/// memberlist's rules, and Serf's reconnecting. Each rule says which it is by the event it reports.
/// <code>
/// Alive --no answer--> Suspect --timeout--> Dead        Alive --leaves--> Left
///   ^---newer alive------'  ^ every accuser shortens it; only the accused raises its incarnation to refute
/// </code>
/// </summary>
public sealed partial class SwimMembership
{
    private readonly NodeId _self;
    private readonly NodeAddress _address;
    private readonly MembershipOptions _options;
    private MemberTable _table;
    private LocalHealth _health;
    private SuspicionTable _suspicions;
    private RumorQueue? _rumors;
    private SeldomUsed? _seldom;
    private uint _sequence;

    /// <summary>A membership that has not started.</summary>
    /// <param name="self">The node.</param>
    /// <param name="address">Where it listens.</param>
    /// <param name="options">The settings.</param>
    /// <param name="table">Where it keeps what it believes; empty. A table of its own where none is given.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting, or the node's number, is out of its bounds.</exception>
    public SwimMembership(NodeId self, NodeAddress address, MembershipOptions options, MemberTable? table = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _self = self;
        _address = address;
        _options = options;
        _table = table ?? new DenseTable(options.MaxMembers);
        ArgumentOutOfRangeException.ThrowIfEqual(_table.Fits(self), false, nameof(self));
        _health = new LocalHealth(options.HealthAwareProbe ? options.HealthMaxMultiplier : 1);
    }

    /// <summary>The members it knows, itself included.</summary>
    public IRoster Roster => _table;

    /// <summary>Its own incarnation; 0 before it started.</summary>
    public Incarnation Incarnation { get; private set; }

    /// <summary>The news it tells.</summary>
    internal RumorQueue Rumors => _rumors ??= new RumorQueue();

    private SeldomUsed Seldom => _seldom ??= new SeldomUsed();

    /// <summary>What it believes of somebody; null where it knows nothing.</summary>
    /// <param name="id">Anybody.</param>
    public MemberState? StateOf(NodeId id) => _table.StateOf(id);

    /// <summary>Its record of somebody.</summary>
    /// <param name="id">Anybody.</param>
    /// <param name="member">The record, where there is one.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryFind(NodeId id, out Member member) => _table.TryFind(id, out member);

    /// <summary>
    /// Whether it keeps anything about somebody: a record, or the wish to reach them again after they failed.
    /// </summary>
    /// <param name="id">Anybody.</param>
    public bool Remembers(NodeId id) =>
        _table.StateOf(id) is not null || (_seldom is { } seldom && seldom.Failed.Contains(id));

    /// <summary>How many members it believes to be in a state.</summary>
    /// <param name="state">The state.</param>
    public int CountOf(MemberState state) => _table.CountOf(state);

    /// <summary>Until when a suspect can refute; null for others.</summary>
    /// <param name="id">Anybody.</param>
    public Instant? SuspicionDeadline(NodeId id) =>
        _suspicions.TryFind(id, out var suspicion) ? suspicion.Deadline : null;

    /// <summary>The first input: the node comes up, announces itself and begins to probe.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="known">The members that everybody knows from the beginning, itself included or not.</param>
    /// <param name="last">The incarnation kept on its disk; 0 for none. It announces the one after.</param>
    /// <param name="together">
    /// Whether all of them start at this moment as a formed cluster, so that there is nothing to announce.
    /// </param>
    public void Start<TEffects>(in Turn<TEffects> turn, ReadOnlySpan<NodeId> known, Incarnation last, bool together)
        where TEffects : struct, IEffects
    {
        if (Incarnation != Incarnation.Zero)
        {
            throw new InvalidOperationException("a membership starts once");
        }

        Incarnation = last.Next;
        var self = new Member(_self, MemberState.Alive, Incarnation, turn.Now)
        {
            Address = _address,
            Versions = ProtocolVersions.Current,
        };
        _table.Add(self);
        _table.AddFounders(known, turn.Now);
        _order.Begin(turn.Roll(DiceStream.ProbePlacement).Next(), _table.Places);
        StartTimers(turn);
        if (!together || last != Incarnation.Zero)
        {
            Spread(turn, self.ToUpdate(_self));
        }
    }

    /// <summary>A message arrived. Whatever it holds, nothing is thrown; what makes no sense is refused.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="from">Who sent it.</param>
    /// <param name="message">The message.</param>
    public void Receive<TEffects>(in Turn<TEffects> turn, NodeId from, in Message message)
        where TEffects : struct, IEffects
    {
        if (!_table.Fits(from))
        {
            Refuse(turn, from);
            return;
        }

        switch (message.Kind)
        {
            case MessageKind.Ping: HearPing(turn, from, message); break;
            case MessageKind.Ack: HearAck(turn, from, message.Sequence); break;
            case MessageKind.PingRequest: HearPingRequest(turn, from, message); break;
            case MessageKind.Nack: HearNack(turn, from, message.Sequence); break;
            case MessageKind.SyncRequest: HearSyncRequest(turn, from, message); return;
            case MessageKind.SyncReply: HearSyncReply(turn, from, message); return;
            case MessageKind.StreamPing: HearStreamPing(turn, from, message); break;
            case MessageKind.StreamAck: HearStreamAck(from, message.Sequence); break;
            case MessageKind.Gossip: break;
            default: return;
        }

        foreach (ref readonly var update in message.Updates.Items)
        {
            var fact = _table.FactOf(update);
            if (!_table.HasHeard(fact))
            {
                Hear(turn, from, update);
                NoteHeard(fact, update);
            }
        }
    }

    /// <summary>A timer fired. One that no longer means anything is ignored.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="timer">The timer as it was asked for.</param>
    public void Fire<TEffects>(in Turn<TEffects> turn, in Timer timer)
        where TEffects : struct, IEffects
    {
        switch (timer.Kind)
        {
            case TimerKind.ProbeTick: TickProbe(turn); break;
            case TimerKind.ProbeTimeout: TurnToHelpers(turn, timer.Token); break;
            case TimerKind.ProbeDeadline: EndProbe(turn, timer.Token); break;
            case TimerKind.RelayTimeout: EndRelay(turn, timer.Token); break;
            case TimerKind.Suspicion: EndSuspicion(turn, timer); break;
            case TimerKind.GossipTick: TickGossip(turn); break;
            case TimerKind.SyncTick: TickSync(turn); break;
            case TimerKind.ReconnectTick: TickReconnect(turn); break;
            case TimerKind.JoinRetry: RetryJoin(turn, timer.Token); break;
            case TimerKind.LeaveTimeout: FinishLeave(turn); break;
        }
    }

    // What it hears of itself it compares each time.
    private void NoteHeard(int fact, in MemberUpdate update)
    {
        if (update.Subject != _self)
        {
            _table.NoteHeard(fact, update);
        }
    }

    private void Hear<TEffects>(in Turn<TEffects> turn, NodeId sender, in MemberUpdate update)
        where TEffects : struct, IEffects
    {
        if (!_table.Fits(update.Subject) || (update.State != MemberState.Alive && !_table.Fits(update.From)))
        {
            Refuse(turn, sender);
            return;
        }

        switch (update.State)
        {
            case MemberState.Alive: HearAlive(turn, sender, update); break;
            case MemberState.Suspect: HearSuspect(turn, update); break;
            case MemberState.Dead or MemberState.Left: HearDead(turn, update); break;
            default: Refuse(turn, sender); break;
        }
    }

    private static void Refuse<TEffects>(in Turn<TEffects> turn, NodeId sender)
        where TEffects : struct, IEffects =>
        turn.Report(NodeEvent.Of(NodeEventKind.Upkeep, Rule.MessageRefused, turn.Self, from: sender));
}
