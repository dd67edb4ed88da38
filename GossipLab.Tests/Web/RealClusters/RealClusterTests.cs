using System.Diagnostics;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Web.Labs;
using GossipLab.Web.RealClusters;
using GossipLab.Web.RealClusters.Watching;

namespace GossipLab.Tests.Web.RealClusters;

/// <summary>Real nodes with sockets and clocks: set, killed, brought back, and stopped with their cluster.</summary>
public sealed class RealClusterTests
{
    [Fact]
    public async Task A_value_set_at_one_node_reaches_all()
    {
        await using var rig = new RealClusterRig();
        var cluster = await rig.Clusters.OpenAsync(RealClusterRig.Few(4));
        await RealClusterRig.UntilAsync(cluster, view => view.Heard == 4 && AllAlive(view));

        var fault = await cluster.PostAsync(new SetValue(new NodeId(2), 7));

        Assert.Null(fault);
        var view = await RealClusterRig.UntilAsync(cluster, shown => shown.Informed == 4);
        Assert.All(view.Nodes, node => Assert.Equal(7, node.Value?.Value));
        Assert.NotNull(view.InformedAt);
        Assert.Contains(cluster.Log, entry => entry.Command is SetValue);
    }

    [Fact]
    public async Task A_killed_node_is_found_dead_and_comes_back_with_its_value()
    {
        await using var rig = new RealClusterRig();
        var cluster = await rig.Clusters.OpenAsync(RealClusterRig.Few(4));
        await RealClusterRig.UntilAsync(cluster, view => view.Heard == 4 && AllAlive(view));
        await cluster.PostAsync(new SetValue(new NodeId(0), 9));
        await RealClusterRig.UntilAsync(cluster, view => view.Informed == 4);

        await cluster.PostAsync(new KillNode(new NodeId(3)));
        var dead = await RealClusterRig.UntilAsync(cluster, view => view.Beliefs.Opinions[3].Dead == 3);
        await cluster.PostAsync(new RestartNode(new NodeId(3), KeepDisk: true));
        var back = await RealClusterRig.UntilAsync(cluster, view => view.Heard == 4 && AllAlive(view));

        Assert.Equal((ProcessState.Ended, null), (dead.Nodes[3].Process, dead.Nodes[3].Value));
        Assert.Equal(new NodeId(3), dead.Death?.Victim);
        Assert.Equal((2, 9L), (back.Nodes[3].Starts, back.Nodes[3].Value?.Value));
    }

    [Fact]
    public async Task A_node_restarted_without_its_disk_learns_the_value_again_from_others()
    {
        await using var rig = new RealClusterRig();
        var cluster = await rig.Clusters.OpenAsync(RealClusterRig.Few(3));
        await RealClusterRig.UntilAsync(cluster, view => view.Heard == 3 && AllAlive(view));
        await cluster.PostAsync(new SetValue(new NodeId(0), 9));
        await RealClusterRig.UntilAsync(cluster, view => view.Informed == 3);
        await cluster.PostAsync(new KillNode(new NodeId(2)));
        await RealClusterRig.UntilAsync(cluster, view => view.Running == 2);

        await cluster.PostAsync(new RestartNode(new NodeId(2), KeepDisk: false));

        var view = await RealClusterRig.UntilAsync(cluster, shown => shown.Informed == 3);
        Assert.NotEqual(new NodeId(2), view.Nodes[2].LearnedFrom);
    }

    [Fact]
    public async Task Behind_a_wall_a_value_does_not_arrive_until_the_network_heals()
    {
        await using var rig = new RealClusterRig();
        var cluster = await rig.Clusters.OpenAsync(RealClusterRig.Few(4));
        await RealClusterRig.UntilAsync(cluster, view => view.Heard == 4 && AllAlive(view));
        Assert.Null(await cluster.PostAsync(new BuildWall("wall", [new NodeId(0), new NodeId(1)])));

        await cluster.PostAsync(new SetValue(new NodeId(0), 7));
        var apart = await RealClusterRig.UntilAsync(
            cluster, view => view.Informed == 2 && view.Beliefs.Opinions[3].IsTroubled);
        Assert.Null(await cluster.PostAsync(new HealNetwork()));
        var together = await RealClusterRig.UntilAsync(cluster, view => view.Informed == 4);

        Assert.Equal(0, apart.Nodes[3].Value?.Generation.Number);
        Assert.True(together.Network.IsCalm);
    }

