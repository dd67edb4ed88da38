using GossipLab.Core.Dissemination;
using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Values;

namespace GossipLab.Core.Simulation;

/// <summary>The built-in scenarios. Each is legal and does what its sentence says; tests hold them to it.</summary>
public static class ScenarioLibrary
{
    private static readonly DisseminationOptions LockStep = new() { Phase = TickPhase.LockStep };

    /// <summary>All of them, in the order of the menu.</summary>
    public static IReadOnlyList<LibraryScenario> All { get; } =
    [
        Hello(), Article(), SimultaneousSets(), FalseSuspicion(), StallFalseDeath(), CrashDetection(),
        PartitionHeal(), SlowNode(), Lossy(), PushPull(), Rumour(1_000, seed: 11), Rumour(10_000, seed: 12),
        SwimThousand(),
    ];

    /// <summary>The scenario of a name, or null.</summary>
    /// <param name="name">The name as in links, for example <c>hello</c>.</param>
    public static LibraryScenario? Find(string? name)
    {
        foreach (var entry in All)
        {
            if (entry.Name == name)
            {
                return entry;
            }
        }

        return null;
    }

    private static LibraryScenario Hello() => new()
    {
        Title = "Hello, gossip",
        Sentence = "One of 16 nodes learns a value, and every 2 seconds each node that knows it tells two others.",
        Scenario = new Scenario
        {
            Name = "hello",
            Seed = 7,
            Node = GossipNodeOptions.Swim with { Dissemination = LockStep },
            Network = Latency(20, 30),
            Commands = [At(400, new SetValue(N(0), 7))],
        },
    };

    private static LibraryScenario Article() => new()
    {
        Title = "The article's cluster",
        Sentence = "Four nodes run the article's program, bugs included, and one of them is set after 3 seconds.",
        Scenario = new Scenario
        {
            Name = "article",
            Seed = 4,
            Nodes = 4,
            Node = GossipNodeOptions.Article,
            Network = Latency(1, 5),
            Commands = [At(3_000, new SetValue(N(1), 8))],
        },
    };

    private static LibraryScenario SimultaneousSets() => new()
    {
        Title = "Two sets at one moment",
        Sentence = "Two nodes are set at the same moment, and without a tie-break the cluster stays split for ever.",
        Scenario = new Scenario
        {
            Name = "simultaneous-sets",
            Seed = 42,
            Node = new GossipNodeOptions
            {
                Value = new ValueOptions { TieBreak = TieBreak.KeepMine },
                Dissemination = LockStep,
            },
            Network = Latency(20, 30),
            Commands = [At(400, new SetValue(N(0), 5)), At(400, new SetValue(N(8), 7))],
        },
    };

    private static LibraryScenario FalseSuspicion() => new()
    {
        Title = "A false suspicion",
        Sentence = "n3 stands still for 2.5 seconds, is suspected, and clears its name before anybody buries it.",
        Scenario = new Scenario
        {
            Name = "false-suspicion",
            Seed = 17,
            Node = GossipNodeOptions.Swim,
            Network = Latency(5, 15),
            Commands = [At(4_000, new PauseNode(N(3), TimeSpan.FromSeconds(2.5)))],
        },
    };

    private static LibraryScenario StallFalseDeath() => new()
    {
        Title = "Dead, though it lives",
        Sentence = "n3 stands still for 9 seconds, n7 comes to believe it dead though it lives, and one can ask why.",
        Scenario = new Scenario
        {
            Name = "stall-false-death",
            Seed = 507,
            Nodes = 32,
            Node = GossipNodeOptions.Swim,
            Network = Latency(5, 20) with { Loss = Ratio.Percent(5) },
            Commands = [At(3_000, new PauseNode(N(3), TimeSpan.FromSeconds(9)))],
        },
    };

    private static LibraryScenario CrashDetection() => new()
    {
        Title = "A crash is found out",
        Sentence = "n3 crashes, and probes, suspicion and gossip tell the other 31 that it is dead.",
        Scenario = new Scenario
        {
            Name = "crash-detection",
            Seed = 9,
            Nodes = 32,
            Node = GossipNodeOptions.Swim,
            Network = Latency(5, 15),
            Commands = [At(3_000, new KillNode(N(3)))],
        },
    };

