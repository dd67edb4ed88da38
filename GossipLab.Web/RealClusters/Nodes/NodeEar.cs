using GossipLab.Core.Protocol;

namespace GossipLab.Web.RealClusters.Nodes;

/// <summary>One life of a node, as it is talked to.</summary>
/// <param name="Id">Which node.</param>
/// <param name="Life">Which of its lives.</param>
/// <param name="Address">Where it listens: host and port.</param>
internal sealed record NodeEar(NodeId Id, int Life, string Address)
{
    /// <summary>One of its endpoints.</summary>
    public Uri Of(string path) => new($"http://{Address}{path}");
}
