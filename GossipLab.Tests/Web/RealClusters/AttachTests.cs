using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Tests.TestKit;
using GossipLab.Web.Labs;
using GossipLab.Web.RealClusters;
using GossipLab.Web.RealClusters.Watching;

namespace GossipLab.Tests.Web.RealClusters;

/// <summary>Nodes that somebody else started are found from one of them and watched; nothing is done to them.</summary>
public sealed class AttachTests : IAsyncDisposable
{
    private readonly NodeServers _servers = new();
    private readonly RealClusterRig _rig = new();

    private static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _rig.DisposeAsync();
        await _servers.DisposeAsync();
    }

    [Fact]
    public async Task All_members_are_found_from_one_and_heard()
    {
        var nodes = await StartAsync(3);

        var cluster = await _rig.Clusters.AttachAsync(nodes[2].Host.Options.Address, null, Cancel);
        await RealClusterRig.UntilAsync(cluster, view => view.Heard == 3);
        await nodes[1].Host.SetAsync(7, cancel: Cancel);
        var view = await RealClusterRig.UntilAsync(cluster, shown => shown.Informed == 3);

        Assert.Equal(["n0", "n1", "n2"], view.Nodes.Select(node => node.Address!.Split(',')[0]));
        Assert.All(view.Nodes, node => Assert.Equal(ProcessState.Running, node.Process));
        Assert.All(view.Nodes, node => Assert.Equal(7, node.Value?.Value));
        Assert.Equal(TimeSpan.FromMilliseconds(20), cluster.Options.Interval);
    }

    [Fact]
    public async Task Nothing_is_done_to_nodes_that_are_watched()
    {
        var nodes = await StartAsync(2);
        var cluster = await _rig.Clusters.AttachAsync(nodes[0].Host.Options.Address, null, Cancel);

        Assert.Contains("only watched", await cluster.PostAsync(new SetValue(new NodeId(0), 9)));
        Assert.Contains("only watched", await cluster.PostAsync(new KillNode(new NodeId(0))));
        Assert.Contains("only watched", await cluster.PostAsync(new HealNetwork()));

        await _rig.Clusters.StopAsync(cluster.Id);
        Assert.All(nodes, node => Assert.Equal(42, node.Host.Value.Value));
    }

    [Fact]
    public async Task A_member_that_does_not_answer_is_shown_with_the_reason_and_nothing_else()
    {
        var nodes = await StartAsync(2);
        await _servers.CrashAsync(nodes[1]);

        var cluster = await _rig.Clusters.AttachAsync(nodes[0].Host.Options.Address, null, Cancel);
        var view = await RealClusterRig.UntilAsync(cluster, shown => shown.Nodes[1].Trouble is not null);

        Assert.Equal(ProcessState.Unknown, view.Nodes[1].Process);
        Assert.Contains("connection refused", view.Nodes[1].Trouble);
        Assert.Null(view.Nodes[1].Value);
    }

    [Fact]
    public async Task Without_the_secret_each_member_says_that_it_wants_one()
    {
        var node = await _servers.StartAsync(NodeServers.Quick("n0") with
        {
            Secret = "sixteen letters.", Bind = System.Net.IPAddress.Loopback,
        });

        var without = await _rig.Clusters.AttachAsync(node.Host.Options.Address, null, Cancel);
        var with = await _rig.Clusters.AttachAsync(node.Host.Options.Address, "sixteen letters.", Cancel);

        var refused = await RealClusterRig.UntilAsync(without, view => view.Nodes[0].Trouble is not null);
        Assert.Contains("secret", refused.Nodes[0].Trouble);
        await RealClusterRig.UntilAsync(with, view => view.Heard == 1);
    }

    [Theory]
    [InlineData("", "Address: «» is not a host or host:port")]
    [InlineData("a b", "Address: «a b» is not a host or host:port")]
    [InlineData("127.0.0.1:99999", "is not a host or host:port")]
    [InlineData("no-such-host.invalid", "its name is not known (DNS)")]
    [InlineData("127.0.0.1:{free}", "nothing listens at its port")]
    public async Task An_address_where_nothing_is_has_its_reason(string address, string fault)
    {
        var port = FormattableString.Invariant($"{NodeServers.FreePort()}");

        var thrown = await Assert.ThrowsAsync<LabLimitException>(() => _rig.Clusters.AttachAsync(
            address.Replace("{free}", port, StringComparison.Ordinal), null, Cancel));

        Assert.Contains(fault, thrown.Message);
    }

    private async Task<GossipLab.Node.Running.NodeServer[]> StartAsync(int count)
    {
        var nodes = new List<GossipLab.Node.Running.NodeServer>();
        for (var index = 0; index < count; index++)
        {
            nodes.Add(await _servers.StartAsync(NodeServers.Quick($"n{index}") with
            {
                Join = index == 0 ? [] : [nodes[0].Host.Options.Address],
            }));
        }

        await _servers.UntilAliveAsync(count);
        return [.. nodes];
    }
}
