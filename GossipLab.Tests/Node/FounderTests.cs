using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Node;

/// <summary>Nodes that begin at one moment as a formed cluster.</summary>
public sealed class FounderTests : IAsyncDisposable
{
    private readonly NodeServers _servers = new();

    public ValueTask DisposeAsync() => _servers.DisposeAsync();

    [Fact]
    public async Task Founders_know_each_other_from_the_beginning()
    {
        var settings = Enumerable.Range(0, 4).Select(index => NodeServers.Quick($"n{index}")).ToArray();
        var founders = settings.Select(one => (one.Name!, FormattableString.Invariant($"127.0.0.1:{one.Port}")))
            .ToArray();
        var nodes = new List<GossipLab.Node.Running.NodeServer>();
        foreach (var one in settings)
        {
            nodes.Add(await _servers.StartAsync(one with { Founders = founders }));
        }

        await _servers.UntilAliveAsync(4);
        await nodes[1].Host.SetAsync(7, cancel: Xunit.TestContext.Current.CancellationToken);
        await _servers.UntilAsync(() => Task.FromResult(nodes.All(node => node.Host.Value.Value == 7)));
    }
}
