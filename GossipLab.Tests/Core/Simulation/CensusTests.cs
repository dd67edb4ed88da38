using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Core.Simulation;

/// <summary>Who holds the newest value, and what nodes believe of each other, counted change by change.</summary>
public sealed class CensusTests
{
    private static readonly NodeId N0 = new(0);
    private static readonly NodeId N1 = new(1);
    private static readonly NodeId N2 = new(2);

    private readonly ClusterRig _rig = new(ClusterRig.Calm(3));

    private ValueCensus Census => _rig.Cluster.Census;

    [Fact]
    public void At_birth_all_hold_the_same_and_nothing_is_newest()
    {
        Assert.True(Census.IsConverged);
        Assert.Equal((Generation.Zero, 3, 3), (Census.Newest, Census.Informed, Census.Running));
        Assert.Equal(0, Census.SlotOf(_rig.Cluster.Node(N0).Store));
    }

    [Fact]
    public void A_set_makes_one_node_informed_and_gives_its_value_a_colour()
    {
        _rig.Post(new SetValue(N0, 7));

        Assert.Equal((1, 3, false), (Census.Informed, Census.Running, Census.IsConverged));
        Assert.Equal((7, N0, 1, 1), Held(0));
        Assert.Equal(1, Census.SlotOf(_rig.Cluster.Node(N0).Store));
        Assert.Equal(0, Census.SlotOf(_rig.Cluster.Node(N1).Store));
    }

    [Fact]
    public void Values_of_one_generation_have_colours_of_their_own_and_a_fourth_shares_the_third()
    {
        var rig = new ClusterRig(ClusterRig.Calm(4));
        rig.Post(new SetValue(N0, 1), new SetValue(N1, 2), new SetValue(N2, 3), new SetValue(new(3), 4));

        Assert.Equal([1, 2, 3, 3], rig.Cluster.Census.Values.Select(value => value.Slot));
        Assert.Equal(2, rig.Cluster.Census.SlotOf(rig.Cluster.Node(N1).Store.Current));
    }

    [Fact]
    public void A_newer_generation_leaves_the_older_ones_uninformed()
    {
        _rig.Post(new SetValue(N0, 1), new SetValue(N1, 2), new SetValue(N1, 3));

        Assert.Equal((new Generation(2), 1), (Census.Newest, Census.Informed));
        Assert.Equal((3, N1, 1, 1), Held(0));
    }

    [Fact]
    public void When_the_last_holder_of_the_newest_is_gone_an_older_one_is_the_newest_again()
    {
        _rig.Post(new SetValue(N0, 1), new SetValue(N1, 2), new SetValue(N1, 3), new KillNode(N1));

        Assert.Equal((new Generation(1), 1, 2), (Census.Newest, Census.Informed, Census.Running));
        Assert.Equal((1, N0, 1, 1), Held(0));
    }

    [Fact]
    public void Counted_change_by_change_it_is_what_a_recount_gives()
    {
        for (ulong number = 1; number <= 30; number++)
        {
            var cluster = new SimulatedCluster(RandomScenarios.Of(number));
            for (var at = 1_000; at <= 30_000; at += 1_000)
            {
                cluster.RunUntil(Instant.FromMilliseconds(at));
                ShouldEqualRecount(cluster);
            }
        }
    }

    [Fact]
    public void Beliefs_are_counted_by_observer_and_false_ones_apart()
    {
        var rig = RunWithBeliefs(ClusterRig.Swim(8) with
        {
            Commands = [new TimedCommand(Instant.FromMilliseconds(2_000), new KillNode(N2))],
        }, out var beliefs);

        rig.RunUntil(Instant.FromMilliseconds(5_500));
        Assert.Equal((7, 0), (beliefs.Suspecting(N2), beliefs.Burying(N2)));

        rig.RunUntil(Instant.FromMilliseconds(20_000));
        Assert.Equal((0, 7), (beliefs.Suspecting(N2), beliefs.Burying(N2)));
        Assert.Equal((0, 7), (beliefs.Suspicions, beliefs.Deaths));
        Assert.Equal((0, 0, 0), (beliefs.FalseSuspicions, beliefs.FalseDeaths, beliefs.Refutations));
    }

    [Fact]
    public void A_node_that_was_only_paused_is_suspected_falsely_and_refutes()
    {
        var rig = RunWithBeliefs(ScenarioLibrary.Find("false-suspicion")!.Scenario, out var beliefs); // in the library

        rig.RunUntil(Instant.FromMilliseconds(30_000));

        Assert.Equal((15, 0, 1), (beliefs.FalseSuspicions, beliefs.FalseDeaths, beliefs.Refutations));
        Assert.Equal((0, 0), (beliefs.Suspicions, beliefs.Deaths));
    }

    [Fact]
    public void What_a_killed_node_believed_counts_no_more()
    {
        var rig = RunWithBeliefs(ClusterRig.Swim(8), out var beliefs);
        rig.Post(new KillNode(N2));
        rig.RunUntil(Instant.FromMilliseconds(5_500));

        rig.Post(new KillNode(N1));
        rig.RunUntil(rig.Now + TimeSpan.FromMilliseconds(1));

        Assert.Equal(6, beliefs.Suspecting(N2));
    }

    private static SimulatedCluster RunWithBeliefs(Scenario scenario, out BeliefCensus beliefs)
    {
        SimulatedCluster? cluster = null;
        beliefs = new BeliefCensus(id => cluster!.Condition(id).IsUp); // asked during runs only
        cluster = new SimulatedCluster(scenario, beliefs);
        return cluster;
    }

    private static void ShouldEqualRecount(SimulatedCluster cluster)
    {
        var stores = Enumerable.Range(0, cluster.NodeCount).Select(index => new NodeId(index))
            .Where(id => cluster.Condition(id).IsUp).Select(id => cluster.Node(id).Store).ToArray();
        var newest = stores.Length == 0 ? Generation.Zero : stores.Max(store => store.Current.Generation);
        var holders = stores.Where(store => store.Current.Generation == newest).ToArray();
        var census = cluster.Census;
        Assert.Equal((newest, holders.Length, stores.Length), (census.Newest, census.Informed, census.Running));
        Assert.Equal(holders.GroupBy(store => store.Fingerprint).Select(group => group.Count()).Order(),
            census.Values.Select(value => value.Holders).Order());
    }

    private (long Value, NodeId Writer, int Holders, int Slot) Held(int place)
    {
        var held = Census.Values[place];
        return (held.Value, held.Writer, held.Holders, held.Slot);
    }
}
