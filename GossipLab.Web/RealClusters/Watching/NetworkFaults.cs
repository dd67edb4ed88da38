using GossipLab.Core.Protocol;

namespace GossipLab.Web.RealClusters.Watching;

/// <summary>What the nodes' transports were told to do to messages.</summary>
public sealed record NetworkFaults
{
    /// <summary>The share of messages lost on every link, 0 to 1.</summary>
    public double Loss { get; init; }

    /// <summary>How much longer every message takes.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>The share of messages that a node loses in addition.</summary>
    public IReadOnlyDictionary<int, double> NodeLoss { get; init; } = new Dictionary<int, double>();

    /// <summary>The nodes of one side of the wall; empty where none stands.</summary>
    public IReadOnlyList<NodeId> Wall { get; init; } = [];

    /// <summary>Whether messages travel as they do without anybody's doing.</summary>
    public bool IsCalm => Loss == 0 && Latency == TimeSpan.Zero && NodeLoss.Count == 0 && Wall.Count == 0;

    /// <summary>The share that a node loses in addition.</summary>
    public double LossOf(NodeId node) => NodeLoss.GetValueOrDefault(node.Index);
}
