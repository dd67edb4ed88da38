using System.Net;
using System.Net.Http.Headers;
using System.Net.Mime;
using System.Net.ServerSentEvents;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GossipLab.Node.Api;
using GossipLab.Node.Security;
using GossipLab.Node.Words;
using GossipLab.Web.RealClusters.Watching;

namespace GossipLab.Web.RealClusters.Nodes;

/// <summary>Talks to the nodes of one cluster over HTTP and listens to them.</summary>
internal sealed class NodeClient : IDisposable
{
    private const int MostEventBytes = 1_000_000;

    private static readonly TimeSpan FirstRetry = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly SocketsHttpHandler _connections = new()
    {
        UseProxy = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(1),
    };

    private readonly HttpClient _client;
    private readonly NodeCard _card;
    private readonly RequestSigner? _signer;
    private readonly DateTimeOffset _bornAt;

    /// <summary>A client.</summary>
    /// <param name="secret">The cluster's secret; null where it has none.</param>
    /// <param name="card">Knows the nodes by name.</param>
    /// <param name="bornAt">The moment from which the cluster's time is counted.</param>
    public NodeClient(string? secret, NodeCard card, DateTimeOffset bornAt)
    {
        (_card, _bornAt) = (card, bornAt);
        _signer = secret is null ? null : new RequestSigner(secret, TimeProvider.System);
        _client = new HttpClient(_connections, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Sets a node's value.</summary>
    /// <returns>Null, or why it was not set.</returns>
    public Task<string?> SetValueAsync(NodeEar node, long value, CancellationToken cancel) =>
        PutAsync(node, "/v1/value", Bytes(new SetWord(value), NodeJson.Default.SetWord), cancel);

    /// <summary>Tells a node what to do to its messages.</summary>
    /// <returns>Null, or why it was not told.</returns>
    public Task<string?> SetFaultsAsync(NodeEar node, FaultOrder faults, CancellationToken cancel) =>
        PutAsync(node, "/v1/faults", Bytes(faults, NodeJson.Default.FaultOrder), cancel);

    /// <summary>Listens to a node until cancelled, again and again where the stream breaks.</summary>
    /// <param name="node">The node.</param>
    /// <param name="say">Takes what was heard.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task ListenAsync(NodeEar node, Func<Observation, ValueTask> say, CancellationToken cancel)
    {
        var delay = FirstRetry;
        try
        {
            while (!cancel.IsCancellationRequested)
            {
                var why = await ListenOnceAsync(node, say, cancel).ConfigureAwait(false);
                delay = why is null ? FirstRetry : 2 * delay < LongestRetry ? 2 * delay : LongestRetry;
                await say(new StreamLost(node.Id, node.Life, why ?? "its events ended")).ConfigureAwait(false);
                await Task.Delay(delay, cancel).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The node ended, or the cluster.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _client.Dispose();
        _connections.Dispose();
    }

    // Null where it was heard and then ended; otherwise why it was not.
    private async Task<string?> ListenOnceAsync(
        NodeEar node, Func<Observation, ValueTask> say, CancellationToken cancel)
    {
        try
        {
            using var request = Signed(HttpMethod.Get, node.Of(EventsApi.Path), []);
            using var answer = await _client.SendAsync(
                request, HttpCompletionOption.ResponseHeadersRead, cancel).ConfigureAwait(false);
            if (!answer.IsSuccessStatusCode)
            {
                return ReachText.Of(answer.StatusCode);
            }

            using var stream = await answer.Content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
            await say(new StreamOpened(node.Id, node.Life)).ConfigureAwait(false);
            await foreach (var item in SseParser.Create(stream, Parse).EnumerateAsync(cancel).ConfigureAwait(false))
            {
                if (Heard(node, item) is { } heard)
                {
                    await say(heard).ConfigureAwait(false);
                }
            }

            return null;
        }
        catch (HttpRequestException fault)
        {
            return ReachText.Of(fault);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return ReachText.TimedOut;
        }
        catch (Exception fault) when (fault is IOException or JsonException)
        {
            return "its event stream broke";
        }
    }

    private static byte[] Parse(string name, ReadOnlySpan<byte> bytes) =>
        bytes.Length <= MostEventBytes ? bytes.ToArray() : throw new JsonException("the event is too long");

    private Observation? Heard(NodeEar node, in SseItem<byte[]> item)
    {
        if (item.EventType == EventsApi.StateName)
        {
            var state = JsonSerializer.Deserialize(item.Data, NodeJson.Default.HostReport);
            return state is null ? null : new StateStated(node.Id, node.Life, _card.ReportOf(state));
        }

        if (item.EventType == EventsApi.EventName
            && JsonSerializer.Deserialize(item.Data, NodeJson.Default.HostEvent) is { } word)
        {
            var (at, what) = _card.EventOf(word, _bornAt);
            return new EventReported(node.Id, node.Life, at, what);
        }

        return null;
    }

    private static byte[] Bytes<T>(T word, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(word, type);

    private HttpRequestMessage Signed(HttpMethod method, Uri target, byte[] body)
    {
        var request = new HttpRequestMessage(method, target);
        if (body.Length > 0)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(MediaTypeNames.Application.Json);
        }

        if (_signer is not null)
        {
            request.Headers.TryAddWithoutValidation(
                RequestSigner.Header, _signer.Sign(method.Method, target.PathAndQuery, body));
        }

        return request;
    }

    private async Task<string?> PutAsync(NodeEar node, string path, byte[] body, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            using var request = Signed(HttpMethod.Put, node.Of(path), body);
            using var answer = await _client.SendAsync(request, patience.Token).ConfigureAwait(false);
            return answer.StatusCode switch
            {
                HttpStatusCode.OK or HttpStatusCode.NoContent => null,
                HttpStatusCode.InsufficientStorage => $"{node.Id} set it, but its disk did not keep it",
                HttpStatusCode.Conflict => $"{node.Id} refuses it: its generation would leave the bounds",
                var status => $"{node.Id} answers with status {(int)status}",
            };
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return $"{node.Id} does not answer within {Patience.TotalSeconds:0} s";
        }
        catch (HttpRequestException fault)
        {
            return $"{node.Id} cannot be reached: {fault.Message}";
        }
    }
}
