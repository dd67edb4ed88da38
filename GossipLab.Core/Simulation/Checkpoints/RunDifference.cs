using GossipLab.Core.Primitives;

namespace GossipLab.Core.Simulation.Checkpoints;

/// <summary>The first event at which two courses of a run go different ways.</summary>
public sealed record RunDifference
{
    /// <summary>Whether there is one.</summary>
    public bool IsFound => First is not null || Second is not null;

    /// <summary>Whether all that was asked for was compared; otherwise it ended at <see cref="At"/>.</summary>
    public bool IsComplete { get; private init; } = true;

    /// <summary>When they differ, or the last moment compared.</summary>
    public Instant At { get; private init; }

    /// <summary>What happened in the first then; null where nothing did any more.</summary>
    public TraceEntry? First { get; private init; }

    /// <summary>What happened in the second then; null where nothing did any more.</summary>
    public TraceEntry? Second { get; private init; }

    /// <summary>The last command before it that only one of them has: all that differs comes of such.</summary>
    public TimedCommand? Cause { get; private init; }

    /// <summary>
    /// Plays two runs and compares what happens in them, but for the commands themselves and numbers that only count.
    /// </summary>
    /// <param name="first">A run.</param>
    /// <param name="second">A run that is the same up to a moment.</param>
    /// <param name="shared">That moment.</param>
    /// <param name="until">The last moment to compare.</param>
    /// <param name="goesOn">Asked now and then; once it says no, the comparison ends early.</param>
    public static RunDifference Find(
        Scenario first, Scenario second, Instant shared, Instant until, Func<bool> goesOn)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentNullException.ThrowIfNull(goesOn);
        var (left, right) = (new Course(first), new Course(second));
        if (!left.SkipTo(shared, goesOn) || !right.SkipTo(shared, goesOn))
        {
            return new RunDifference { At = shared, IsComplete = false };
        }

        while (goesOn())
        {
            var (one, other) = (left.Next(until), right.Next(until));
            if (one is null && other is null)
            {
                return new RunDifference { At = until };
            }

            if (one is null || other is null || !IsSame(one, other))
            {
                var at = one is null || other?.Stamp.At < one.Stamp.At ? other!.Stamp.At : one.Stamp.At;
                return new RunDifference
                {
                    At = at, First = one, Second = other, Cause = CauseOf(first, second, at),
                };
            }
        }

        return new RunDifference { At = left.Now, IsComplete = false };
    }

    private static bool IsSame(TraceEntry one, TraceEntry other) =>
        one.Kind == other.Kind && one.Stamp.At == other.Stamp.At && one.Stamp.Node == other.Stamp.Node
        && one.Flight with { Id = 0 } == other.Flight with { Id = 0 } && one.Reason == other.Reason
        && one.What == other.What && TraceText.MessageOf(one.Message) == TraceText.MessageOf(other.Message);

    private static TimedCommand? CauseOf(Scenario first, Scenario second, Instant at)
    {
        var one = first.Commands.Where(timed => timed.At <= at).ToHashSet();
        one.SymmetricExceptWith(second.Commands.Where(timed => timed.At <= at));
        return one.Count > 0 ? one.MaxBy(timed => timed.At) : null;
    }

    // A run whose events are taken one by one.
    private sealed class Course
    {
        private const int MostOfOneInput = 1_000_000;
        private const int AskedEvery = 256;
        private readonly Gate _gate = new();
        private readonly SimulatedCluster _cluster;

        public Course(Scenario scenario) => _cluster = new SimulatedCluster(scenario, _gate);

        public Instant Now => _cluster.Now;

        public bool SkipTo(Instant shared, Func<bool> goesOn)
        {
            for (var steps = 0; _cluster.NextDue <= shared; steps++)
            {
                _cluster.Step();
                if (steps % AskedEvery == 0 && !goesOn())
                {
                    return false;
                }
            }

            _gate.Open(MostOfOneInput);
            return true;
        }

        public TraceEntry? Next(Instant until)
        {
            while (_gate.IsEmpty && _cluster.NextDue <= until)
            {
                _cluster.Step();
            }

            return _gate.Take();
        }
    }

    // Lets nothing through while what is shared is played.
    private sealed class Gate : IClusterObserver
    {
        private readonly Queue<TraceEntry> _entries = [];
        private int _most;

        public bool IsEmpty => _entries.Count == 0;

        public void Open(int most) => _most = most;

        public TraceEntry? Take() => _entries.TryDequeue(out var entry) ? entry : null;

        public void OnCommand(in TraceStamp stamp, ClusterCommand command)
        {
        }

        public void OnSent(in TraceStamp stamp, in Flight flight, in Protocol.Message message) =>
            Add(stamp, TraceKind.Sent, flight, message);

        public void OnArrived(in TraceStamp stamp, in Flight flight, in Protocol.Message message) =>
            Add(stamp, TraceKind.Arrived, flight, message);

        public void OnLost(
            in TraceStamp stamp, in Flight flight, in Protocol.Message message, LossReason reason, Instant lostAt) =>
            Add(stamp, TraceKind.Lost, flight, message, reason);

        public void OnReported(in TraceStamp stamp, in Protocol.NodeEvent what)
        {
            if (_entries.Count < _most)
            {
                _entries.Enqueue(new TraceEntry { Stamp = stamp, Kind = TraceKind.Reported, What = what });
            }
        }

        private void Add(
            in TraceStamp stamp, TraceKind kind, in Flight flight, in Protocol.Message message,
            LossReason reason = default)
        {
            if (_entries.Count < _most)
            {
                _entries.Enqueue(new TraceEntry
                {
                    Stamp = stamp, Kind = kind, Flight = flight, Message = message, Reason = reason,
                });
            }
        }
    }
}
