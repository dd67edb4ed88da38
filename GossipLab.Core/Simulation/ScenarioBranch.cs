using GossipLab.Core.Primitives;

namespace GossipLab.Core.Simulation;

/// <summary>Another course of a run: up to a moment it is the one it parts from, then other things are done.</summary>
public sealed record ScenarioBranch
{
    /// <summary>The most branches of a scenario.</summary>
    public const int Most = 31;

    /// <summary>Its name; 1 to 60 characters.</summary>
    public string Name { get; init; } = "branch";

    /// <summary>What it parts from: 0 the run itself, else the number of a branch before it, from 1 on.</summary>
    public int Parent { get; init; }

    /// <summary>The last moment it shares; zero to <see cref="Scenario.LastCommand"/>.</summary>
    public Instant ForkedAt { get; init; }

    /// <summary>What is done after it parted, in order of time.</summary>
    public IReadOnlyList<TimedCommand> Commands { get; init; } = [];

    /// <summary>All commands of a branch from time zero on: what it shares, then its own.</summary>
    /// <param name="shared">All commands of what it parts from.</param>
    public IReadOnlyList<TimedCommand> After(IReadOnlyList<TimedCommand> shared) =>
        [.. shared.TakeWhile(timed => timed.At <= ForkedAt), .. Commands];
}
