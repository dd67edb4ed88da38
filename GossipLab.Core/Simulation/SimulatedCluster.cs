using GossipLab.Core.Membership;
using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation;

/// <summary>
/// Drives the real nodes in virtual time over a simulated network. A run is its scenario: equal scenarios give equal
/// events. Single-threaded: one owner calls it.
/// </summary>
public sealed partial class SimulatedCluster
{
    private readonly Scenario _scenario;
    private readonly IClusterObserver[] _observers;
    private readonly EventQueue _queue = new();
    private readonly List<SimulatedNode> _nodes = [];
    private readonly List<TimedCommand> _commands;
    private readonly StaticRoster _list;
    private int _nextCommand;
    private long _lastEvent;
    private CauseKind _causeKind = CauseKind.Start;
    private long _cause;
    private TimerKind _timer;

    /// <summary>Starts the nodes of a scenario at time zero.</summary>
    /// <param name="scenario">The run. <see cref="ScenarioFaults"/> says what is wrong with one.</param>
    /// <param name="observers">Who watches, from the first event on.</param>
    /// <exception cref="ArgumentException">The scenario has a fault.</exception>
    public SimulatedCluster(Scenario scenario, params IClusterObserver[] observers)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        if (ScenarioFaults.In(scenario) is [var fault, ..])
        {
            throw new ArgumentException(fault.ToString(), nameof(scenario));
        }

        _scenario = scenario;
        _observers = observers;
        _commands = [.. scenario.Commands];
        Network = new SimulatedNetwork(scenario.Seed, scenario.Nodes, scenario.Network);
        _list = new StaticRoster(scenario.Nodes);
        var known = scenario.FirstNodes();
        foreach (var id in known)
        {
            _nodes.Add(new SimulatedNode(id, scenario.Seed, NewProcess(id, null)));
            Census.Change(id, _nodes[id.Index].Process.Store);
        }

