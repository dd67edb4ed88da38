using GossipLab.Core.Membership;
using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation.Tables;

namespace GossipLab.Core.Simulation;

/// <summary>
/// Drives the real nodes in virtual time over a simulated network. A run is its scenario: equal scenarios give equal
/// events. Single-threaded: one owner calls it.
/// </summary>
public sealed partial class SimulatedCluster
{
    private readonly Scenario _scenario;
    private readonly IClusterObserver[] _observers;
    private List<SimulatedNode> _nodes = [];
    private List<TimedCommand> _commands;
    private StaticRoster _list;
    private SharedTables? _tables;
    private int _nextCommand;
    private long _lastEvent;
    private long _stopAfter;

    /// <summary>Starts the nodes of a scenario at time zero.</summary>
    /// <param name="scenario">The run. <see cref="ScenarioFaults"/> says what is wrong with one.</param>
    /// <param name="observers">Who watches, from the first event on.</param>
    /// <exception cref="ArgumentException">The scenario has a fault.</exception>
    public SimulatedCluster(Scenario scenario, params IClusterObserver[] observers)
        : this(scenario, EngineSwitches.All, observers)
    {
    }

    internal SimulatedCluster(Scenario scenario, EngineSwitches switches, params IClusterObserver[] observers)
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
        _withholdsTimers = switches.WithholdTimers;
        _wire = switches.OverTheWire ? new WirePassage() : null;
        _fetchesAhead = switches.FetchAhead && scenario.Nodes >= Many;
        _nodeLines = scenario.Node.MembershipKind == MembershipKind.Static ? ValueLines : MemberLines;
        _recyclesNews = observers.Length == 0 && scenario.Network.Duplicate.IsZero;
        _tables = switches.ShareTables && scenario.Node.MembershipKind == MembershipKind.Swim
            ? new SharedTables(scenario.Node.Membership) : null;
        _diceKey = Dice.KeyOf(scenario.Seed);
        _lanes = LanesFor(scenario.Node);
        _queue = NewQueue();
        var known = scenario.FirstNodes();
        _hot.Grow(known.Length);
        Census.Grow(known.Length);
        _nodes.Capacity = known.Length;
        foreach (var id in known)
        {
            _nodes.Add(new SimulatedNode(id, _hot));
        }

        // Apart from the nodes' machines, so that what is read together lies together.
        foreach (var node in _nodes)
        {
            BeginLife(node, null);
        }

        StartTogether(known);
    }

    /// <summary>The moment the run has reached.</summary>
    public Instant Now { get; private set; }

    /// <summary>How many events there were, commands included.</summary>
    public long EventCount => _lastEvent;

    /// <summary>How many nodes there are, running or not.</summary>
    public int NodeCount => _nodes.Count;

    /// <summary>The network.</summary>
    public SimulatedNetwork Network { get; private set; }

    /// <summary>Who holds the newest value.</summary>
    public ValueCensus Census { get; private set; } = new();

    /// <summary>What was sent, delivered and lost.</summary>
    public ClusterCounters Counters { get; private set; } = new();

    /// <summary>When the next event is due; <see cref="Instant.Max"/> when nothing is left to happen.</summary>
    public Instant NextDue
    {
        get
        {
            var planned = NextPlannedAt;
            var queued = new Instant(_queue.NextDueWithin(planned.Microseconds));
            return planned < queued ? planned : queued;
        }
    }

    private Instant NextCommandAt => _nextCommand < _commands.Count ? _commands[_nextCommand].At : Instant.Max;

    private Instant NextPlannedAt => NextCommandAt < NextFollowUpAt ? NextCommandAt : NextFollowUpAt;

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

        if (NextPlannedAt <= next)
        {
            CarryOutPlanned();
        }
        else
        {
            HandleNext(next.Microseconds);
        }

        return true;
    }

    /// <summary>Handles everything due up to and including a moment, and stands there.</summary>
    /// <param name="end">The moment; one that is past changes nothing.</param>
    /// <param name="budget">How many events at most; the cluster then stands where it got to.</param>
    /// <returns>Whether the moment was reached.</returns>
    public bool RunUntil(Instant end, int budget = int.MaxValue)
    {
        while (true)
        {
            // What is planned for a moment comes before all that waits for it.
            _stopAfter = Math.Min(end.Microseconds, NextPlannedAt.Microseconds - 1);
            for (long due; (due = _queue.NextDueWithin(_stopAfter)) <= _stopAfter; HandleNext(due))
            {
                if (budget-- <= 0)
                {
                    return false;
                }
            }

            if (NextPlannedAt > end)
            {
                break;
            }

            if (budget-- <= 0)
            {
                return false;
            }

            CarryOutPlanned();
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
        _stopAfter = Math.Min(_stopAfter, Now.Microseconds);
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

    private SimulatedNode AddNode(NodeId id)
    {
        _hot.Grow(id.Index + 1);
        var node = new SimulatedNode(id, _hot);
        _nodes.Add(node);
        BeginLife(node, null);
        return node;
    }

    private void BeginLife(SimulatedNode node, NodeDisk? disk)
    {
        node.Table = _tables?.Add();
        node.Process = new GossipNode(node.Id, _scenario.Node, _list, disk, node.Table);
        node.IsUp = true;
        node.HasLeft = false;
        Census.Change(node.Id, node.Process.Store);
    }

    // At one moment commands come first, then what earlier commands planned, then everything else.
    private void CarryOutPlanned()
    {
        if (NextCommandAt <= NextFollowUpAt)
        {
            CarryOut(_commands[_nextCommand++]);
            return;
        }

        var followUp = _followUps[0];
        _followUps.RemoveAt(0);
        CarryOut(followUp);
    }
}
