using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;

namespace GossipLab.Web.Features.Matrix;

/// <summary>A copy of what simulated nodes believe and hold: a byte a pair.</summary>
public sealed class ClusterObservations : IObservations
{
    /// <summary>Of larger clusters the incarnations behind the beliefs are not copied.</summary>
    public const int MostWithIncarnations = 64;

    private readonly CellKind[] _beliefs;
    private readonly uint[] _incarnations;
    private readonly VersionedValue?[] _values;

    private ClusterObservations(int nodes)
    {
        Nodes = nodes;
        _beliefs = new CellKind[nodes * nodes];
        _incarnations = new uint[nodes <= MostWithIncarnations ? nodes * nodes : 0];
        _values = new VersionedValue?[nodes];
    }

    /// <inheritdoc/>
    public int Nodes { get; }

    /// <summary>Copies what nodes believe and hold now. Only the owner of the cluster may ask.</summary>
    public static ClusterObservations Of(SimulatedCluster cluster)
    {
        var copy = new ClusterObservations(cluster.NodeCount);
        for (var observer = 0; observer < cluster.NodeCount; observer++)
        {
            if (cluster.Condition(new NodeId(observer)).IsUp)
            {
                copy.Copy(cluster, observer);
            }
        }

        return copy;
    }

    /// <inheritdoc/>
    public bool IsUp(int node) => _values[node] is not null;

    /// <inheritdoc/>
    public CellKind Belief(int observer, int subject) => _beliefs[observer * Nodes + subject];

    /// <inheritdoc/>
    public uint? Incarnation(int observer, int subject) =>
        _incarnations.Length > 0 && IsUp(observer) ? _incarnations[observer * Nodes + subject] : null;

    /// <inheritdoc/>
    public VersionedValue? Value(int node) => _values[node];

    private void Copy(SimulatedCluster cluster, int observer)
    {
        var node = cluster.Node(new NodeId(observer));
        _values[observer] = node.Store.Current;
        for (var subject = 0; subject < Nodes; subject++)
        {
            var member = new Core.Membership.Member();
            var id = new NodeId(subject);
            var isListed = node.Swim is { } swim ? swim.TryFind(id, out member)
                : node.Heartbeat is { } heartbeat ? heartbeat.TryFind(id, out member) : true;
            var place = observer * Nodes + subject;
            _beliefs[place] = observer == subject ? CellKind.Self
                : !isListed ? CellKind.Absent
                : node is { Swim: null, Heartbeat: null } ? CellKind.Alive : KindOf(member.State);
            if (_incarnations.Length > 0)
            {
                _incarnations[place] = observer == subject
                    ? node.Swim?.Incarnation.Number ?? node.Heartbeat?.Incarnation.Number ?? 0
                    : isListed ? member.Incarnation.Number : 0;
            }
        }
    }

    private static CellKind KindOf(MemberState state) => state switch
    {
        MemberState.Alive => CellKind.Alive,
        MemberState.Suspect => CellKind.Suspect,
        MemberState.Dead => CellKind.Dead,
        _ => CellKind.Left,
    };
}
