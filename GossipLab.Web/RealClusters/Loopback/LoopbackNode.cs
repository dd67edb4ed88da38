using System.Net;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GossipLab.Core.Nodes;
using GossipLab.Core.Protocol;

namespace GossipLab.Web.RealClusters.Loopback;

/// <summary>A real node: the protocol in real time behind an HTTP server of its own on the loopback.</summary>
internal sealed class LoopbackNode : IAsyncDisposable
{
    private readonly LoopbackSettings _settings;
    private readonly LoopbackTransport _transport;
    private readonly LoopbackDriver _driver;
    private readonly LoopbackDisk? _disk;
    private readonly LoopbackEars _ears = new();
    private readonly byte[] _key;
    private readonly CancellationTokenSource _over = new();
    private readonly WebApplication _server;

    private LoopbackNode(LoopbackSettings settings, SocketsHttpHandler connections, WebApplication server)
    {
        (_settings, _server) = (settings, server);
        _key = Encoding.UTF8.GetBytes(settings.Key);
        _disk = settings.DataFolder is { } folder ? new LoopbackDisk(folder) : null;
        _transport = new LoopbackTransport(settings, connections);
        _driver = new LoopbackDriver(settings, _disk?.Read(), _transport.Send, Hear);
    }

    /// <summary>Starts a node's server; <see cref="Begin"/> starts the protocol.</summary>
    /// <exception cref="IOException">Its port is taken; the message says which.</exception>
    public static async Task<LoopbackNode> StartAsync(
        LoopbackSettings settings, SocketsHttpHandler connections, CancellationToken cancel)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, settings.Port);
            kestrel.Limits.MaxRequestBodySize = LoopbackWire.MostBytes;
        });
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMilliseconds(50));
        var server = builder.Build();
        var node = new LoopbackNode(settings, connections, server);
        node.Map();
        try
        {
            await server.StartAsync(cancel).ConfigureAwait(false);
            return node;
        }
        catch (IOException)
        {
            await node.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Starts the protocol.</summary>
    public void Begin() => _driver.Begin();

    /// <summary>Says goodbye to the others.</summary>
    public async Task LeaveAsync()
    {
        await _driver.AskAsync((_, door) =>
        {
            door.With((in turn, node) => node.Leave(turn));
            return true;
        }).ConfigureAwait(false);
        await Task.Delay(_settings.Protocol.Membership.GossipInterval * 4, TimeProvider.System).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync().ConfigureAwait(false);
        await _driver.DisposeAsync().ConfigureAwait(false);
        await _transport.DisposeAsync().ConfigureAwait(false);
        await CutAsync().ConfigureAwait(false);
        await _server.DisposeAsync().ConfigureAwait(false);
        _over.Dispose();
    }

    // A killed process does not wait for its connections to end.
    private async Task CutAsync()
    {
        try
        {
            await _server.StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // What was open is cut.
        }
    }

    private void Map()
    {
        _server.Use((context, next) => IsAllowed(context) ? next(context) : RefuseAsync(context));
        _server.UseRouting();
        _server.MapPost(LoopbackTransport.Path, TakeMessageAsync);
        _server.MapPut("/v1/value", SetAsync);
        _server.MapPut("/v1/faults", DisturbAsync);
        _server.MapGet("/v1/events", TellAsync);
    }

    private bool IsAllowed(HttpContext context) => CryptographicOperations.FixedTimeEquals(
        _key, Encoding.UTF8.GetBytes(context.Request.Headers[LoopbackTransport.KeyHeader].ToString()));

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    private async Task TakeMessageAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        var message = LoopbackWire.TryRead(body.ToArray(), _settings.Ports.Count);
        context.Response.StatusCode = message is null
            ? StatusCodes.Status400BadRequest : StatusCodes.Status202Accepted;
        if (message is var (from, what))
        {
            _driver.Receive(from, what);
        }
    }

    private async Task SetAsync(HttpContext context)
    {
        if (await ReadAsync<SetWord>(context).ConfigureAwait(false) is { } wish)
        {
            var rule = await _driver.AskAsync((node, door) =>
            {
                var set = Rule.ValueSetRefused;
                door.With((in turn, inner) => set = inner.Set(turn, wish.Value));
                return set;
            }).ConfigureAwait(false);
            context.Response.StatusCode = rule == Rule.ValueSet
                ? StatusCodes.Status204NoContent : StatusCodes.Status409Conflict;
        }
    }

    private async Task DisturbAsync(HttpContext context)
    {
        if (await ReadAsync<FaultOrder>(context).ConfigureAwait(false) is { } faults)
        {
            _transport.Faults = faults;
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        }
    }

    private static async Task<T?> ReadAsync<T>(HttpContext context)
        where T : class
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(
                context.Request.Body, WordJson.Options, context.RequestAborted).ConfigureAwait(false);
        }
        catch (JsonException)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return null;
        }
    }

    private async Task TellAsync(HttpContext context)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _over.Token);
        context.Response.ContentType = "text/event-stream";
        try
        {
            await SseFormatter.WriteAsync(WordsAsync(end.Token), context.Response.Body, end.Token)
                .ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The listener or the node is gone.
        }
    }

    private async IAsyncEnumerable<SseItem<string>> WordsAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        // Opened within the loop, so that nothing falls between the state and the first event after it.
        var (state, ear) = await _driver.AskAsync((node, _) => (StateWord.Of(node), _ears.TryOpen()))
            .ConfigureAwait(false);
        if (ear is null)
        {
            yield break;
        }

        try
        {
            yield return new SseItem<string>(JsonSerializer.Serialize(state, WordJson.Options), StateWord.Name);
            await foreach (var word in ear.Reader.ReadAllAsync(cancel).ConfigureAwait(false))
            {
                yield return new SseItem<string>(JsonSerializer.Serialize(word, WordJson.Options), EventWord.Name);
            }
        }
        finally
        {
            _ears.Close(ear);
        }
    }

    // The steady hum of a healthy cluster would drown what changes.
    private static bool IsNews(Rule rule) => rule is not (Rule.ProbeStarted or Rule.ProbeAcked or Rule.SyncMerged
        or Rule.ValueKnown or Rule.ValueOlder);

    private void Hear(NodeEvent what)
    {
        if (what.Kind is NodeEventKind.ValueChanged || what.Rule == Rule.SelfRefuted)
        {
            _disk?.Keep(_driver.Node.Disk);
        }

        if (!_ears.IsEmpty && IsNews(what.Rule))
        {
            var micros = (DateTime.UtcNow - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
            _ears.Say(EventWord.Of(what, micros));
        }
    }
}
