using System.Globalization;
using GossipLab.Core.Primitives;
using GossipLab.Core.Simulation;

namespace GossipLab.Core.Experiments.Tuning;

/// <summary>The cluster that settings are sought for: its size, its network and its overloaded nodes.</summary>
public sealed record TuningCluster
{
    /// <summary>The most nodes.</summary>
    public const int MaxNodes = 2_000;

    /// <summary>The most overloaded nodes.</summary>
    public const int MaxSlow = 20;

    private static readonly TimeSpan ShortestStall = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestCycle = TimeSpan.FromMinutes(5);

    /// <summary>How many nodes; 4 to 2,000, default 150.</summary>
    public int Nodes { get; init; } = 150;

    /// <summary>The share of datagrams that is lost; 0 to 1, default 0.</summary>
    public Ratio Loss { get; init; } = Ratio.Zero;

    /// <summary>How long a message takes; default 0.5 ms to 2 ms, a data centre.</summary>
    public LatencyOptions Latency { get; init; } = new()
    {
        Base = TimeSpan.FromMilliseconds(0.5),
        Spread = TimeSpan.FromMilliseconds(1.5),
    };

    /// <summary>Into how many zones the nodes are divided; 1 to 8, default 1.</summary>
    public int Zones { get; init; } = 1;

    /// <summary>What a message takes on top from zone to zone; 0 to 60 s, default 0.</summary>
    public TimeSpan BetweenZones { get; init; }

    /// <summary>How many nodes are overloaded; 0 to 20 and at most a quarter of all, default 0.</summary>
    public int SlowNodes { get; init; }

    /// <summary>
    /// How long an overloaded node takes to handle each message, one after the other, while its timers stay punctual:
    /// it accuses others of silence because it has not read their answers; 0 to 60 s, default 500 ms.
    /// </summary>
    public TimeSpan SlowBy { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// How long the whole process of an overloaded node stands still, again and again; 10 ms up to the cycle less
    /// 10 ms, or 0 for never, the default.
    /// </summary>
    public TimeSpan Stall { get; init; }

    /// <summary>From one standstill to the next; up to 5 minutes, default 10 s.</summary>
    public TimeSpan StallEvery { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>What is wrong, in words that name the field and its range; null if nothing is.</summary>
    public string? FindFault()
    {
        if (Nodes is < 4 or > MaxNodes)
        {
            return string.Create(CultureInfo.InvariantCulture, $"nodes: {Nodes} is not within 4 to {MaxNodes}");
        }

        var mostSlow = Math.Min(MaxSlow, Nodes / 4);
        if (SlowNodes < 0 || SlowNodes > mostSlow)
        {
            return string.Create(CultureInfo.InvariantCulture,
                $"overloaded nodes: {SlowNodes} is not within 0 to {mostSlow}, a quarter of all and at most {MaxSlow}");
        }

        return FaultOfOverload() ?? (ScenarioFaults.In(Begin(1)) is [var fault, ..] ? fault.ToString() : null);
    }

    /// <summary>Whether a node is overloaded. They stand apart from each other, and so in different zones.</summary>
    /// <param name="node">Its number.</param>
    public bool IsSlow(int node)
    {
        for (var slow = 0; slow < SlowNodes; slow++)
        {
            if (SlowNode(slow) == node)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The number of an overloaded node.</summary>
    /// <param name="slow">Which of them; 0 for the first.</param>
    public int SlowNode(int slow) => (int)((2L * slow + 1) * Nodes / (2L * SlowNodes));

    private string? FaultOfOverload()
    {
        if (SlowBy < TimeSpan.Zero || SlowBy > LatencyOptions.Longest)
        {
            return "overloaded nodes: the time for a message is not within 0 to 60 s";
        }

        if (Stall != TimeSpan.Zero
            && (StallEvery > LongestCycle || Stall < ShortestStall || Stall > StallEvery - ShortestStall))
        {
            return "overloaded nodes: they stand still for 10 ms or more, in a cycle that is longer by 10 ms or more "
                + "and lasts 5 minutes at most";
        }

        return SlowNodes > 0 && Stall == TimeSpan.Zero && SlowBy == TimeSpan.Zero
            ? "overloaded nodes: say how long they take for a message, or how long they stand still" : null;
    }

    /// <summary>The scenario before anything is done to it, with memberlist's LAN settings.</summary>
    internal Scenario Begin(ulong seed) => new()
    {
        Name = "tune",
        Seed = seed,
        Nodes = Nodes,
        Node = Core.Nodes.GossipNodeOptions.Swim,
        Network = new NetworkOptions
        {
            Latency = Latency,
            Loss = Loss,
            Zones = Zones,
            ZoneLatency = Zones < 2 || Zones > NetworkOptions.MaxZones || BetweenZones == TimeSpan.Zero ? [] :
            [
                .. Enumerable.Range(0, Zones * Zones).Select(
                    pair => pair / Zones == pair % Zones ? TimeSpan.Zero : BetweenZones),
            ],
        },
    };
}
