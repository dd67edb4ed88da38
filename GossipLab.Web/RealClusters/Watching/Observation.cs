using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Web.RealClusters.Watching;

/// <summary>Something heard of a node, on its way to the cluster's model.</summary>
/// <param name="Node">Of which node.</param>
/// <param name="Life">In which of its lives, counted by its starts: what comes late from another is ignored.</param>
public abstract record Observation(NodeId Node, int Life);

/// <summary>It answers.</summary>
public sealed record NodeAnswered(NodeId Node, int Life) : Observation(Node, Life);

/// <summary>Its process ended.</summary>
public sealed record NodeEnded(NodeId Node, int Life, bool HasLeft, string Trouble) : Observation(Node, Life);

/// <summary>Its events are heard from now on.</summary>
public sealed record StreamOpened(NodeId Node, int Life) : Observation(Node, Life);

/// <summary>Its events are no longer heard.</summary>
public sealed record StreamLost(NodeId Node, int Life, string Why) : Observation(Node, Life);

/// <summary>It stated all it holds and believes.</summary>
public sealed record StateStated(NodeId Node, int Life, NodeReport Report) : Observation(Node, Life);

/// <summary>It reported an event.</summary>
public sealed record EventReported(NodeId Node, int Life, Instant At, NodeEvent What) : Observation(Node, Life);

/// <summary>Its process was started, and where it listens.</summary>
public sealed record NodePlaced(NodeId Node, int Life, string Address, int? ProcessId) : Observation(Node, Life);
