using GossipLab.Core.Hosting;

namespace GossipLab.Tests.Node;

/// <summary>The network without sockets keeps the contract.</summary>
public sealed class LoopbackTransportTests : TransportContract
{
    private readonly LoopbackNetwork _network = new();
    private int _opened;

    protected override string Nowhere => "127.0.0.1:1";

    protected override int MaxWaiting => LoopbackNetwork.MaxWaiting;

    [Fact]
    public async Task An_address_is_opened_once()
    {
        await using var first = _network.Open("127.0.0.1:2", static _ => default);

        Assert.Throws<InvalidOperationException>(() => _network.Open("127.0.0.1:2", static _ => default));
    }

    protected override Task<(ITransport Transport, string Address)> OpenAsync(
        Func<ReadOnlyMemory<byte>, ValueTask> receive)
    {
        var address = FormattableString.Invariant($"127.0.0.1:{1_000 + ++_opened}");
        return Task.FromResult((_network.Open(address, receive), address));
    }
}
