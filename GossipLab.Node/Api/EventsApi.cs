using System.Collections.Concurrent;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using GossipLab.Core.Hosting;
using GossipLab.Core.Protocol;
using GossipLab.Node.Security;
using GossipLab.Node.Words;

namespace GossipLab.Node.Api;

/// <summary>
/// What happens at the node, as it happens: first its whole state, then each event. A listener that is too slow is let
/// go and begins again with the whole state.
/// </summary>
public sealed class EventsApi
{
    /// <summary>Where events are.</summary>
    public const string Path = "/v1/events";

    /// <summary>What a stream calls the whole state.</summary>
    public const string StateName = "state";

    /// <summary>What a stream calls an event.</summary>
    public const string EventName = "event";

    /// <summary>The most who listen at once.</summary>
    public const int MaxListeners = 8;

    private const int MaxWaiting = 4_096;

    private readonly ConcurrentDictionary<Channel<HostEvent>, bool> _listeners = new();
    private readonly NodeHost _host;
    private readonly RequestGate _gate;
    private readonly CancellationToken _over;

    /// <summary>Listens to a node from now on.</summary>
    /// <param name="host">The node.</param>
    /// <param name="gate">Lets listeners in.</param>
    /// <param name="over">Ends all streams.</param>
    public EventsApi(NodeHost host, RequestGate gate, CancellationToken over)
    {
        (_host, _gate, _over) = (host, gate, over);
        host.Heard += Hear;
    }

    /// <summary>How many listen.</summary>
    public int Listeners => _listeners.Count;

    /// <summary>Adds the route.</summary>
    /// <param name="routes">Where to.</param>
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet(Path, (Delegate)TellAsync).WithName("GetEvents")
        .WithSummary("What happens at the node, as it happens (server-sent events)")
        .WithDescription("First one «state» with all it holds and believes, then an «event» for each that happens.")
        .Produces<string>(StatusCodes.Status200OK, "text/event-stream")
        .Produces<ProblemWord>(StatusCodes.Status401Unauthorized, Problems.MediaType)
        .Produces<ProblemWord>(StatusCodes.Status429TooManyRequests, Problems.MediaType);

    private async Task TellAsync(HttpContext context)
    {
        if (!await _gate.LetsInAsync(context))
        {
            return;
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _over);
        var ear = Channel.CreateBounded<HostEvent>(MaxWaiting);

        // Opened in the node's loop, so that nothing falls between the state and the first event after it.
        var state = await _host.ReportAsync(report => TryListen(ear) ? report : null, end.Token);
        if (state is null)
        {
            await Problems.WriteAsync(context, StatusCodes.Status429TooManyRequests, "8 listen already");
            return;
        }

        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            await SseFormatter.WriteAsync(WordsAsync(state, ear, end.Token), context.Response.Body, end.Token);
        }
        finally
        {
            _listeners.TryRemove(ear, out _);
        }
    }

    private bool TryListen(Channel<HostEvent> ear) => _listeners.Count < MaxListeners && _listeners.TryAdd(ear, true);

    private static async IAsyncEnumerable<SseItem<string>> WordsAsync(
        HostReport state, Channel<HostEvent> ear, [EnumeratorCancellation] CancellationToken cancel)
    {
        yield return new SseItem<string>(JsonSerializer.Serialize(state, NodeJson.Default.HostReport), StateName);
        await foreach (var word in ear.Reader.ReadAllAsync(cancel))
        {
            yield return new SseItem<string>(JsonSerializer.Serialize(word, NodeJson.Default.HostEvent), EventName);
        }
    }

    // The steady hum of a healthy cluster would drown what changes.
    private static bool IsNews(Rule rule) => rule is not (Rule.ProbeStarted or Rule.ProbeAcked or Rule.SyncMerged
        or Rule.ValueKnown or Rule.ValueOlder);

    private void Hear(NodeEvent what)
    {
        if (_listeners.IsEmpty || !IsNews(what.Rule))
        {
            return;
        }

        var word = _host.Describe(what);
        foreach (var ear in _listeners.Keys)
        {
            if (!ear.Writer.TryWrite(word))
            {
                ear.Writer.TryComplete();
                _listeners.TryRemove(ear, out _);
            }
        }
    }
}