    private static LibraryScenario PartitionHeal() => new()
    {
        Title = "A partition heals",
        Sentence = "A wall splits 32 nodes for 25 seconds, both sides are set, and after its fall they find together.",
        Scenario = new Scenario
        {
            Name = "partition-heal",
            Seed = 31,
            Nodes = 32,
            Node = GossipNodeOptions.Swim,
            Network = Latency(5, 15),
            Commands =
            [
                At(5_000, new BuildWall("wall", [.. Enumerable.Range(0, 16).Select(N)])),
                At(8_000, new SetValue(N(2), 5)),
                At(8_000, new SetValue(N(20), 9)),
                At(30_000, new RemoveWall("wall")),
            ],
        },
        Speed = 2,
    };

    private static LibraryScenario SlowNode() => new()
    {
        Title = "A slow node accuses others",
        Sentence = "For 20 seconds n7 takes 700 ms a message: it suspects others, then itself, and buries nobody.",
        Scenario = new Scenario
        {
            Name = "slow-node",
            Seed = 23,
            Nodes = 32,
            Node = GossipNodeOptions.Swim,
            Network = Latency(5, 15),
            Commands =
            [
                At(5_000, new SlowNode(N(7), TimeSpan.FromMilliseconds(700))),
                At(25_000, new SlowNode(N(7), TimeSpan.Zero)),
            ],
        },
        Speed = 1,
    };

    private static LibraryScenario Lossy() => new()
    {
        Title = "Half of all messages are lost",
        Sentence = "A value reaches 32 nodes although every second message is lost; it only takes longer.",
        Scenario = new Scenario
        {
            Name = "lossy-32",
            Seed = 3,
            Nodes = 32,
            Node = new GossipNodeOptions { Dissemination = LockStep },
            Network = Latency(20, 30) with { Loss = Ratio.Percent(50) },
            Commands = [At(400, new SetValue(N(0), 7))],
        },
    };

    private static LibraryScenario PushPull() => new()
    {
        Title = "Push and pull together",
        Sentence = "64 nodes exchange values with one other each round: push finds the first half, pull the rest.",
        Scenario = new Scenario
        {
            Name = "push-pull-64",
            Seed = 5,
            Nodes = 64,
            Node = new GossipNodeOptions
            {
                Dissemination = LockStep with { Mode = DisseminationMode.PushPull, FanOut = 1 },
            },
            Network = Latency(20, 30),
            Commands = [At(400, new SetValue(N(0), 7))],
        },
    };

    private static LibraryScenario Rumour(int nodes, ulong seed) => new()
    {
        Title = FormattableString.Invariant($"A rumour among {nodes:N0}"),
        Sentence = FormattableString.Invariant(
            $"A value spreads through {nodes:N0} nodes by push to two others every 2 seconds."),
        Scenario = new Scenario
        {
            Name = FormattableString.Invariant($"rumour-{nodes}"),
            Seed = seed,
            Nodes = nodes,
            Network = Latency(20, 100),
            Commands = [At(1_000, new SetValue(N(0), 7))],
        },
        Speed = 2,
    };

    private static LibraryScenario SwimThousand() => new()
    {
        Title = "SWIM with 1,000 members",
        Sentence = "Five of 1,000 nodes crash at one moment, and all others know it within half a minute.",
        Scenario = new Scenario
        {
            Name = "swim-1000",
            Seed = 13,
            Nodes = 1_000,
            Node = GossipNodeOptions.Swim,
            Network = Latency(5, 50),
            Commands = [.. Enumerable.Range(0, 5).Select(place => At(3_000, new KillNode(N(100 + 200 * place))))],
        },
        Speed = 1,
    };

    private static NodeId N(int index) => new(index);

    private static TimedCommand At(double milliseconds, ClusterCommand command) =>
        new(Instant.FromMilliseconds(milliseconds), command);

    private static NetworkOptions Latency(double fromMs, double toMs) => new()
    {
        Latency = new LatencyOptions
        {
            Base = TimeSpan.FromMilliseconds(fromMs),
            Spread = TimeSpan.FromMilliseconds(toMs - fromMs),
        },
    };
}
