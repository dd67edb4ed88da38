using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation.Checkpoints;

/// <summary>
/// A run that can be taken to any moment of any of its courses. It stands at one place; the cluster and its observers
/// are there what a fresh run to that place would make them, bit for bit. Single-threaded, as the cluster is.
/// </summary>
public sealed partial class RunHistory
{
    /// <summary>The memory for checkpoints where nothing else is said: 64 MB.</summary>
    public const long UsualBytes = 64L << 20;

    // An input or an event takes about half a microsecond: 8 ms of playing lie between two checkpoints.
    private const long CostBetween = 16_000;

    // A jump keeps about so many on its way: who steps back from where it leads has one near.
    private const int KeptOnWay = 8;

    // So much before its destination a jump begins: observers without a memory of their own fill again on the way.
    private const long Lookback = 8_000;

    private readonly Scenario _scenario;
    private readonly IRewindable[] _observers;
    private readonly ObserverState[] _blank;
    private readonly RunMarks _marks = new();
    private readonly CheckpointStore _checkpoints;
    private long _step;
    private long _cost;
    private long _between = CostBetween;
    private long _nextCheckpointAt = CostBetween;

    /// <summary>Starts a run.</summary>
    /// <param name="scenario">The run; its branches become lanes.</param>
    /// <param name="observers">Who watches, from the first event on, and goes back with the cluster.</param>
    /// <param name="mostBytes">The memory for checkpoints.</param>
    /// <exception cref="ArgumentException">The scenario has a fault.</exception>
    public RunHistory(Scenario scenario, IReadOnlyList<IRewindable> observers, long mostBytes = UsualBytes)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(observers);
        _scenario = scenario;
        _observers = [.. observers, _marks];
        _blank = Array.ConvertAll(_observers, observer => observer.Save());
        _checkpoints = new CheckpointStore(mostBytes);
        Lane = new Lane(0, "main", null, Instant.Zero) { Commands = scenario.Commands };
        _lanes = [Lane];
        _waiting.AddRange(scenario.Branches.Select((branch, index) => new WaitingBranch(index + 1, branch)));
        Awaken(0, Lane);
        Cluster = new SimulatedCluster(ScenarioOf(Lane), _observers);
    }

    /// <summary>The cluster; another one after a jump.</summary>
    public SimulatedCluster Cluster { get; private set; }

    /// <summary>The lane the cluster is in.</summary>
    public Lane Lane { get; private set; }

    /// <summary>Where the cluster stands.</summary>
    public RunPosition Position => new(_step, Cluster.Now);

    /// <summary>Whether nothing of the lane lies ahead.</summary>
    public bool IsAtEdge => Position >= Lane.Edge;

    /// <summary>How many checkpoints there are.</summary>
    public int CheckpointCount => _checkpoints.Count;

    /// <summary>About how much memory the checkpoints take.</summary>
    public long CheckpointBytes => _checkpoints.Bytes;

    /// <summary>How many values and beliefs changed so far.</summary>
    public long Changes => _marks.Changes;

    /// <summary>How many probes a node began so far.</summary>
    /// <param name="node">The node.</param>
    public long ProbesOf(NodeId node) => _marks.ProbesOf(node);

    /// <summary>Handles the next input.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Step()
    {
        OpenBranches(Cluster.NextDue);
        var events = Cluster.EventCount;
        if (!Cluster.Step())
        {
            return false;
        }

        _step++;
        _cost += 1 + Cluster.EventCount - events;
        var here = Position;
        _marks.Note(here, Cluster.EventCount);
        foreach (var observer in _observers)
        {
            observer.OnStep(Cluster);
        }

        Lane.Edge = here > Lane.Edge ? here : Lane.Edge;
        if (_cost >= _nextCheckpointAt)
        {
            Keep();
        }

        return true;
    }

    /// <summary>Handles what is due up to and including a moment, and stands there.</summary>
    /// <param name="at">The moment; one that is past changes nothing.</param>
    public void RunUntil(Instant at)
    {
        while (Cluster.NextDue <= at)
        {
            Step();
        }

        Stand(at);
    }

    /// <summary>The last place before this one at which an event had just happened; else the start.</summary>
    public RunPosition EventBefore() => _marks.EventBefore(Position);

    /// <summary>The last place before this one at which a value or a belief had just changed.</summary>
    public RunPosition ChangeBefore() => _marks.ChangeBefore(Position);

    /// <summary>The last place before this one at which a node had just begun a probe.</summary>
    /// <param name="node">The node.</param>
    public RunPosition ProbeBefore(NodeId node) => _marks.ProbeBefore(node, Position);

    // Nothing is due until then: time passes, nothing else.
    private void Stand(Instant at)
    {
        OpenBranches(at + TimeSpan.FromMicroseconds(1));
        Cluster.RunUntil(at, budget: 0);
        Lane.Edge = Position > Lane.Edge ? Position : Lane.Edge;
    }

    private void Keep()
    {
        _nextCheckpointAt = _cost + _between;
        if (ClusterCopier.Save(Cluster) is not var (copy, bytes))
        {
            return;
        }

        var states = Array.ConvertAll(_observers, observer => observer.Save());
        _checkpoints.Add(new Checkpoint
        {
            Lane = Lane,
            Position = Position,
            Events = Cluster.EventCount,
            Cost = _cost,
            Cluster = copy,
            Observers = states,
            Bytes = bytes + states.Sum(state => state.Bytes),
        });
    }

    private void Return(Checkpoint checkpoint)
    {
        ClusterCopier.Restore(Cluster, checkpoint.Cluster);
        (_step, _cost) = (checkpoint.Position.Step, checkpoint.Cost);
        _nextCheckpointAt = _cost + _between;
        for (var index = 0; index < _observers.Length; index++)
        {
            _observers[index].Restore(checkpoint.Observers[index]);
        }
    }

    private void ReturnToStart(Lane lane)
    {
        for (var index = 0; index < _observers.Length; index++)
        {
            _observers[index].Restore(_blank[index]);
        }

        (_step, _cost, _nextCheckpointAt) = (0, 0, _between);
        Cluster = new SimulatedCluster(ScenarioOf(lane), _observers);
    }
}
