using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Web.Labs;

namespace GossipLab.Web.RealClusters.Watching;

/// <summary>
/// A real cluster as far as it was heard: fed with facts about processes, with what nodes state and with what they
/// report, it gives frames, beliefs, a curve and a log. It invents nothing: what nobody said is unknown. All it keeps
/// is bounded. One thread at a time.
/// </summary>
public sealed class ObservedCluster : IStageSource
{
    /// <summary>How many events the log keeps.</summary>
    public const int LogCapacity = 10_000;

    private readonly ObservedNode[] _nodes;
    private readonly Trace _log;
    private readonly List<FlightMark> _flights = [];
    private CurvePoints _curve = new();
    private Generation _generation = Generation.Zero;
    private long _events;

    /// <summary>A cluster of which nothing was heard yet.</summary>
    public ObservedCluster(int nodes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(nodes, 1);
        _nodes = [.. Enumerable.Range(0, nodes).Select(index => new ObservedNode(new NodeId(index)))];
        _log = new Trace(LogCapacity, LogFilter.For(nodes));
        Beliefs = new BeliefTable(nodes);
    }

    /// <inheritdoc/>
    public int NodeCount => _nodes.Length;

    /// <summary>All nodes.</summary>
    public IReadOnlyList<ObservedNode> Nodes => _nodes;

    /// <summary>Who believes what of whom.</summary>
    public BeliefTable Beliefs { get; }

    /// <summary>Who holds the newest value.</summary>
    public ObservedCensus Census { get; } = new();

    /// <summary>The moment up to which it was heard.</summary>
    public Instant Now { get; private set; }

    /// <summary>When the newest value was first heard of.</summary>
    public Instant? SetAt { get; private set; }

    /// <summary>When all running nodes were first known to hold it.</summary>
    public Instant? InformedAt { get; private set; }

    /// <summary>What the transports were told to do.</summary>
    public NetworkFaults Network { get; set; } = new();

    /// <summary>The events kept, oldest first.</summary>
    public IReadOnlyCollection<TraceEntry> Log => _log.Entries;

    /// <summary>How many older events were let go.</summary>
    public long LogForgotten => _log.Forgotten;

    /// <summary>What happened last, for captions.</summary>
    public BeliefWatch Watch { get; } = new();

    /// <summary>The last node that died, and who believes it; null while none did.</summary>
    public DeathCurve? Death { get; private set; }

    /// <inheritdoc/>
    public NodeId? Lens { get; set; }

    /// <inheritdoc/>
    public int InformedShown => Census.Informed;

    /// <inheritdoc/>
    public IReadOnlyList<FlightMark> Departed => _flights;

    /// <inheritdoc/>
    public int DepartedCount { get; private set; }

    /// <summary>A node.</summary>
    public ObservedNode Node(NodeId id) => _nodes[id.Index];

    /// <inheritdoc/>
    public NodeMark MarkOf(NodeId id) => ObservedMarks.Of(this, id);

    /// <inheritdoc/>
    public IReadOnlyList<FlightMark> FlightsInAir() => [];

    /// <inheritdoc/>
    public IEnumerable<(NodeId Subject, Instant Start, Instant End)> SuspicionArcs() => [];

    /// <summary>Time went on.</summary>
    public void Pass(Instant now) => Now = now > Now ? now : Now;

    /// <summary>Something became known of a process. What it held and believed is gone when it ends.</summary>
    public void Process(NodeId id, ProcessState state, string? trouble = null)
    {
        var before = Node(id);
        var isBirth = state == ProcessState.Starting;
        var node = before with { Process = state, Trouble = trouble, Starts = before.Starts + (isBirth ? 1 : 0) };
        if (isBirth || !node.IsUp)
        {
            node = node with { Value = null, LearnedFrom = null, Incarnation = null, Health = null, IsHeard = false };
            Beliefs.Forget(id);
        }

        Change(node);
        NoteDeath(before, node);
    }

    /// <summary>Where a node listens became known, and its process id where it has one of its own.</summary>
    public void Place(NodeId id, string address, int? processId) =>
        Change(Node(id) with { Address = address, ProcessId = processId });

    /// <summary>A node's events are heard from now on.</summary>
    public void Hears(NodeId id) => Change(Node(id) with { IsHeard = true, LastHeard = Now, Trouble = null });

    /// <summary>A node's events are no longer heard: what is known of it grows old.</summary>
    public void Loses(NodeId id, string why) =>
        Change(Node(id) with
        {
            IsHeard = false,
            Trouble = Node(id).IsUp || Node(id).Process == ProcessState.Unknown ? why : Node(id).Trouble,
        });

    /// <summary>A node's stream broke while it went on: what it did meanwhile nobody knows.</summary>
    public void Forgets(NodeId id)
    {
        Beliefs.Forget(id);
        Change(Node(id) with { Value = null, LearnedFrom = null, Incarnation = null, Health = null });
    }

