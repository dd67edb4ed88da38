using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Core.Simulation.Checkpoints;

namespace GossipLab.Web.Labs;

/// <summary>
/// The latest events of a run up to where it stands. A jump empties it; it fills again on the rest of the way, and
/// knows how many events lie before.
/// </summary>
/// <param name="capacity">How many events it keeps.</param>
/// <param name="filter">Which events it keeps.</param>
public sealed class RunLog(int capacity, TraceFilter filter) : IRewindable
{
    private Trace _trace = new(capacity, filter);
    private long _before;

    /// <summary>The events kept, oldest first.</summary>
    public IReadOnlyCollection<TraceEntry> Entries => _trace.Entries;

    /// <summary>How many older ones there were.</summary>
    public long Forgotten => _before + _trace.Forgotten;

    /// <inheritdoc/>
    public ObserverState Save() => new State(Forgotten + _trace.Entries.Count);

    /// <inheritdoc/>
    public void Restore(ObserverState state)
    {
        _before = ((State)state).Count;
        _trace = new Trace(capacity, filter);
    }

    /// <inheritdoc/>
    public void OnCommand(in TraceStamp stamp, ClusterCommand command) => _trace.OnCommand(stamp, command);

    /// <inheritdoc/>
    public void OnSent(in TraceStamp stamp, in Flight flight, in Message message) =>
        _trace.OnSent(stamp, flight, message);

    /// <inheritdoc/>
    public void OnArrived(in TraceStamp stamp, in Flight flight, in Message message) =>
        _trace.OnArrived(stamp, flight, message);

    /// <inheritdoc/>
    public void OnLost(in TraceStamp stamp, in Flight flight, in Message message, LossReason reason, Instant lostAt) =>
        _trace.OnLost(stamp, flight, message, reason, lostAt);

    /// <inheritdoc/>
    public void OnReported(in TraceStamp stamp, in NodeEvent what) => _trace.OnReported(stamp, what);

    private sealed record State(long Count) : ObserverState(Bytes: 32);
}
