using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Web.RealClusters.Watching;

namespace GossipLab.Web.RealClusters;

/// <summary>What can be done to real nodes, and when.</summary>
internal static class RealActs
{
    /// <summary>Null, or why a command cannot be carried out now, in words.</summary>
    public static string? FaultOf(ObservedCluster cluster, RealClusterOptions options, ClusterCommand command)
    {
        if (options.Kind == NodeKind.Watched)
        {
            return "these nodes were started elsewhere and are only watched";
        }

        if (CommandFaults.NodeOf(command) is { IsSomebody: true } id)
        {
            return id.Index >= cluster.NodeCount
                ? $"there is no {id}: nodes are n0 to n{cluster.NodeCount - 1}"
                : FaultOfNode(cluster.Node(id), options, command);
        }

        return command switch
        {
            SetNetwork { Loss.Value: > 1 } => "loss is from 0 to 100 %",
            SetNetwork { Latency: { } latency } when latency.Base > LatencyOptions.Longest =>
                "latency is from 0 to 60,000 ms",
            SetNetwork or RemoveWall or HealNetwork => null,
            BuildWall wall when wall.Side.Any(node => node.Index < 0 || node.Index >= cluster.NodeCount) =>
                $"a wall is built around n0 to n{cluster.NodeCount - 1}",
            BuildWall wall when wall.Side.Count == 0 || wall.Side.Count >= cluster.NodeCount =>
                "a wall needs nodes on both of its sides",
            BuildWall => null,
            _ => "that can be done to simulated nodes only",
        };
    }

    /// <summary>The network's faults after a command.</summary>
    public static NetworkFaults After(NetworkFaults faults, ClusterCommand command) => command switch
    {
        SetNetwork change => faults with
        {
            Loss = change.Loss?.Value ?? faults.Loss,
            Latency = change.Latency?.Base ?? faults.Latency,
        },
        SetNodeLoss { Loss.IsZero: true } loss => faults with
        {
            NodeLoss = faults.NodeLoss.Where(one => one.Key != loss.Node.Index).ToDictionary(),
        },
        SetNodeLoss loss => faults with
        {
            NodeLoss = new Dictionary<int, double>(faults.NodeLoss) { [loss.Node.Index] = loss.Loss.Value },
        },
        BuildWall wall => faults with { Wall = [.. wall.Side.Distinct().Order()] },
        RemoveWall => faults with { Wall = [] },
        HealNetwork => new NetworkFaults(),
        _ => faults,
    };

    private static string? FaultOfNode(ObservedNode node, RealClusterOptions options, ClusterCommand command)
    {
        var isPaused = node.Process == ProcessState.Paused;
        return command switch
        {
            RestartNode => node.IsUp ? $"{node.Id} runs already" : null,
            KillNode => node.IsUp ? null : NotRunning(node.Id),
            PauseNode when options.Kind == NodeKind.InProcess =>
                "nodes within the dashboard's process cannot stand still; start them as processes for that",
            PauseNode => !node.IsUp ? NotRunning(node.Id) : isPaused ? $"{node.Id} stands still already" : null,
            ResumeNode => isPaused ? null : $"{node.Id} does not stand still",
            LeaveNode or SetValue when isPaused => $"{node.Id} stands still and hears nobody; resume it first",
            LeaveNode or SetValue => node.IsUp ? null : NotRunning(node.Id),
            SetNodeLoss { Loss.Value: > 1 } => "loss is from 0 to 100 %",
            SetNodeLoss => null,
            _ => "that can be done to simulated nodes only",
        };
    }

    private static string NotRunning(NodeId id) => $"{id} does not run; start it first";
}
