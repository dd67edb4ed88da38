namespace GossipLab.Web.RealClusters.Nodes;

/// <summary>What a fleet of nodes is made from.</summary>
/// <param name="ClusterId">Whose nodes they are.</param>
/// <param name="Options">Their settings.</param>
/// <param name="BornAt">The moment from which the cluster's time is counted.</param>
internal sealed record FleetOrder(string ClusterId, RealClusterOptions Options, DateTimeOffset BornAt);
