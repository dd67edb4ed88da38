using GossipLab.Benchmarks.RealNodes;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Node;

/// <summary>
/// Nodes as processes: joined, killed, told to end, flooded. The same runs longer with
/// <c>dotnet run -c Release --project GossipLab.Benchmarks -- nodes four|crash|flood</c>.
/// </summary>
public sealed class ProcessTests
{
    private static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Four_processes_do_what_a_cluster_has_to() =>
        Assert.Empty(await FourNodes.RunAsync(TextWriter.Null, isTimed: false));

    [Fact]
    public async Task No_acknowledged_set_is_missing_after_a_kill()
    {
        const int Seed = 20170129;

        var (acknowledged, missing) = await CrashTrial.RunAsync(8, Seed, TextWriter.Null);

        Assert.True(missing.Count == 0 && acknowledged > 0,
            $"missing after kills {string.Join(", ", missing)} with seed {Seed}, of {acknowledged} acknowledged");
    }

    [Fact]
    public async Task Whatever_strangers_send_is_never_a_fault_of_the_node()
    {
        const int Seed = 7;
        await using var servers = new NodeServers();
        var node = await servers.StartAsync(NodeServers.Quick());

        var outcome = await Flood.RunAsync(NodeServers.AddressOf(node, "/").Port, 4_000, Seed);

        Assert.True(outcome.Faults == 0, $"seed {Seed}: {outcome.FirstFault}");
        Assert.Equal("ok\n", await servers.Client.GetStringAsync(NodeServers.AddressOf(node, "/healthz"), Cancel));
    }

    [Fact]
    public async Task Open_connections_that_say_nothing_do_not_keep_others_out()
    {
        await using var servers = new NodeServers();
        var node = await servers.StartAsync(NodeServers.Quick());
        var open = await Flood.OpenAsync(NodeServers.AddressOf(node, "/").Port, 500);

        Assert.Equal("ok\n", await servers.Client.GetStringAsync(NodeServers.AddressOf(node, "/healthz"), Cancel));

        foreach (var client in open)
        {
            client.Dispose();
        }
    }
}