        foreach (var node in _nodes)
        {
            Start(node, known, together: true);
        }
    }

    /// <summary>The moment the run has reached.</summary>
    public Instant Now { get; private set; }

    /// <summary>How many events there were, commands included.</summary>
    public long EventCount => _lastEvent;

    /// <summary>How many nodes there are, running or not.</summary>
    public int NodeCount => _nodes.Count;

    /// <summary>The network.</summary>
    public SimulatedNetwork Network { get; }

    /// <summary>Who holds the newest value.</summary>
    public ValueCensus Census { get; } = new();

    /// <summary>What was sent, delivered and lost.</summary>
    public ClusterCounters Counters { get; } = new();

    /// <summary>When the next event is due; <see cref="Instant.Max"/> when nothing is left to happen.</summary>
    public Instant NextDue
    {
        get
        {
            var queued = _queue.NextDue;
            var command = NextCommandAt;
            var followUp = NextFollowUpAt;
            var first = command < followUp ? command : followUp;
            return first < queued ? first : queued;
        }
    }

    private Instant NextCommandAt => _nextCommand < _commands.Count ? _commands[_nextCommand].At : Instant.Max;

    private Instant NextFollowUpAt => _followUps.Count > 0 ? _followUps[0].At : Instant.Max;

    /// <summary>
    /// The run so far and to come, with the commands that were posted: played again it gives the same.
    /// </summary>
    public Scenario Scenario => _scenario with { Commands = [.. _commands] };

    /// <summary>Handles the next event.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Step()
    {
        var next = NextDue;
        if (next == Instant.Max)
        {
            return false;
        }

        // At one moment commands come first, then what earlier commands planned, then everything else.
        if (NextCommandAt == next)
        {
            CarryOut(_commands[_nextCommand++]);
            return true;
        }

        if (NextFollowUpAt == next)
        {
            var followUp = _followUps[0];
            _followUps.RemoveAt(0);
            CarryOut(followUp);
            return true;
        }

        var due = _queue.Take();
        Now = due.Due;
        if (!due.IsMessage || _gone.Count == 0 || !_gone.Remove((due.FlightId, due.Due)))
        {
            Handle(ref due);
        }

        return true;
    }

    /// <summary>Handles everything due up to and including a moment, and stands there.</summary>
    /// <param name="end">The moment; one that is past changes nothing.</param>
    /// <param name="budget">How many events at most; the cluster then stands where it got to.</param>
    /// <returns>Whether the moment was reached.</returns>
    public bool RunUntil(Instant end, int budget = int.MaxValue)
    {
        while (NextDue <= end)
        {
            if (budget-- <= 0)
            {
                return false;
            }

            Step();
        }

        if (end > Now)
        {
            Now = end;
        }

        return true;
    }

    /// <summary>Posts a command: it is carried out a microsecond from now, before anything else due then.</summary>
    /// <param name="command">The command. <see cref="FaultOf"/> says whether it can be carried out now.</param>
    /// <returns>The command with its moment, as it stands in <see cref="Scenario"/>.</returns>
    public TimedCommand Post(ClusterCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        var at = Now + TimeSpan.FromMicroseconds(1);
        var timed = new TimedCommand(at, command);
        var place = _nextCommand;
        while (place < _commands.Count && _commands[place].At <= at)
        {
            place++;
        }

        _commands.Insert(place, timed);
        return timed;
    }

    /// <summary>The state of a node for an inspector.</summary>
    /// <param name="id">The node.</param>
    public NodeView View(NodeId id) => _nodes[id.Index].Process.View();

    /// <summary>The node itself, for reading at frame rate. Only the cluster may give it input.</summary>
    /// <param name="id">The node.</param>
    public GossipNode Node(NodeId id) => _nodes[id.Index].Process;

    /// <summary>The condition of a node's machine: the truth, which no node knows.</summary>
    /// <param name="id">The node.</param>
    public NodeCondition Condition(NodeId id)
    {
        var node = _nodes[id.Index];
        return new NodeCondition(node.IsUp, node.HasLeft, node.IsPaused, node.Slowness, node.Life);
    }

    /// <summary>Whether a message is held by a command.</summary>
    /// <param name="flight">The message.</param>
    public bool IsHeld(long flight) => _held.ContainsKey(flight) || _toHold.Contains(flight);

    /// <summary>The messages on their way, in no order.</summary>
    public IEnumerable<(Flight Flight, Message Message)> InFlight()
    {
        foreach (var waiting in _queue.Waiting())
        {
            if (waiting.IsMessage && !IsGone(waiting))
            {
                yield return (waiting.Flight, waiting.Message);
            }
        }

        foreach (var held in _held.Values)
        {
            yield return (held.Flight, held.Message);
        }
    }

    private GossipNode NewProcess(NodeId id, NodeDisk? disk) => new(id, _scenario.Node, _list, disk);

    private void Start(SimulatedNode node, ReadOnlySpan<NodeId> known, bool together)
    {
        var effects = new SimulationEffects(this, node);
        var turn = new Turn<SimulationEffects>(node.Id, Now, node.Dice, ref effects);
        node.Process.Start(turn, known, together);
    }

    private void Handle(ref ScheduledEvent due)
    {
        var node = _nodes[due.Target];
        if (node.IsPaused && node.IsUp)
        {
            KeepForLater(node, due);
        }
        else if (due.IsMessage)
        {
            Arrive(node, ref due);
        }
        else if (node.IsUp && due.Life == node.Life)
        {
            Fire(node, due);
        }
    }

    private void Fire(SimulatedNode node, in ScheduledEvent due)
    {
        (_causeKind, _cause, _timer) = (CauseKind.Timer, due.Cause, due.Timer.Kind);
        var effects = new SimulationEffects(this, node);
        var turn = new Turn<SimulationEffects>(node.Id, Now, node.Dice, ref effects);
        node.Process.Fire(turn, due.Timer);
    }

    internal void Schedule(SimulatedNode node, TimeSpan delay, in Timer timer) => _queue.Add(new ScheduledEvent
    {
        Due = Now + delay,
        Target = node.Id.Index,
        Source = node.Id.Index,
        Ordinal = node.Ordinal++,
        Cause = _lastEvent,
        Life = node.Life,
        Timer = timer,
    });

    internal void Report(SimulatedNode node, in NodeEvent what)
    {
        if (what.Kind == NodeEventKind.ValueChanged)
        {
            Census.Change(node.Id, node.Process.Store);
            Counters.Useful += what.Rule == Rule.ValueSet ? 0 : 1;
        }
        else if (what.Kind == NodeEventKind.ValueIgnored)
        {
            Counters.Wasted++;
        }

        var stamp = Stamp(node.Id);
        foreach (var observer in _observers)
        {
            observer.OnReported(stamp, what);
        }
    }

    private TraceStamp Stamp(NodeId node) => new(++_lastEvent, Now, node, _causeKind, _cause, _timer);
}
