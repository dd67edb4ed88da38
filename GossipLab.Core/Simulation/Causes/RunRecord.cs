using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation.Causes;

/// <summary>
/// What happened in a run, kept for those who ask why: the events of one topic, all commands, and what the dice said
/// about messages they lost. Keeps the latest events up to a bound.
/// </summary>
public sealed class RunRecord : IClusterObserver
{
    /// <summary>How many events a record keeps where nothing else is said: 400,000.</summary>
    public const int UsualEvents = 400_000;

    private readonly List<TraceEntry> _entries = [];
    private readonly List<TraceEntry> _commands = [];
    private readonly Dictionary<long, MessageWay> _ways = [];
    private readonly Topic _topic;
    private readonly int _capacity;
    private TraceStamp _turn;
    private int _placeInTurn;

    /// <summary>An empty record.</summary>
    /// <param name="topic">Which events it keeps.</param>
    /// <param name="capacity">How many; at least 8.</param>
    public RunRecord(Topic topic, int capacity = UsualEvents)
    {
        ArgumentNullException.ThrowIfNull(topic);
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 8);
        (_topic, _capacity) = (topic, capacity);
    }

    /// <summary>The events kept, oldest first.</summary>
    public IReadOnlyList<TraceEntry> Entries => _entries;

    /// <summary>All commands carried out, in order.</summary>
    public IReadOnlyList<TraceEntry> Commands => _commands;

    /// <summary>How many events were let go because there were too many.</summary>
    public long Forgotten { get; private set; }

    /// <summary>The cluster it watches; needed for what the dice said.</summary>
    internal SimulatedCluster? Cluster { get; set; }

    internal IReadOnlyDictionary<long, MessageWay> Ways => _ways;

    /// <inheritdoc/>
    public void OnCommand(in TraceStamp stamp, ClusterCommand command)
    {
        var entry = new TraceEntry { Stamp = stamp, Kind = TraceKind.Command, Command = command };
        _commands.Add(entry);
        Keep(entry);
    }

    /// <inheritdoc/>
    public void OnSent(in TraceStamp stamp, in Flight flight, in Message message)
    {
        var isSameTurn = stamp with { Id = _turn.Id } == _turn && _turn.Id > 0;
        _placeInTurn = isSameTurn ? _placeInTurn + 1 : 0;
        _turn = stamp;
        if (_topic.Holds(flight, message))
        {
            var entry = new TraceEntry { Stamp = stamp, Kind = TraceKind.Sent, Flight = flight, Message = message };
            _ways[flight.Id] = new MessageWay(entry);
            Keep(entry);
        }
    }

    /// <inheritdoc/>
    public void OnArrived(in TraceStamp stamp, in Flight flight, in Message message)
    {
        if (_ways.TryGetValue(flight.Id, out var way))
        {
            way.Arrived = new TraceEntry
            {
                Stamp = stamp, Kind = TraceKind.Arrived, Flight = flight, Message = message,
            };
            Keep(way.Arrived);
        }
    }

    /// <inheritdoc/>
    public void OnLost(in TraceStamp stamp, in Flight flight, in Message message, LossReason reason, Instant lostAt)
    {
        if (_ways.TryGetValue(flight.Id, out var way))
        {
            way.Lost = new TraceEntry
            {
                Stamp = stamp, Kind = TraceKind.Lost, Flight = flight, Message = message, Reason = reason,
            };
            way.Draw = reason == LossReason.Network ? DrawOf(flight) : null;
            Keep(way.Lost);
        }
    }

    /// <inheritdoc/>
    public void OnReported(in TraceStamp stamp, in NodeEvent what)
    {
        if (_topic.Holds(what, stamp.Node))
        {
            Keep(new TraceEntry { Stamp = stamp, Kind = TraceKind.Reported, What = what });
        }
    }

    /// <summary>The event of a number, or null where it is not kept.</summary>
    /// <param name="number">Its number.</param>
    public TraceEntry? Find(long number)
    {
        var place = PlaceOf(number);
        return place < _entries.Count && _entries[place].Stamp.Id == number ? _entries[place] : null;
    }

    /// <summary>The last event before a number that matches, or null.</summary>
    internal TraceEntry? LastBefore(long number, Predicate<TraceEntry> match)
    {
        for (var place = PlaceOf(number) - 1; place >= 0; place--)
        {
            if (match(_entries[place]))
            {
                return _entries[place];
            }
        }

        return null;
    }

    /// <summary>The events from one number up to another, the latter not included.</summary>
    internal IEnumerable<TraceEntry> Between(long from, long before)
    {
        for (var place = PlaceOf(from); place < _entries.Count && _entries[place].Stamp.Id < before; place++)
        {
            yield return _entries[place];
        }
    }

    private int PlaceOf(long number)
    {
        var (low, high) = (0, _entries.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _entries[middle].Stamp.Id < number ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    // A duplicate has the place of its original, so places before the counted one are possible too.
    private SimulatedNetwork.LossDraw? DrawOf(in Flight flight)
    {
        for (var place = _placeInTurn; place >= 0; place--)
        {
            if (Cluster?.Network.DrawOf(flight.From, flight.To, flight.SentAt, place) is { } draw)
            {
                return draw;
            }
        }

        return null;
    }

    private void Keep(TraceEntry entry)
    {
        if (_entries.Count == _capacity)
        {
            LetGo(_capacity / 4);
        }

        _entries.Add(entry);
    }

    private void LetGo(int count)
    {
        foreach (var entry in _entries.Take(count))
        {
            if (entry.Kind is TraceKind.Arrived or TraceKind.Lost)
            {
                _ways.Remove(entry.Flight.Id);
            }
        }

        _entries.RemoveRange(0, count);
        Forgotten += count;
    }
}
