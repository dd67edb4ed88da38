using GossipLab.Web.RealClusters.Nodes;

namespace GossipLab.Web.RealClusters;

/// <summary>What a real cluster needs of its server.</summary>
/// <param name="Limits">What the server carries.</param>
/// <param name="Time">The clock on the wall.</param>
/// <param name="Logger">Where broken things are reported.</param>
/// <param name="Starter">Starts nodes.</param>
/// <param name="ShadowTurn">Lets one simulation of the server compute at a time.</param>
public sealed record RealClusterHost(
    RealClusterLimits Limits, TimeProvider Time, ILogger Logger, NodeStarter Starter, SemaphoreSlim ShadowTurn);
