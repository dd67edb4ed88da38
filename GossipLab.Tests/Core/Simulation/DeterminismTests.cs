using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Core.Simulation.Checks;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Core.Simulation;

/// <summary>A run is its scenario: the same one gives the same events, whoever watches.</summary>
public sealed class DeterminismTests
{
    private static readonly Instant End = Instant.FromMilliseconds(20_000);

    [Fact]
    public void The_same_scenario_gives_the_same_events()
    {
        for (ulong number = 1; number <= 40; number++)
        {
            Assert.Equal(HashOf(RandomScenarios.Of(number)), HashOf(RandomScenarios.Of(number)));
        }
    }

    [Fact]
    public void Another_seed_gives_other_events()
    {
        var scenario = ClusterRig.Swim(16);

        Assert.NotEqual(HashOf(scenario), HashOf(scenario with { Seed = 2 }));
    }

    [Fact]
    public void Observers_change_nothing()
    {
        for (ulong number = 1; number <= 20; number++)
        {
            var scenario = RandomScenarios.Of(number);
            var hash = new TraceHash();
            var running = new BeliefCensus(_ => true);

            new CheckedCluster(scenario, new Trace(capacity: 10), hash, running, new Trace()).RunUntil(End);

            Assert.Equal(HashOf(scenario), hash.ToString());
        }
    }

    [Fact]
    public void Looking_at_a_cluster_changes_nothing()
    {
        var scenario = ClusterRig.Swim(8) with { Commands = RandomScenarios.Of(5).Commands };
        var hash = new TraceHash();
        var cluster = new SimulatedCluster(scenario with { Nodes = 20 }, hash);
        for (var at = 0; at <= 20_000; at += 37)
        {
            cluster.RunUntil(Instant.FromMilliseconds(at));
            _ = cluster.InFlight().Count();
            _ = cluster.View(new NodeId(at % cluster.NodeCount));
            _ = cluster.FaultOf(new KillNode(new NodeId(1)));
            _ = cluster.Scenario;
        }

        cluster.RunUntil(End);
        Assert.Equal(HashOf(scenario with { Nodes = 20 }), hash.ToString());
    }

    [Fact]
    public void Small_steps_lead_where_one_large_step_does()
    {
        var scenario = RandomScenarios.Of(8);
        var hash = new TraceHash();
        var cluster = new SimulatedCluster(scenario, hash);
        while (cluster.Now < End)
        {
            var next = cluster.Now + TimeSpan.FromMilliseconds(7.001);
            cluster.RunUntil(next < End ? next : End, budget: 3);
        }

        cluster.RunUntil(End);
        Assert.Equal(HashOf(scenario), hash.ToString());
    }

    [Fact]
    public void What_was_posted_live_is_the_same_played_from_the_scenario()
    {
        var hash = new TraceHash();
        var live = new SimulatedCluster(ClusterRig.Swim(20), hash);
        foreach (var timed in RandomScenarios.Of(9).Commands.TakeWhile(timed => timed.At < End))
        {
            live.RunUntil(timed.At);
            live.Post(timed.Command);
        }

        live.RunUntil(End);
        Assert.Equal(hash.ToString(), HashOf(live.Scenario));
        Assert.NotEmpty(live.Scenario.Commands);
    }

    [Fact]
    public void A_node_more_does_not_reshuffle_the_draws_of_the_others()
    {
        var few = Draws(ClusterRig.Calm(8) with { Node = new(), Network = new NetworkOptions() });
        var more = Draws(ClusterRig.Calm(9) with { Node = new(), Network = new NetworkOptions() });

        // When each node ticks is its own affair; whom it picks depends on how many there are.
        Assert.Equal(few, more.Where(tick => tick.Node < 8));
    }

    [Fact]
    public void A_message_more_does_not_change_the_fate_of_another()
    {
        // A second set at a far node adds messages; those that were sent before and beside them take what they took.
        var scenario = ClusterRig.Calm(12) with { Network = new NetworkOptions { Loss = Ratio.Percent(30) } };
        var alone = new ClusterRig(scenario).Post(new SetValue(new(0), 7)).RunUntil(6);
        var beside = new ClusterRig(scenario).Post(new SetValue(new(0), 7), new SetValue(new(6), 5)).RunUntil(6);

        var fates = Fates(beside).ToDictionary(fate => fate.Key, fate => fate.DueAt);
        var shared = Fates(alone).Where(fate => fates.ContainsKey(fate.Key)).ToArray();
        Assert.True(shared.Length > 10, $"only {shared.Length} messages are in both runs");
        Assert.All(shared, fate => Assert.Equal(fate.DueAt, fates[fate.Key]));
    }

    private static IEnumerable<((NodeId From, NodeId To, Instant SentAt) Key, Instant DueAt)> Fates(ClusterRig rig) =>
        rig.Sent(MessageKind.Push).Select(sent => sent.Flight)
            .Select(flight => ((flight.From, flight.To, flight.SentAt), flight.DueAt));

    private static (int Node, Instant At)[] Draws(Scenario scenario)
    {
        var spread = scenario.Node.Dissemination with { PushUnwritten = true };
        var rig = new ClusterRig(scenario with { Node = scenario.Node with { Dissemination = spread } }).RunUntil(10);
        var pushes = rig.Sent(MessageKind.Push).Select(sent => (sent.Flight.From.Index, sent.Stamp.At));
        return [.. pushes.Distinct().Order()];
    }

    private static string HashOf(Scenario scenario)
    {
        var hash = new TraceHash();
        new SimulatedCluster(scenario, hash).RunUntil(End);
        return hash.ToString();
    }
}
