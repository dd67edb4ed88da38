using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Core.Simulation;

/// <summary>A timer that would do nothing is kept from its node, and nobody can tell.</summary>
public sealed class WithheldTimerTests
{
    public static TheoryData<string> Library => [.. ScenarioLibrary.All.Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Library))]
    public void A_built_in_scenario_gives_the_same_events_and_causes_either_way(string name)
    {
        var scenario = ScenarioLibrary.All.Single(entry => entry.Name == name).Scenario;

        AssertSameEitherWay(scenario, seconds: scenario.Nodes < 1_000 ? 30 : 6);
    }

    [Fact]
    public void Random_scenarios_give_the_same_events_and_causes_either_way()
    {
        for (ulong number = 1; number <= 150; number++)
        {
            AssertSameEitherWay(RandomScenarios.Of(number), seconds: 40);
        }
    }

    private static readonly EngineSwitches Firing = EngineSwitches.All with { WithholdTimers = false };

    [Fact]
    public void A_node_that_has_nothing_to_tell_is_not_woken()
    {
        var cluster = new SimulatedCluster(ClusterRig.Calm(10) with { Node = new GossipNodeOptions() });

        cluster.RunUntil(Instant.FromMilliseconds(20_000));

        Assert.Equal((0, 100), (cluster.Counters.TimersFired, cluster.Counters.TimersWithheld));
    }

    [Fact]
    public void The_timeout_of_a_probe_that_was_answered_wakes_nobody()
    {
        var cluster = new SimulatedCluster(ClusterRig.Swim(10));
        var all = new SimulatedCluster(ClusterRig.Swim(10), Firing);

        cluster.RunUntil(Instant.FromMilliseconds(20_500));
        all.RunUntil(Instant.FromMilliseconds(20_500));

        var probes = cluster.Counters.SentOf(MessageKind.Ping);
        Assert.InRange(cluster.Counters.TimersWithheld, probes - 10, probes + 100);
        Assert.Equal(all.Counters.TimersFired, cluster.Counters.TimersFired + cluster.Counters.TimersWithheld);
    }

    // Each node suspects the 40 beyond the wall. Most suspicions are shortened twice; the first timer runs on.
    [Fact]
    public void The_timers_of_suspicions_that_ended_are_dropped_and_nobody_can_tell()
    {
        var wall = new BuildWall("half", [.. Enumerable.Range(0, 40).Select(index => new NodeId(index))]);
        var scenario = ClusterRig.Swim(80) with { Commands = [new TimedCommand(Instant.FromMilliseconds(500), wall)] };
        var (cluster, all) = (new SimulatedCluster(scenario), new SimulatedCluster(scenario, Firing));

        cluster.RunUntil(Instant.FromMilliseconds(30_000));
        all.RunUntil(Instant.FromMilliseconds(30_000));

        Assert.True(all.Save().Waiting.Timers.Length > 2 * cluster.Save().Waiting.Timers.Length);
        AssertSameEitherWay(scenario, seconds: 60);
    }

    private static void AssertSameEitherWay(Scenario scenario, int seconds)
    {
        var (withheld, fired) = (new StampHash(), new StampHash());
        var (first, second) = (new TraceHash(), new TraceHash());
        var end = Instant.FromMilliseconds(1000.0 * seconds);
        new SimulatedCluster(scenario, EngineSwitches.All, first, withheld).RunUntil(end);
        new SimulatedCluster(scenario, Firing, second, fired).RunUntil(end);

        Assert.Equal(second.ToString(), first.ToString());
        Assert.Equal(fired.Value, withheld.Value);
    }

    /// <summary>Every event with its cause.</summary>
    private sealed class StampHash : IClusterObserver
    {
        public ulong Value { get; private set; }

        public void OnCommand(in TraceStamp stamp, ClusterCommand command) => Mix(stamp);

        public void OnSent(in TraceStamp stamp, in Flight flight, in Message message) =>
            Mix(stamp);

        public void OnArrived(in TraceStamp stamp, in Flight flight, in Message message) =>
            Mix(stamp);

        public void OnLost(
            in TraceStamp stamp, in Flight flight, in Message message, LossReason reason,
            Instant lostAt) => Mix(stamp);

        public void OnReported(in TraceStamp stamp, in NodeEvent what) => Mix(stamp);

        private void Mix(in TraceStamp stamp)
        {
            Value = Dice.Mix(Value ^ (ulong)stamp.Cause ^ (ulong)stamp.CauseKind << 56 ^ (ulong)stamp.Timer << 60);
            Value = Dice.Mix(Value + (ulong)stamp.At.Microseconds);
        }
    }
}
