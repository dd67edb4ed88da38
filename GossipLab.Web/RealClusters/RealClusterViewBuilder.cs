using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Web.Labs;
using GossipLab.Web.RealClusters.Shadows;
using GossipLab.Web.RealClusters.Watching;

namespace GossipLab.Web.RealClusters;

/// <summary>Makes the view of a real cluster: copies what panels show, bounded, on the pump's thread.</summary>
internal sealed class RealClusterViewBuilder(RealClusterOptions options)
{
    private const int MostCurvePoints = CurvePoints.Most + 2;

    private volatile IReadOnlyList<TraceEntry> _log = [];
    private long _logForgotten;
    private long _logVersion;
    private int _logCount = -1;

    /// <summary>The node for the inspector.</summary>
    public NodeId? Selected { get; set; }

    /// <summary>The events kept, oldest first.</summary>
    public IReadOnlyList<TraceEntry> Log => _log;

    /// <summary>Changes when the log does.</summary>
    public long LogVersion => Interlocked.Read(ref _logVersion);

    /// <summary>How many older events were let go.</summary>
    public long LogForgotten => Interlocked.Read(ref _logForgotten);

    /// <summary>The view now.</summary>
    public RealClusterView Build(ObservedCluster cluster, ObservedCaption caption, ShadowDesk spread, ShadowDesk death)
    {
        CopyLog(cluster);
        var census = cluster.Census;
        return new RealClusterView
        {
            Now = cluster.Now,
            Options = options,
            Nodes = [.. cluster.Nodes],
            Running = census.Running,
            Informed = census.Informed,
            Unknown = census.Unknown,
            Newest = census.Newest,
            Values = [.. census.Values],
            SetAt = cluster.SetAt,
            InformedAt = cluster.InformedAt,
            Beliefs = BeliefMatrix.Of(cluster.Beliefs),
            Network = cluster.Network,
            Lens = cluster.Lens,
            Selected = Selected is { } id ? CardOf(cluster, id) : null,
            Spread = spread.Beside(
                new ShadowedCurve { Points = cluster.Curve(MostCurvePoints), Start = cluster.SetAt }, cluster.Now),
            Death = cluster.Death is { } victim ? death.Beside(
                new ShadowedCurve
                {
                    Victim = victim.Node,
                    Points = victim.Points(MostCurvePoints, cluster.Now),
                    Start = victim.DiedAt,
                },
                cluster.Now) : null,
            Caption = caption.Text,
            CaptionNode = caption.Node,
        };
    }

    private static NodeCard CardOf(ObservedCluster cluster, NodeId id)
    {
        var rows = new List<BeliefRow>(cluster.NodeCount);
        for (var index = 0; index < cluster.NodeCount; index++)
        {
            var subject = new NodeId(index);
            if (subject != id)
            {
                rows.Add(new BeliefRow(
                    subject, cluster.Beliefs.Of(id, subject), cluster.Beliefs.IncarnationOf(id, subject),
                    cluster.Beliefs.SinceOf(id, subject)));
            }
        }

        return new NodeCard(cluster.Node(id), BeliefMatrix.OpinionOf(cluster.Beliefs, id), rows);
    }

    private void CopyLog(ObservedCluster cluster)
    {
        if (cluster.Log.Count == _logCount && cluster.LogForgotten == LogForgotten)
        {
            return;
        }

        _logCount = cluster.Log.Count;
        _log = [.. cluster.Log];
        Interlocked.Exchange(ref _logForgotten, cluster.LogForgotten);
        Interlocked.Increment(ref _logVersion);
    }
}
