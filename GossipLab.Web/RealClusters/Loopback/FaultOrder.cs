using GossipLab.Core.Protocol;
using GossipLab.Web.RealClusters.Watching;

namespace GossipLab.Web.RealClusters.Loopback;

/// <summary>What a node's transport does to the messages it sends.</summary>
/// <param name="Loss">The share it loses, 0 to 1.</param>
/// <param name="LatencyMs">How much longer they take, in milliseconds.</param>
/// <param name="Blocked">The nodes that it does not reach.</param>
internal sealed record FaultOrder(double Loss, double LatencyMs, IReadOnlyList<int> Blocked)
{
    /// <summary>Nothing.</summary>
    public static FaultOrder None { get; } = new(0, 0, []);

    /// <summary>One node's part in the faults of all.</summary>
    public static FaultOrder Of(NetworkFaults faults, NodeId node, int nodes)
    {
        var side = faults.Wall.Select(each => each.Index).ToHashSet();
        var isInside = side.Contains(node.Index);
        var blocked = side.Count == 0 ? []
            : Enumerable.Range(0, nodes).Where(other => side.Contains(other) != isInside).ToArray();
        return new FaultOrder(
            1 - (1 - faults.Loss) * (1 - faults.LossOf(node)), faults.Latency.TotalMilliseconds, blocked);
    }
}
