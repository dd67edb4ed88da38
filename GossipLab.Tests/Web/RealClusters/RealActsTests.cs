using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Web.RealClusters;
using GossipLab.Web.RealClusters.Nodes;
using GossipLab.Web.RealClusters.Watching;

namespace GossipLab.Tests.Web.RealClusters;

/// <summary>What can be done to real nodes, and why something cannot.</summary>
public sealed class RealActsTests
{
    private static readonly NodeId First = new(0);
    private static readonly RealClusterOptions Processes = new() { Nodes = 3 };

    [Fact]
    public void A_node_that_does_not_run_can_only_be_started()
    {
        var cluster = new ObservedCluster(3);

        Assert.Equal("n0 does not run; start it first", Fault(cluster, new KillNode(First)));
        Assert.Equal("n0 does not run; start it first", Fault(cluster, new SetValue(First, 1)));
        Assert.Null(Fault(cluster, new RestartNode(First, KeepDisk: true)));
    }

    [Fact]
    public void A_node_that_stands_still_hears_nobody()
    {
        var cluster = new ObservedCluster(3);
        cluster.Process(First, ProcessState.Paused);

        Assert.Equal(
            "n0 stands still and hears nobody; resume it first", Fault(cluster, new SetValue(First, 1)));
        Assert.Null(Fault(cluster, new KillNode(First)));
        Assert.Null(Fault(cluster, new ResumeNode(First)));
    }

    [Fact]
    public void What_only_a_simulation_can_do_is_refused()
    {
        var cluster = new ObservedCluster(3);
        cluster.Process(First, ProcessState.Running);

        Assert.Equal("that can be done to simulated nodes only", Fault(cluster, new SlowNode(First, TimeSpan.Zero)));
        Assert.Equal("that can be done to simulated nodes only", Fault(cluster, new DropMessage(1)));
        Assert.Equal("there is no n7: nodes are n0 to n2", Fault(cluster, new KillNode(new NodeId(7))));
    }

    [Fact]
    public void A_wall_needs_nodes_on_both_sides()
    {
        var cluster = new ObservedCluster(2);

        Assert.NotNull(Fault(cluster, new BuildWall("wall", [])));
        Assert.NotNull(Fault(cluster, new BuildWall("wall", [First, new NodeId(1)])));
        Assert.Null(Fault(cluster, new BuildWall("wall", [First])));
    }

    [Fact]
    public void Each_node_is_told_its_part_of_the_faults()
    {
        var faults = RealActs.After(new NetworkFaults(), new BuildWall("wall", [new NodeId(2), First]));
        faults = RealActs.After(faults, new SetNetwork(Ratio.Percent(50), null));
        faults = RealActs.After(faults, new SetNodeLoss(First, Ratio.Percent(50)));

        string[] addresses = ["a:0", "a:1", "a:2", "a:3"];
        var (inside, outside) = (
            NodeFaults.Of(faults, First, addresses), NodeFaults.Of(faults, new NodeId(1), addresses));

        Assert.Equal(["a:1", "a:3"], inside.Blocked);
        Assert.Equal(["a:0", "a:2"], outside.Blocked);
        Assert.Equal((0.75, 0.5), (inside.Loss, outside.Loss));
        Assert.True(RealActs.After(faults, new HealNetwork()).IsCalm);
    }

    private static string? Fault(ObservedCluster cluster, ClusterCommand command) =>
        RealActs.FaultOf(cluster, Processes, command);
}
