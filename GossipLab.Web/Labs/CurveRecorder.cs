using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;

namespace GossipLab.Web.Labs;

/// <summary>
/// How many running nodes knew the newest value, over time, and what it took until all did. Keeps a bounded number of
/// points: when there are too many, every second one is let go.
/// </summary>
public sealed class CurveRecorder(SimulatedCluster cluster)
{
    /// <summary>The most points kept.</summary>
    public const int MostPoints = 800;

    private readonly List<CurvePoint> _points = [];
    private Generation _generation = Generation.Zero;
    private Instant _bornAt;
    private long _messagesAtBirth;
    private int _skip = 1;
    private int _skipped;
    private CurvePoint _last = new(new Instant(-1), -1, -1);

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

    /// <summary>Looks at the cluster after an event.</summary>
    public void Note()
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

        if (informed == _last.Informed && census.Running == _last.Running)
        {
            return;
        }

        Add(new CurvePoint(cluster.Now, informed, census.Running));
    }

    /// <summary>The points, the present one last.</summary>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<CurvePoint> Points(int most)
    {
        var every = Math.Max(1, (_points.Count + most - 2) / Math.Max(1, most - 1));
        var points = new List<CurvePoint>(most + 1);
        for (var index = 0; index < _points.Count; index += every)
        {
            points.Add(_points[index]);
        }

        points.Add(new CurvePoint(cluster.Now, Math.Max(0, _last.Informed), Math.Max(0, _last.Running)));
        return points;
    }

    private void Add(CurvePoint point)
    {
        _last = point;
        if (++_skipped < _skip)
        {
            return;
        }

        _skipped = 0;
        _points.Add(point);
        if (_points.Count > MostPoints)
        {
            for (var index = 1; index <= _points.Count / 2; index++)
            {
                _points[index - 1] = _points[2 * index - 2];
            }

            _points.RemoveRange(_points.Count / 2, _points.Count - _points.Count / 2);
            _skip *= 2;
        }
    }
}
