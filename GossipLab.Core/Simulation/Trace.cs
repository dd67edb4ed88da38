using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation;

/// <summary>What a line of a trace is about.</summary>
public enum TraceKind : byte
{
    /// <summary>A command was carried out.</summary>
    Command,

    /// <summary>A message was sent.</summary>
    Sent,

    /// <summary>A message arrived.</summary>
    Arrived,

    /// <summary>A message will not arrive.</summary>
    Lost,

    /// <summary>A node reported a change.</summary>
    Reported,
}

/// <summary>One event of a run as it was recorded.</summary>
public sealed record TraceEntry
{
    /// <summary>Which event, when, where and why.</summary>
    public required TraceStamp Stamp { get; init; }

    /// <summary>What it is about.</summary>
    public required TraceKind Kind { get; init; }

    /// <summary>The message's way, where it is about one.</summary>
    public Flight Flight { get; init; }

    /// <summary>The message, where it is about one.</summary>
    public Message Message { get; init; }

    /// <summary>Why it was lost.</summary>
    public LossReason Reason { get; init; }

    /// <summary>What a node reported.</summary>
    public NodeEvent What { get; init; }

    /// <summary>The command.</summary>
    public ClusterCommand? Command { get; init; }
}

/// <summary>
/// Records a run. Keeps the latest events up to a bound and says how many older ones it let go.
/// </summary>
public sealed class Trace : IClusterObserver
{
    private readonly Queue<TraceEntry> _entries;
    private readonly int _capacity;
    private readonly TraceFilter? _filter;

    /// <summary>A recorder.</summary>
    /// <param name="capacity">How many events it keeps; at least 1.</param>
    /// <param name="filter">Which events it keeps; null for all.</param>
    public Trace(int capacity = 1_000_000, TraceFilter? filter = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _capacity = capacity;
        _filter = filter;
        _entries = new Queue<TraceEntry>(Math.Min(capacity, 1024));
    }

    /// <summary>The events kept, oldest first.</summary>
    public IReadOnlyCollection<TraceEntry> Entries => _entries;

    /// <summary>How many events were let go because there were too many.</summary>
    public long Forgotten { get; private set; }

    /// <inheritdoc/>
    public void OnCommand(in TraceStamp stamp, ClusterCommand command) =>
        Keep(new TraceEntry { Stamp = stamp, Kind = TraceKind.Command, Command = command });

    /// <inheritdoc/>
    public void OnSent(in TraceStamp stamp, in Flight flight, in Message message) =>
        Keep(TraceKind.Sent, stamp, flight, message);

    /// <inheritdoc/>
    public void OnArrived(in TraceStamp stamp, in Flight flight, in Message message) =>
        Keep(TraceKind.Arrived, stamp, flight, message);

    /// <inheritdoc/>
    public void OnLost(in TraceStamp stamp, in Flight flight, in Message message, LossReason reason, Instant lostAt) =>
        Keep(TraceKind.Lost, stamp, flight, message, reason);

    /// <inheritdoc/>
    public void OnReported(in TraceStamp stamp, in NodeEvent what)
    {
        if (_filter is null || _filter.KeepsReport(what))
        {
            Keep(new TraceEntry { Stamp = stamp, Kind = TraceKind.Reported, What = what });
        }
    }

    private void Keep(
        TraceKind kind, in TraceStamp stamp, in Flight flight, in Message message, LossReason reason = default)
    {
        if (_filter is null || (_filter.KeepsMessage is { } keeps && keeps(kind, message)))
        {
            Keep(new TraceEntry { Stamp = stamp, Kind = kind, Flight = flight, Message = message, Reason = reason });
        }
    }

    private void Keep(TraceEntry entry)
    {
        if (_entries.Count == _capacity)
        {
            _entries.Dequeue();
            Forgotten++;
        }

        _entries.Enqueue(entry);
    }
}
