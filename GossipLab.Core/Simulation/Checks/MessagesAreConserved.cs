using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation.Checks;

/// <summary>
/// Every message that was sent arrives once, is lost once, or is still on its way. Counted here apart from
/// <see cref="ClusterCounters"/> and from the queue, and compared with both.
/// </summary>
public sealed class MessagesAreConserved : ICheck
{
    private const int StepsBetweenRecounts = 4096;

    private HashSet<long> _flying = [];
    private SimulatedCluster? _cluster;
    private int _steps;

    /// <inheritdoc/>
    public string Name => "messages-are-conserved";

    /// <inheritdoc/>
    public string Promise => "Messages sent are those delivered, those lost and those in flight.";

    /// <inheritdoc/>
    public Violation? Broken { get; private set; }

    /// <inheritdoc/>
    public void OnStarted(SimulatedCluster cluster) => _cluster = cluster;

    /// <inheritdoc/>
    public void OnSent(in TraceStamp stamp, in Flight flight, in Message message)
    {
        if (!_flying.Add(flight.Id))
        {
            Broken ??= new Violation(stamp.At, $"message {flight.Id} was sent twice");
        }
    }

    /// <inheritdoc/>
    public void OnArrived(in TraceStamp stamp, in Flight flight, in Message message)
    {
        if (!_flying.Remove(flight.Id))
        {
            Broken ??= new Violation(stamp.At, $"message {flight.Id} arrived at {flight.To} without being in flight");
        }
    }

    /// <inheritdoc/>
    public void OnLost(in TraceStamp stamp, in Flight flight, in Message message, LossReason reason, Instant lostAt)
    {
        if (!_flying.Remove(flight.Id))
        {
            Broken ??= new Violation(stamp.At, $"message {flight.Id} was lost ({reason}) without being in flight");
        }
    }

    /// <inheritdoc/>
    public void OnStepped()
    {
        if (_cluster is not { } cluster)
        {
            return;
        }

        if (cluster.Counters.InFlight != _flying.Count)
        {
            Broken ??= new Violation(cluster.Now,
                $"{_flying.Count} messages are in flight, the counters say {cluster.Counters.InFlight}");
        }

        if (++_steps % StepsBetweenRecounts == 0)
        {
            Recount(cluster);
        }
    }

    /// <inheritdoc/>
    public ICheck Copy()
    {
        var copy = (MessagesAreConserved)MemberwiseClone();
        copy._flying = [.. _flying];
        return copy;
    }

    // Messages that wait at a paused node have reached it and are not shown as on their way.
    private void Recount(SimulatedCluster cluster)
    {
        var shown = 0;
        foreach (var (flight, _) in cluster.InFlight())
        {
            shown++;
            if (!_flying.Contains(flight.Id))
            {
                Broken ??= new Violation(cluster.Now, $"message {flight.Id} is shown in flight and is not");
            }
        }

        if (shown < _flying.Count && !IsAnyPaused(cluster))
        {
            Broken ??= new Violation(cluster.Now, $"{_flying.Count} messages are in flight, {shown} are shown");
        }
    }

    private static bool IsAnyPaused(SimulatedCluster cluster)
    {
        for (var index = 0; index < cluster.NodeCount; index++)
        {
            if (cluster.Condition(new NodeId(index)).IsPaused)
            {
                return true;
            }
        }

        return false;
    }
}
