using GossipLab.Core.Protocol;
using GossipLab.Node.Words;
using GossipLab.Web.RealClusters.Watching;

namespace GossipLab.Web.RealClusters.Nodes;

/// <summary>Makes of the faults of a whole network what one node does to the messages it sends.</summary>
internal static class NodeFaults
{
    /// <summary>One node's part.</summary>
    /// <param name="faults">The faults of all.</param>
    /// <param name="node">The node.</param>
    /// <param name="addresses">Where all nodes listen, by number.</param>
    public static FaultOrder Of(NetworkFaults faults, NodeId node, IReadOnlyList<string> addresses)
    {
        var side = faults.Wall.Select(each => each.Index).ToHashSet();
        var isInside = side.Contains(node.Index);
        var blocked = side.Count == 0 ? []
            : addresses.Where((_, other) => side.Contains(other) != isInside).ToArray();
        return new FaultOrder(
            1 - (1 - faults.Loss) * (1 - faults.LossOf(node)), faults.Latency.TotalMilliseconds, blocked);
    }
}
