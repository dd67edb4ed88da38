using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Core.Simulation.Checkpoints;

namespace GossipLab.Web.Labs;

/// <summary>Why each message on its way was sent: as many as fly, no more.</summary>
public sealed class SendCauses : IRewindable
{
    private readonly Dictionary<long, TraceStamp> _sends = [];

    /// <summary>The send of a message that is on its way; null of any other.</summary>
    /// <param name="flight">The message.</param>
    public TraceStamp? Find(long flight) => _sends.TryGetValue(flight, out var stamp) ? stamp : null;

    /// <summary>How many are known.</summary>
    public int Count => _sends.Count;

    /// <inheritdoc/>
    public void OnSent(in TraceStamp stamp, in Flight flight, in Message message) => _sends[flight.Id] = stamp;

    /// <inheritdoc/>
    public void OnArrived(in TraceStamp stamp, in Flight flight, in Message message) => _sends.Remove(flight.Id);

    /// <inheritdoc/>
    public void OnLost(in TraceStamp stamp, in Flight flight, in Message message, LossReason reason, Instant lostAt) =>
        _sends.Remove(flight.Id);

    /// <inheritdoc/>
    public void OnCommand(in TraceStamp stamp, ClusterCommand command)
    {
    }

    /// <inheritdoc/>
    public void OnReported(in TraceStamp stamp, in NodeEvent what)
    {
    }

    /// <inheritdoc/>
    public ObserverState Save() => new State([.. _sends]);

    /// <inheritdoc/>
    public void Restore(ObserverState state)
    {
        _sends.Clear();
        foreach (var (flight, stamp) in ((State)state).Sends)
        {
            _sends.Add(flight, stamp);
        }
    }

    private sealed record State(KeyValuePair<long, TraceStamp>[] Sends) : ObserverState(32 + 48L * Sends.Length);
}