    [Fact]
    public async Task A_node_that_leaves_is_known_to_have_left()
    {
        await using var rig = new RealClusterRig();
        var cluster = await rig.Clusters.OpenAsync(RealClusterRig.Few(3));
        await RealClusterRig.UntilAsync(cluster, view => view.Heard == 3 && AllAlive(view));

        await cluster.PostAsync(new LeaveNode(new NodeId(1)));

        var view = await RealClusterRig.UntilAsync(
            cluster, shown => shown.Beliefs.Opinions[1].Left == 2 && shown.Nodes[1].Process == ProcessState.Left);
        Assert.Equal(2, view.Running);
    }

    [Fact]
    public async Task A_process_that_stands_still_is_suspected_and_ends_with_its_cluster()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "this system has no signals");
        await using var rig = new RealClusterRig();
        var cluster = await rig.Clusters.OpenAsync(RealClusterRig.Few(3) with { Kind = NodeKind.Processes });
        var view = await RealClusterRig.UntilAsync(cluster, shown => shown.Heard == 3 && AllAlive(shown));
        var processes = view.Nodes.Select(node => Process.GetProcessById(node.ProcessId!.Value)).ToList();

        Assert.Null(await cluster.PostAsync(new PauseNode(new NodeId(2), null)));
        await RealClusterRig.UntilAsync(cluster, shown => shown.Beliefs.Opinions[2].IsTroubled);
        Assert.NotNull(await cluster.PostAsync(new SetValue(new NodeId(2), 1)));
        await rig.Clusters.StopAsync(cluster.Id);

        Assert.All(processes, process => Assert.True(process.HasExited));
        processes.ForEach(process => process.Dispose());
    }

    [Fact]
    public async Task A_cluster_beyond_what_the_server_carries_is_refused_in_words()
    {
        await using var rig = new RealClusterRig(new RealClusterLimits { MostInProcess = 4, MostInProcessInAll = 5 });

        var tooMany = await Assert.ThrowsAsync<LabLimitException>(() => rig.Clusters.OpenAsync(RealClusterRig.Few(6)));
        await rig.Clusters.OpenAsync(RealClusterRig.Few(4));
        var full = await Assert.ThrowsAsync<LabLimitException>(() => rig.Clusters.OpenAsync(RealClusterRig.Few(2)));

        Assert.Equal(
            "Nodes: 6 is not from 1 to 4, as many as this server starts within its own process.", tooMany.Message);
        Assert.Contains("Ask for at most 1, or stop a cluster.", full.Message, StringComparison.Ordinal);
        Assert.Single(rig.Clusters.All);
    }

    [Fact]
    public async Task As_many_clusters_as_the_server_carries_are_refused_the_next()
    {
        await using var rig = new RealClusterRig(new RealClusterLimits { MostClusters = 1 });
        await rig.Clusters.OpenAsync(RealClusterRig.Few(1));

        var full = await Assert.ThrowsAsync<LabLimitException>(() => rig.Clusters.OpenAsync(RealClusterRig.Few(1)));

        Assert.Contains("Stop one first", full.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Processes_without_memory_for_them_are_refused()
    {
        await using var rig = new RealClusterRig(new RealClusterLimits { FreeBytesPerProcess = long.MaxValue });

        var poor = await Assert.ThrowsAsync<LabLimitException>(() => rig.Clusters.OpenAsync(new RealClusterOptions()));

        Assert.Contains("There is memory for 0 more processes, not for 5", poor.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cluster_that_nobody_watches_is_stopped()
    {
        await using var rig = new RealClusterRig(new RealClusterLimits { StopAfter = TimeSpan.FromTicks(-1) });
        var cluster = await rig.Clusters.OpenAsync(RealClusterRig.Few(1));

        await rig.Clusters.StopUnwatchedAsync();

        Assert.Null(rig.Clusters.Find(cluster.Id));
    }

    [Theory]
    [InlineData(0, 1000, 2, "Nodes: 0 is not from 1 to 1,000")]
    [InlineData(5, 9, 2, "Interval: 9 ms is not from 10 to 60,000 ms.")]
    [InlineData(5, 1000, 17, "Fan-out: 17 is not from 1 to 16.")]
    public void Wrong_settings_are_named_with_their_range(int nodes, int interval, int fanOut, string words)
    {
        var options = RealClusterRig.Few(nodes) with
        {
            Interval = TimeSpan.FromMilliseconds(interval),
            FanOut = fanOut,
        };

        Assert.StartsWith(words, options.FindFault(new RealClusterLimits()), StringComparison.Ordinal);
    }

    private static bool AllAlive(RealClusterView view) =>
        view.Beliefs.Opinions.All(opinion => opinion.Alive == view.Nodes.Count - 1);
}
