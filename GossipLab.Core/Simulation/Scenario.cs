using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation;

/// <summary>
/// All of a run: the same scenario gives the same events, bit for bit. A share link, a failing test and a lesson are
/// scenarios.
/// </summary>
public sealed record Scenario
{
    /// <summary>The version of the engine: it changes when the same scenario gives other events.</summary>
    public const string EngineVersion = "1.0";

    /// <summary>The most nodes.</summary>
    public const int MaxNodes = 1_000_000;

    /// <summary>The most commands.</summary>
    public const int MaxCommands = 10_000;

    /// <summary>The latest moment of a command of a file: 1,000 days.</summary>
    public static readonly Instant LastCommand = Instant.Zero + TimeSpan.FromDays(1000);

    /// <summary>A short name for links and files; letters, digits and dashes.</summary>
    public string Name { get; init; } = "custom";

    /// <summary>The engine that made it.</summary>
    public string Engine { get; init; } = EngineVersion;

    /// <summary>The seed of all dice.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many nodes start at time zero; 1 to 1,000,000, default 16.</summary>
    public int Nodes { get; init; } = 16;

    /// <summary>The settings of every node.</summary>
    public GossipNodeOptions Node { get; init; } = new();

    /// <summary>The network at time zero.</summary>
    public NetworkOptions Network { get; init; } = new();

    /// <summary>What is done to the cluster, in order of time.</summary>
    public IReadOnlyList<TimedCommand> Commands { get; init; } = [];

    /// <summary>Other courses of the run; at most <see cref="ScenarioBranch.Most"/>.</summary>
    public IReadOnlyList<ScenarioBranch> Branches { get; init; } = [];

    /// <summary>The nodes that start at time zero.</summary>
    public NodeId[] FirstNodes()
    {
        var ids = new NodeId[Nodes];
        for (var index = 0; index < ids.Length; index++)
        {
            ids[index] = new NodeId(index);
        }

        return ids;
    }
}
