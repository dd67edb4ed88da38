using GossipLab.Core.Protocol;
using GossipLab.Web.RealClusters;
using Heard = GossipLab.Web.RealClusters.Watching.Belief;

namespace GossipLab.Web.Features.Matrix;

/// <summary>What was heard of real nodes, while the cluster is small enough to keep every pair.</summary>
public sealed class RealObservations(RealClusterView view) : IObservations
{
    /// <inheritdoc/>
    public int Nodes => view.Nodes.Count;

    /// <inheritdoc/>
    public bool IsUp(int node) => view.Nodes[node].IsUp;

    /// <inheritdoc/>
    public CellKind Belief(int observer, int subject) => observer == subject
        ? CellKind.Self
        : view.Beliefs.At(observer, subject) switch
        {
            Heard.Absent => CellKind.Absent,
            Heard.Alive => CellKind.Alive,
            Heard.Suspect => CellKind.Suspect,
            Heard.Dead => CellKind.Dead,
            Heard.Left => CellKind.Left,
            _ => CellKind.Unknown,
        };

    /// <inheritdoc/>
    public uint? Incarnation(int observer, int subject) =>
        observer == subject ? view.Nodes[observer].Incarnation
        : view.Beliefs.At(observer, subject) == Heard.Unknown ? null : view.Beliefs.IncarnationAt(observer, subject);

    /// <inheritdoc/>
    public VersionedValue? Value(int node) => view.Nodes[node].Value;
}
