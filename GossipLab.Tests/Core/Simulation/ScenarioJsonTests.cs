using GossipLab.Core.Dissemination;
using GossipLab.Core.Membership;
using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Core.Values;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Core.Simulation;

/// <summary>Sound scenario files: what is written is what is read.</summary>
public sealed class ScenarioJsonTests
{
    private static readonly NodeId N0 = new(0);
    private static readonly NodeId N1 = new(1);

    public static TheoryData<ClusterCommand> Commands =>
    [
        new SetValue(N0, long.MinValue), new SetValue(N0, (1L << 53) - 1), new SetValue(N0, 1L << 53), new KillNode(N1),
        new RestartNode(N0, true), new RestartNode(N0, false), new PauseNode(N0, null),
        new PauseNode(N0, TimeSpan.FromMicroseconds(1_001)), new ResumeNode(N1), new SlowNode(N1, TimeSpan.Zero),
        new SlowNode(N1, TimeSpan.FromMilliseconds(700)), new LeaveNode(N0), new AddNode(N1),
        new BuildWall("two halves \"é\"", [N0, N1, new(2), new(5), new(4)]), new RemoveWall("<w>"), new HealNetwork(),
        new CutLink(N0, N1, true), new CutLink(N1, N0, false), new SetLink(N0, N1, true, null, null),
        new SetLink(N0, N1, false, new Ratio(1, 3), TimeSpan.FromSeconds(2)), new SetNodeLoss(N0, Ratio.Percent(7)),
        new SetNetwork(null, null), new SetNetwork(Ratio.One, new LatencyOptions { SigmaPercent = 70 }),
        new DropMessage(1), new HoldMessage(long.MaxValue), new DeliverMessage(2), new DuplicateMessage(3),
        new SpareMessage(N1, N0),
    ];

