using GossipLab.Core.Membership;
using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Core.Simulation;

/// <summary>Stepping through virtual time, and counting what happens.</summary>
public sealed class SimulatedClusterTests
{
    private static readonly NodeId N0 = new(0);

    [Fact]
    public void An_unsound_scenario_is_refused_with_its_first_fault()
    {
        var refused = Assert.Throws<ArgumentException>(() => new SimulatedCluster(new Scenario { Nodes = 0 }));

        Assert.StartsWith("$.nodes: 0 is not in 1 to 1000000", refused.Message);
    }

    [Theory]
    [InlineData(MembershipKind.Static, 1_000_000)]
    [InlineData(MembershipKind.Swim, 100_000)]
    [InlineData(MembershipKind.Heartbeat, 2_000)]
    public void How_many_nodes_there_may_be_depends_on_the_membership(MembershipKind kind, int most)
    {
        var options = new GossipNodeOptions { MembershipKind = kind };

        Assert.Empty(ScenarioFaults.In(new Scenario { Nodes = most, Node = options }));
        Assert.Single(ScenarioFaults.In(new Scenario { Nodes = most + 1, Node = options }));
    }

    [Fact]
    public void Nodes_that_join_count_too()
    {
        var cluster = new SimulatedCluster(new Scenario
        {
            Nodes = 2_000,
            Node = new GossipNodeOptions { MembershipKind = MembershipKind.Heartbeat },
        });

        Assert.Equal("a cluster with this membership has at most 2000 nodes", cluster.FaultOf(new AddNode(N0)));
    }

    [Fact]
    public void A_fault_in_the_membership_has_the_path_of_the_file()
    {
        var options = new MembershipOptions { ProbeTimeout = TimeSpan.FromSeconds(2), IndirectChecks = 99 };
        var faults = ScenarioFaults.In(new Scenario { Node = GossipNodeOptions.Swim with { Membership = options } });

        string[] paths = ["$.membership.probeTimeoutMs", "$.membership.indirectChecks"];
        Assert.Equal(paths, faults.Select(fault => fault.Path));
    }

    [Fact]
    public void A_cluster_of_one_has_nobody_to_tell()
    {
        var rig = new ClusterRig(ClusterRig.Calm(1)).Post(new SetValue(N0, 7)).RunUntil(5);

        Assert.Equal(0, rig.Cluster.Counters.Sent);
        Assert.True(rig.Cluster.Census.IsConverged);
    }

    [Fact]
    public void A_step_handles_one_event_and_moves_time_to_it()
    {
        var cluster = new SimulatedCluster(ClusterRig.Calm(2));
        Assert.Equal((Instant.Zero, Instant.FromMilliseconds(1_000)), (cluster.Now, cluster.NextDue));

        Assert.True(cluster.Step());

        Assert.Equal(Instant.FromMilliseconds(1_000), cluster.Now);
    }

    [Fact]
    public void Running_to_a_moment_that_is_past_changes_nothing()
    {
        var cluster = new SimulatedCluster(ClusterRig.Calm(2));
        cluster.RunUntil(Instant.FromMilliseconds(5_000));

        Assert.True(cluster.RunUntil(Instant.FromMilliseconds(1)));

        Assert.Equal(Instant.FromMilliseconds(5_000), cluster.Now);
    }

    [Fact]
    public void A_budget_stops_a_run_where_it_is_spent()
    {
        var cluster = new SimulatedCluster(ClusterRig.Calm(10));

        Assert.False(cluster.RunUntil(Instant.FromMilliseconds(5_000), budget: 15));

        Assert.Equal(Instant.FromMilliseconds(2_000), cluster.Now);
    }

    [Fact]
    public void Messages_are_counted_by_kind_with_their_bytes()
    {
        var counters = new ClusterRig(ClusterRig.Calm(2)).Post(new SetValue(N0, 7)).RunUntil(3.5).Cluster.Counters;

        // n0 pushes three times, n1 twice; the first told something, the others did not.
        Assert.Equal((5, 5, 0), (counters.Sent, counters.SentOf(MessageKind.Push), counters.SentOf(MessageKind.Pull)));
        Assert.Equal((5, 0, 0), (counters.Delivered, counters.Lost, counters.InFlight));
        Assert.Equal((1, 4), (counters.Useful, counters.Wasted));
        Assert.Equal(5 * 38, counters.BytesOf(MessageKind.Push));
        Assert.Equal((counters.Bytes, counters.Sent), (counters.BytesOf(MessageKind.Push), counters.SentAboutValue()));
    }
}
