using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Web.Labs;

namespace GossipLab.Web.RealClusters.Watching;

/// <summary>How many others came to believe a node dead since it died.</summary>
/// <param name="node">The node.</param>
/// <param name="diedAt">When it died.</param>
public sealed class DeathCurve(NodeId node, Instant diedAt)
{
    private readonly CurvePoints _points = new();

    /// <summary>The node.</summary>
    public NodeId Node => node;

    /// <summary>When it died.</summary>
    public Instant DiedAt => diedAt;

    /// <summary>When it came back; null while it is gone.</summary>
    public Instant? BackAt { get; private set; }

    /// <summary>Notes how many believe it now.</summary>
    public void Note(Instant at, int believers, int running)
    {
        if (BackAt is null && _points.Last?.Informed != believers)
        {
            _points.Add(new CurvePoint(at, believers, running));
        }
    }

    /// <summary>It came back: what was counted stays.</summary>
    public void End(Instant at) => BackAt ??= at;

    /// <summary>The count over time, the present or the return last.</summary>
    public IReadOnlyList<CurvePoint> Points(int most, Instant now)
    {
        var points = _points.Take(most - 1);
        var last = _points.Last ?? new CurvePoint(diedAt, 0, 0);
        points.Add(last with { At = BackAt ?? now });
        return points;
    }
}
