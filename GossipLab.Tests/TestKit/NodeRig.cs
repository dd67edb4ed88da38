using GossipLab.Core.Dissemination;
using GossipLab.Core.Membership;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using Timer = GossipLab.Core.Protocol.Timer;

namespace GossipLab.Tests.TestKit;

/// <summary>
/// One node's membership alone: a test is its whole world. What it sends and reports are plain lists. Its periodic
/// timers fire only when the test says so, unless <see cref="IsTicking"/>; all others fire when their time has come.
/// </summary>
internal sealed class NodeRig
{
    private readonly PriorityQueue<Timer, (Instant Due, long Order)> _timers = new();
    private readonly List<(TimeSpan Delay, Timer Timer)> _asked = [];
    private readonly Dice _dice;
    private long _timersAsked;

    /// <summary>A node that has started together with the others it knows.</summary>
    public NodeRig(
        int self = 0, MembershipOptions? options = null, int[]? known = null, ulong seed = 1, bool isTicking = false)
        : this(self, options ?? MembershipOptions.Lan, seed)
    {
        IsTicking = isTicking;
        var ids = Array.ConvertAll(known ?? [], index => new NodeId(index));
        Act((node, turn) => node.Start(turn, ids, Incarnation.Zero, together: true));
    }

    private NodeRig(int self, MembershipOptions options, ulong seed)
    {
        Self = new NodeId(self);
        Node = new SwimMembership(Self, NodeAddress.Of(Self), options);
        _dice = new Dice(seed, self);
    }

    private delegate void Verb(SwimMembership node, Turn<RecordingEffects> turn);

    public NodeId Self { get; }

    public SwimMembership Node { get; }

    public bool IsTicking { get; private init; }

    public Instant Now { get; private set; }

    public List<Sending> Sent { get; } = [];

    public List<NodeEvent> Reports { get; } = [];

    public Instant NextDue => _timers.TryPeek(out _, out var key) ? key.Due : Instant.Max;

    /// <summary>The queued news, first told first.</summary>
    public IReadOnlyList<Rumor> Rumors => Node.View().Rumors;

    public int Health => Node.View().Health;

    /// <summary>A node with the incarnation its disk kept, that starts alone or with others.</summary>
    public static NodeRig Fresh(
        int self = 0, uint last = 0, bool isTicking = false, Instant now = default, int[]? known = null)
    {
        var rig = new NodeRig(self, MembershipOptions.Lan, seed: 1) { Now = now, IsTicking = isTicking };
        var ids = Array.ConvertAll(known ?? [], index => new NodeId(index));
        rig.Act((node, turn) => node.Start(turn, ids, new Incarnation(last), together: known is not null));
        return rig;
    }

    /// <summary>A node whose order of probes happens to begin with a certain member.</summary>
    public static NodeRig WhoProbesFirst(int subject, int[] known, MembershipOptions? options = null)
    {
        for (var seed = 1ul; ; seed++)
        {
            var scout = new NodeRig(0, options, known, seed);
            scout.Tick(TimerKind.ProbeTick);
            if (scout.Node.View().Probe is { } probe && probe.Subject.Index == subject)
            {
                return new NodeRig(0, options, known, seed);
            }
        }
    }

    public void StartAgain() => Act((node, turn) => node.Start(turn, [], Incarnation.Zero, together: true));

    public Member Member(int id) =>
        Node.TryFind(new NodeId(id), out var member) ? member : throw new ArgumentException($"n{id} is unknown");

    public MemberState? StateOf(int id) => Node.StateOf(new NodeId(id));

    /// <summary>The rules reported about a member.</summary>
    public Rule[] RulesAbout(int id) =>
        [.. Reports.Where(what => what.Subject.Index == id).Select(what => what.Rule)];

    public Sending[] SentOf(MessageKind kind) => [.. Sent.Where(sending => sending.Kind == kind)];

    /// <summary>Forgets what was sent and reported.</summary>
    public void Clear()
    {
        Sent.Clear();
        Reports.Clear();
    }

    /// <summary>Forgets what is queued to be told.</summary>
    public void ClearRumors() => Node.Rumors.Prune(0);

    public void Receive(int from, Message message) =>
        Act((node, turn) => node.Receive(turn, new NodeId(from), message));

    /// <summary>Gossip comes, from somebody who is not part of the test.</summary>
    public void Hear(params MemberUpdate[] news) => Receive(99, Message.Gossip(MemberUpdates.Of(news)));

    public void Join(int contact) => Act((node, turn) => node.Join(turn, new NodeId(contact)));

    public void Leave() => Act((node, turn) => node.Leave(turn));

    public void Announce(string meta) => Act((node, turn) => node.Announce(turn, new MemberMeta(meta)));

    /// <summary>A periodic timer fires now.</summary>
    public void Tick(TimerKind kind) => Act((node, turn) => node.Fire(turn, Timer.Of(kind)));

    /// <summary>Probes until it is a member's turn; all others answer at once.</summary>
    public void Probe(int subject)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            Tick(TimerKind.ProbeTick);
            var ping = Sent.Last(sending => sending.Kind == MessageKind.Ping);
            if (ping.To.Index == subject)
            {
                return;
            }

            Receive(ping.To.Index, Message.Ack(ping.Message.Sequence));
        }

        throw new InvalidOperationException($"n{subject} is never probed");
    }

    /// <summary>Time passes; whatever is due happens.</summary>
    public void Run(double milliseconds) => RunUntil(Now + TimeSpan.FromMilliseconds(milliseconds));

    public void RunUntil(Instant end)
    {
        while (NextDue <= end)
        {
            FireNext();
        }

        Now = end;
    }

    public void FireNext()
    {
        _timers.TryDequeue(out var timer, out var key);
        Now = key.Due;
        Act((node, turn) => node.Fire(turn, timer));
    }

    /// <summary>The clock is set, nothing happens.</summary>
    public void StandAt(Instant now) => Now = now;

    private static bool IsPeriodic(TimerKind kind) => kind is TimerKind.ProbeTick or TimerKind.GossipTick
        or TimerKind.SyncTick or TimerKind.ReconnectTick;

    private void Act(Verb verb)
    {
        var effects = new RecordingEffects(Sent, _asked, Reports);
        verb(Node, new Turn<RecordingEffects>(Self, Now, _dice, ref effects));
        foreach (var (delay, timer) in _asked)
        {
            if (IsTicking || !IsPeriodic(timer.Kind))
            {
                _timers.Enqueue(timer, (Now + delay, _timersAsked++));
            }
        }

        _asked.Clear();
    }
}
