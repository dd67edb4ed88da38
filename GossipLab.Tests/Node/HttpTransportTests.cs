using GossipLab.Core.Hosting;
using GossipLab.Node.Transport;
using GossipLab.Node.Words;
using GossipLab.Tests.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace GossipLab.Tests.Node;

/// <summary>Posts over HTTP keep the contract; faults on purpose do what they say.</summary>
public sealed class HttpTransportTests : TransportContract
{
    private readonly SocketsHttpHandler _connections = HttpTransport.Connections();
    private readonly List<WebApplication> _servers = [];

    protected override string Nowhere => FormattableString.Invariant($"127.0.0.1:{NodeServers.FreePort()}");

    protected override int MaxWaiting => HttpTransport.MaxWaiting;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        foreach (var server in _servers)
        {
            await server.DisposeAsync();
        }

        _connections.Dispose();
    }

    [Fact]
    public async Task A_blocked_address_and_a_lost_message_are_never_sent()
    {
        await using var count = new Counting();
        await using var transport = new FaultyTransport(count, TimeProvider.System)
        {
            Faults = new FaultOrder(0, 0, ["a:1"]),
        };

        transport.Send("a:1", default);
        transport.Send("b:1", default);
        transport.Faults = new FaultOrder(1, 0, []);
        transport.Send("b:1", default);

        Assert.Equal(1, count.Sent);
    }

    [Fact]
    public async Task Late_messages_are_bounded_and_forgotten_at_the_end()
    {
        await using var count = new Counting();
        await using (var transport = new FaultyTransport(count, TimeProvider.System)
        {
            Faults = new FaultOrder(0, FaultOrder.MaxLatencyMs, []),
        })
        {
            for (var each = 0; each < FaultyTransport.MaxLate + 10; each++)
            {
                transport.Send("a:1", default);
            }

            Assert.Equal(FaultyTransport.MaxLate, transport.Late);
        }

        Assert.Equal(0, count.Sent);
    }

    [Theory]
    [InlineData(-0.1, 0)]
    [InlineData(1.1, 0)]
    [InlineData(double.NaN, 0)]
    [InlineData(0, -1)]
    [InlineData(0, 60_001)]
    public void Faults_out_of_their_range_are_named(double loss, double latency) =>
        Assert.NotNull(new FaultOrder(loss, latency, []).FindFault());

    [Fact]
    public void More_blocked_addresses_than_allowed_are_named() =>
        Assert.NotNull(new FaultOrder(0, 0, new string[FaultOrder.MaxBlocked + 1]).FindFault());

    protected override async Task<(ITransport Transport, string Address)> OpenAsync(
        Func<ReadOnlyMemory<byte>, ValueTask> receive)
    {
        var port = NodeServers.FreePort();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.ListenLocalhost(port));
        builder.Services.AddRoutingCore();
        var server = builder.Build();
        _servers.Add(server);
        server.MapPost(HttpTransport.Path, async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            await receive(body.ToArray());
            context.Response.StatusCode = StatusCodes.Status202Accepted;
        });
        await server.StartAsync();
        return (new HttpTransport(_connections), FormattableString.Invariant($"127.0.0.1:{port}"));
    }

    private sealed class Counting : ITransport
    {
        public int Sent { get; private set; }

        public void Send(string address, ReadOnlyMemory<byte> message) => Sent++;

        public ValueTask DisposeAsync() => default;
    }
}