    [Fact]
    public void A_file_reads_like_a_description_of_the_run()
    {
        var scenario = new Scenario
        {
            Name = "hello",
            Seed = 7,
            Node = new GossipNodeOptions { Dissemination = new DisseminationOptions { Phase = TickPhase.LockStep } },
            Network = new NetworkOptions { Loss = Ratio.Percent(5) },
            Commands =
            [
                new TimedCommand(Instant.FromMilliseconds(400.001), new SetValue(N0, 7)),
                new TimedCommand(Instant.FromMilliseconds(5_000), new BuildWall("w", [N0, N1, new(2), new(5)])),
            ],
        };

        Assert.Equal(
            """
            {
              "gossiplab": 1,
              "engine": "1.0",
              "name": "hello",
              "seed": 7,
              "nodes": 16,
              "dissemination": {
                "mode": "push",
                "fanOut": 2,
                "intervalMs": 2000,
                "phase": "lock-step"
              },
              "membership": {
                "kind": "static"
              },
              "network": {
                "latency": {
                  "kind": "uniform",
                  "baseMs": 10,
                  "spreadMs": 20
                },
                "loss": 0.05
              },
              "commands": [
                { "atMs": 400.001, "do": "set-value", "node": 0, "value": 7 },
                { "atMs": 5000, "do": "build-wall", "name": "w", "side": ["0-2", 5] }
              ]
            }

            """,
            ScenarioJson.Write(scenario));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_command_is_read_as_it_was_written(ClusterCommand command)
    {
        var scenario = new Scenario { Commands = [new TimedCommand(new Instant(1), command)] };

        Assert.Equal(scenario.Commands, Read(ScenarioJson.Write(scenario)).Commands);
    }

    [Fact]
    public void Every_kind_of_command_is_in_that_list()
    {
        var all = typeof(ClusterCommand).Assembly.GetTypes().Where(type => type.BaseType == typeof(ClusterCommand));

        Assert.Equal(all.Select(type => type.Name).Order(),
            Commands.Select(row => row.Data.GetType().Name).Distinct().Order());
    }

    [Fact]
    public void Every_setting_is_read_as_it_was_written()
    {
        var scenario = new Scenario
        {
            Name = "all-of-it",
            Engine = "0.9-beta",
            Seed = ulong.MaxValue,
            Nodes = 9,
            Node = new GossipNodeOptions
            {
                Value = new ValueOptions
                {
                    InitialValue = long.MinValue,
                    TieBreak = TieBreak.KeepBoth,
                    BoundGenerations = false,
                    MaxGenerationJump = 5,
                },
                Dissemination = new DisseminationOptions
                {
                    Mode = DisseminationMode.PushPull,
                    FanOut = 3,
                    Interval = TimeSpan.FromMicroseconds(123_456),
                    Peers = PeerSelection.ShuffledRoundRobin,
                    Stop = StopRule.BlindCoin,
                    StopAfter = 9,
                    Phase = TickPhase.LockStep,
                    PushUnwritten = true,
                },
                MembershipKind = MembershipKind.Heartbeat,
            },
            Network = new NetworkOptions
            {
                Latency = new LatencyOptions
                {
                    Kind = LatencyKind.LogNormal,
                    Base = TimeSpan.FromTicks(12_345),
                    Spread = TimeSpan.Zero,
                    SigmaPercent = 99,
                },
                Loss = new Ratio(2, 7),
                Duplicate = Ratio.Percent(1),
                Reorder = Ratio.One,
                ReorderBy = TimeSpan.FromMilliseconds(7.5),
                Zones = 2,
                ZoneLatency = [TimeSpan.Zero, TimeSpan.FromMilliseconds(80.5), TimeSpan.FromSeconds(1), TimeSpan.Zero],
            },
        };

        var read = Read(ScenarioJson.Write(scenario));

        Assert.Equal(scenario.Network.ZoneLatency, read.Network.ZoneLatency);
        Assert.Equal(scenario, read with
        {
            Commands = scenario.Commands, Network = read.Network with { ZoneLatency = scenario.Network.ZoneLatency },
        });
    }

    [Fact]
    public void Every_setting_of_the_membership_is_written_over_the_nearest_preset()
    {
        foreach (var property in typeof(MembershipOptions).GetProperties().Where(property => property.CanWrite))
        {
            var options = MembershipOptions.Wan with { };
            property.SetValue(options, Another(property.GetValue(options)));
            var scenario = new Scenario { Node = GossipNodeOptions.Swim with { Membership = options } };

            var text = ScenarioJson.Write(scenario);

            Assert.Contains("\"preset\": \"wan\"", text);
            Assert.True(ScenarioJson.TryRead(text, out var read, out _), property.Name);
            Assert.Equal(options, read!.Node.Membership); // it was read
        }
    }

    [Fact]
    public void Random_scenarios_survive_writing_and_run_the_same()
    {
        for (ulong number = 1; number <= 60; number++)
        {
            var scenario = RandomScenarios.Of(number);
            var text = ScenarioJson.Write(scenario);

            var read = Read(text);

            Assert.Equal(text, ScenarioJson.Write(read));
            Assert.Equal(Hash(scenario), Hash(read));
        }
    }

    [Fact]
    public void A_file_needs_no_more_than_its_version()
    {
        var read = Read("""{ "gossiplab": 1 }""");

        Assert.Equal((16, 1ul, "custom", Scenario.EngineVersion), (read.Nodes, read.Seed, read.Name, read.Engine));
        Assert.Equal(new GossipNodeOptions(), read.Node);
        Assert.Empty(read.Commands);
    }

    [Theory]
    [InlineData("18446744073709551615")]
    [InlineData("\"18446744073709551615\"")]
    public void A_seed_is_a_number_or_a_text_of_digits(string seed)
    {
        Assert.Equal(ulong.MaxValue, Read($$"""{ "gossiplab": 1, "seed": {{seed}} }""").Seed);
    }

    [Fact]
    public void A_byte_order_mark_is_no_fault()
    {
        Assert.Equal(3, Read("\uFEFF{ \"gossiplab\": 1, \"nodes\": 3 }").Nodes);
    }

    [Fact]
    public void The_engine_that_made_it_is_kept_and_noted_where_it_is_another()
    {
        var read = Read("""{ "gossiplab": 1, "engine": "2.7" }""");

        Assert.Equal("2.7", read.Engine);
        Assert.Equal($"made with engine 2.7, opened with {Scenario.EngineVersion}: events may differ",
            ScenarioJson.NoteOn(read));
        Assert.Null(ScenarioJson.NoteOn(new Scenario()));
    }

    [Fact]
    public void Half_a_million_nodes_in_walls_fit_into_a_small_file()
    {
        NodeId[] half = [.. Enumerable.Range(0, 50_000).Select(index => new NodeId(index))];
        var scenario = new Scenario
        {
            Nodes = 100_000,
            Commands = [.. Enumerable.Range(0, 10).Select(at => At(at, new BuildWall($"w{at}", half)))],
        };

        var text = ScenarioJson.Write(scenario);

        Assert.InRange(text.Length, 1, 2_000);
        Assert.Equal(scenario.Commands, Read(text).Commands);
    }

    // Within bounds, whatever the setting.
    private static object Another(object? value) => value switch
    {
        TimeSpan span => span == TimeSpan.Zero ? TimeSpan.FromSeconds(1) : span - TimeSpan.FromMilliseconds(1),
        int number => number - 1,
        bool flag => !flag,
        _ => new Ratio(1, 3),
    };

    private static TimedCommand At(long micros, ClusterCommand command) => new(new Instant(micros), command);

    private static Scenario Read(string text)
    {
        Assert.True(ScenarioJson.TryRead(text, out var scenario, out var faults), string.Join('\n', faults));
        return scenario!;
    }

    private static string Hash(Scenario scenario)
    {
        var hash = new TraceHash();
        new SimulatedCluster(scenario, hash).RunUntil(Instant.FromMilliseconds(10_000));
        return hash.ToString();
    }
}
