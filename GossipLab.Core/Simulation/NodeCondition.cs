namespace GossipLab.Core.Simulation;

/// <summary>The condition of a node's machine: the truth, which no node knows.</summary>
/// <param name="IsUp">Whether its process runs.</param>
/// <param name="HasLeft">Whether it left on purpose.</param>
/// <param name="IsPaused">Whether its process stands still.</param>
/// <param name="Slowness">How long it takes to handle a message; zero is normal.</param>
/// <param name="Life">How often it was restarted.</param>
public readonly record struct NodeCondition(bool IsUp, bool HasLeft, bool IsPaused, TimeSpan Slowness, int Life);