    /// <summary>A node stated all it holds and believes.</summary>
    public void Stated(NodeId id, NodeReport report)
    {
        var isSame = Node(id).Value == report.Value;
        var known = new HashSet<int>();
        foreach (var member in report.Members)
        {
            if (IsMember(member.Subject))
            {
                known.Add(member.Subject.Index);
                Beliefs.Set(id, member.Subject, Watching.Beliefs.Of(member.State), member.Incarnation, Now);
            }
        }

        for (var index = 0; index < _nodes.Length; index++)
        {
            if (!known.Contains(index))
            {
                Beliefs.Set(id, new NodeId(index), Belief.Absent, 0, Now);
            }
        }

        Death?.Note(Now, Beliefs.Count(Death.Node, Belief.Dead), Census.Running);

        Change(Node(id) with
        {
            Value = report.Value,
            LearnedFrom = isSame ? Node(id).LearnedFrom : null,
            Incarnation = report.Incarnation,
            Health = report.Health,
            LastHeard = Now,
        });
    }

    /// <summary>A node reported an event.</summary>
    /// <param name="id">The node.</param>
    /// <param name="at">When it happened there.</param>
    /// <param name="what">What happened.</param>
    public void Reported(NodeId id, Instant at, in NodeEvent what)
    {
        var stamp = new TraceStamp(++_events, at, id, CauseKind.Start, 0, default);
        _log.OnReported(stamp, what);
        Watch.OnReported(stamp, what);
        var node = Node(id) with { LastHeard = Now };
        if (what.Kind == NodeEventKind.ValueChanged)
        {
            var value = new VersionedValue(what.Value, new Generation(what.Number), what.Subject);
            node = node with { Value = value, LearnedFrom = what.Rule == Rule.ValueSet ? id : what.From };
        }
        else if (what.Kind == NodeEventKind.BeliefChanged && IsMember(what.Subject))
        {
            var belief = what.Rule == Rule.MemberReaped ? Belief.Absent : Watching.Beliefs.Of(what.State);
            Beliefs.Set(id, what.Subject, belief, (uint)Math.Clamp(what.Number, 0, uint.MaxValue), at);
            Death?.Note(at, Beliefs.Count(Death.Node, Belief.Dead), Census.Running);
        }
        else if (what.Rule is Rule.SelfRefuted)
        {
            node = node with { Incarnation = (uint)Math.Clamp(what.Number, 0, uint.MaxValue) };
        }
        else if (what.Rule is Rule.HealthChanged)
        {
            node = node with { Health = (int)Math.Clamp(what.Number, 0, int.MaxValue) };
        }

        Change(node, at);
    }

    /// <summary>Somebody did something to the cluster.</summary>
    public void Told(ClusterCommand command)
    {
        var stamp = new TraceStamp(++_events, Now, CommandFaults.NodeOf(command), CauseKind.Command, 0, default);
        _log.OnCommand(stamp, command);
        Watch.OnCommand(stamp, command);
    }

    /// <summary>A message was seen on its way.</summary>
    public void Flew(in FlightMark flight)
    {
        DepartedCount++;
        if (_flights.Count < FrameBuilder.MostFlights && NodeCount <= FrameBuilder.MostWithFlights)
        {
            _flights.Add(flight);
        }
    }

    /// <summary>The frame was built: the next gathers its own messages.</summary>
    public void ClearFlights()
    {
        _flights.Clear();
        DepartedCount = 0;
    }

    /// <summary>The informed nodes since the newest value was set, the present last.</summary>
    public IReadOnlyList<CurvePoint> Curve(int most)
    {
        var points = _curve.Take(most - 1);
        points.Add(new CurvePoint(Now, Census.Informed, Census.Running));
        return points;
    }

    private void NoteDeath(ObservedNode before, ObservedNode node)
    {
        if (before.IsUp && node.Process == ProcessState.Ended)
        {
            Death = new DeathCurve(node.Id, Now);
        }
        else if (node.IsUp && Death?.Node == node.Id)
        {
            Death.End(Now);
        }
    }

    private bool IsMember(NodeId id) => id.Index >= 0 && id.Index < _nodes.Length;

    private void Change(ObservedNode node, Instant? at = null)
    {
        var before = _nodes[node.Id.Index];
        _nodes[node.Id.Index] = node;
        if (before.Value != node.Value || before.IsUp != node.IsUp)
        {
            Census.Count(_nodes);
            NoteCurve(Latest(at ?? Now, _curve.Last?.At));
        }
    }

    // Nodes are heard one by one: what comes later may have happened a little earlier.
    private static Instant Latest(Instant at, Instant? last) => last is { } before && before > at ? before : at;

    private void NoteCurve(Instant at)
    {
        if (Census.Newest != _generation)
        {
            _generation = Census.Newest;
            SetAt = _generation > Generation.Zero ? at : null;
            InformedAt = null;
            _curve = new CurvePoints();
        }

        InformedAt ??= Census.IsConverged ? at : null;
        if (_curve.Last is not { } last || last.Informed != Census.Informed || last.Running != Census.Running)
        {
            _curve.Add(new CurvePoint(at, Census.Informed, Census.Running));
        }
    }
}
