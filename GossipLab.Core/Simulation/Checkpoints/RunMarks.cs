using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation.Checkpoints;

/// <summary>
/// Remembers the last two places of each kind that a step can go to, so that a step back knows where it leads without
/// searching.
/// </summary>
internal sealed class RunMarks : IRewindable
{
    private readonly List<Pair> _probes = [];
    private readonly List<int> _probers = [];
    private Pair _events;
    private Pair _changes;
    private long _eventCount;
    private bool _hasChanged;

    /// <summary>How many values and beliefs changed so far.</summary>
    public long Changes { get; private set; }

    /// <summary>How many probes a node began so far.</summary>
    public long ProbesOf(NodeId node) => node.Index < _probes.Count ? _probes[node.Index].Count : 0;

    /// <summary>The last place before one at which an event had just happened.</summary>
    public RunPosition EventBefore(RunPosition here) => _events.Before(here);

    /// <summary>The last place before one at which a value or a belief had just changed.</summary>
    public RunPosition ChangeBefore(RunPosition here) => _changes.Before(here);

    /// <summary>The last place before one at which a node had just begun a probe.</summary>
    public RunPosition ProbeBefore(NodeId node, RunPosition here) =>
        node.Index < _probes.Count ? _probes[node.Index].Before(here) : RunPosition.Start;

    /// <summary>An input was handled.</summary>
    /// <param name="here">The place after it.</param>
    /// <param name="events">How many events there were by then.</param>
    public void Note(RunPosition here, long events)
    {
        if (events != _eventCount)
        {
            _eventCount = events;
            _events = _events.Next(here);
        }

        if (_hasChanged)
        {
            _hasChanged = false;
            _changes = _changes.Next(here);
        }

        foreach (var prober in _probers)
        {
            _probes[prober] = _probes[prober].Next(here);
        }

        _probers.Clear();
    }

    /// <inheritdoc/>
    public void OnReported(in TraceStamp stamp, in NodeEvent what)
    {
        if (what.Kind is NodeEventKind.ValueChanged or NodeEventKind.BeliefChanged)
        {
            Changes++;
            _hasChanged = true;
        }

        if (what.Rule == Rule.ProbeStarted)
        {
            while (_probes.Count <= stamp.Node.Index)
            {
                _probes.Add(default);
            }

            _probers.Add(stamp.Node.Index);
        }
    }

    /// <inheritdoc/>
    public void OnCommand(in TraceStamp stamp, ClusterCommand command)
    {
    }

    /// <inheritdoc/>
    public void OnSent(in TraceStamp stamp, in Flight flight, in Message message)
    {
    }

    /// <inheritdoc/>
    public void OnArrived(in TraceStamp stamp, in Flight flight, in Message message)
    {
    }

    /// <inheritdoc/>
    public void OnLost(in TraceStamp stamp, in Flight flight, in Message message, LossReason reason, Instant lostAt)
    {
    }

    /// <inheritdoc/>
    public ObserverState Save() => new State([.. _probes], _events, _changes, _eventCount, Changes);

    /// <inheritdoc/>
    public void Restore(ObserverState state)
    {
        var saved = (State)state;
        _probes.Clear();
        _probes.AddRange(saved.Probes);
        _probers.Clear();
        _hasChanged = false;
        (_events, _changes, _eventCount, Changes) = (saved.Events, saved.Change, saved.EventCount, saved.Changes);
    }

    // The last place of a kind and the one before it: a step back from the last one leads to the other.
    private readonly record struct Pair(long Count, RunPosition Last, RunPosition Previous)
    {
        public Pair Next(RunPosition here) => new(Count + 1, here, Last);

        public RunPosition Before(RunPosition here) => Last < here ? Last : Previous;
    }

    private sealed record State(Pair[] Probes, Pair Events, Pair Change, long EventCount, long Changes)
        : ObserverState(80 + 40L * Probes.Length);
}
