using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Core.Simulation.Checkpoints;

namespace GossipLab.Web.Labs;

/// <summary>
/// How many running nodes knew the newest value, over time, and what it took until all did.
/// </summary>
public sealed class CurveRecorder : IRewindable
{
    private CurvePoints _points = new();
    private Generation _generation = Generation.Zero;
    private Instant _bornAt;
    private long _messagesAtBirth;

    /// <summary>When all running nodes first knew the newest value.</summary>
    public Instant? InformedAt { get; private set; }

    /// <summary>When the newest value was set.</summary>
    public Instant BornAt => _bornAt;

    /// <summary>How many messages about values it took.</summary>
    public long? Messages { get; private set; }

    /// <summary>How many rounds it took.</summary>
    /// <param name="interval">The interval of the ticks.</param>
    /// <param name="inLockStep">Whether rounds are those of all nodes at once.</param>
    public int? Rounds(TimeSpan interval, bool inLockStep)
    {
        if (InformedAt is not { } end)
        {
            return null;
        }

        var micros = interval.Ticks / TimeSpan.TicksPerMicrosecond;
        return inLockStep
            ? (int)(end.Microseconds / micros - _bornAt.Microseconds / micros)
            : (int)Math.Ceiling((end - _bornAt) / interval);
    }

    /// <inheritdoc/>
    public void OnStep(SimulatedCluster cluster)
    {
        var census = cluster.Census;
        if (census.Newest != _generation)
        {
            _generation = census.Newest;
            _bornAt = cluster.Now;
            _messagesAtBirth = cluster.Counters.SentAboutValue();
            InformedAt = null;
            Messages = null;
        }

        var informed = census.Newest == Generation.Zero ? 0 : census.Informed;
        if (InformedAt is null && informed > 0 && census.IsConverged)
        {
            InformedAt = cluster.Now;
            Messages = cluster.Counters.SentAboutValue() - _messagesAtBirth;
        }

        if (_points.Last is not { } last || informed != last.Informed || census.Running != last.Running)
        {
            _points.Add(new CurvePoint(cluster.Now, informed, census.Running));
        }
    }

    /// <summary>The points, the present one last.</summary>
    /// <param name="now">The present moment.</param>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<CurvePoint> Points(Instant now, int most)
    {
        var points = _points.Take(most - 1);
        points.Add(new CurvePoint(now, _points.Last?.Informed ?? 0, _points.Last?.Running ?? 0));
        return points;
    }

    /// <inheritdoc/>
    public ObserverState Save() =>
        new State(_points.Copy(), (_generation, _bornAt, _messagesAtBirth), InformedAt, Messages);

    /// <inheritdoc/>
    public void Restore(ObserverState state)
    {
        var saved = (State)state;
        _points = saved.Points.Copy();
        (_generation, _bornAt, _messagesAtBirth) = saved.Birth;
        (InformedAt, Messages) = (saved.InformedAt, saved.Messages);
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
    public void OnReported(in TraceStamp stamp, in NodeEvent what)
    {
    }

    private sealed record State(
        CurvePoints Points, (Generation Generation, Instant At, long Messages) Birth, Instant? InformedAt,
        long? Messages)
        : ObserverState(120 + 16L * Points.Count);
}
