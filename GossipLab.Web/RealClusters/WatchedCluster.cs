namespace GossipLab.Web.RealClusters;

/// <summary>A cluster that somebody else started, as one of its members described it.</summary>
/// <param name="Members">Its members; at most <see cref="RealClusterLimits.MostInProcess"/>.</param>
/// <param name="Secret">The secret they share; null where they have none.</param>
public sealed record WatchedCluster(IReadOnlyList<WatchedMember> Members, string? Secret);

/// <summary>One member of it.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Address">Where it listens.</param>
public sealed record WatchedMember(string Name, string Address);
