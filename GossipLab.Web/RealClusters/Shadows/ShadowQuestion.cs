using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;

namespace GossipLab.Web.RealClusters.Shadows;

/// <summary>
/// What is asked of a simulated ensemble: after something happens to a cluster, how many nodes know it, and when. Where
/// a value was set, those who know hold it; where a node died, they believe it dead.
/// </summary>
public sealed record ShadowQuestion
{
    /// <summary>The cluster, with everything done to it before the question's moment. Seeds take turns.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>The moment from which time is counted.</summary>
    public required Instant Start { get; init; }

    /// <summary>The node whose death is to be known; null where a value is to be known.</summary>
    public NodeId? Victim { get; init; }

    /// <summary>How many nodes are to know it.</summary>
    public required int Knowers { get; init; }

    /// <summary>How many runs are made.</summary>
    public required int Runs { get; init; }

    /// <summary>The longest time simulated after the start.</summary>
    public required TimeSpan Longest { get; init; }
}
