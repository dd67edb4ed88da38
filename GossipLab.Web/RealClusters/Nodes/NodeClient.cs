using System.Net;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Web.RealClusters.Loopback;
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
    private readonly long _bornAtMicros;

    /// <summary>A client.</summary>
    /// <param name="key">The cluster's key.</param>
    /// <param name="bornAt">The moment from which the cluster's time is counted.</param>
    public NodeClient(string key, DateTimeOffset bornAt)
    {
        Key = key;
        _bornAtMicros = (bornAt - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        _client = new HttpClient(_connections, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.Add(LoopbackTransport.KeyHeader, key);
    }

    /// <summary>The cluster's key.</summary>
    public string Key { get; }

    /// <summary>Sets a node's value.</summary>
    /// <returns>Null, or why it was not set.</returns>
    public Task<string?> SetValueAsync(NodeEar node, long value, CancellationToken cancel) =>
        PutAsync(node, "v1/value", new SetWord(value), cancel);

    /// <summary>Tells a node what to do to its messages.</summary>
    /// <returns>Null, or why it was not told.</returns>
    public Task<string?> SetFaultsAsync(NodeEar node, FaultOrder faults, CancellationToken cancel) =>
        PutAsync(node, "v1/faults", faults, cancel);

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
            using var answer = await _client.GetAsync(
                node.Of("v1/events"), HttpCompletionOption.ResponseHeadersRead, cancel).ConfigureAwait(false);
            if (!answer.IsSuccessStatusCode)
            {
                return $"it answers with status {(int)answer.StatusCode}";
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
            return fault.HttpRequestError == HttpRequestError.ConnectionError
                ? "nothing listens at its port" : fault.Message;
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
        if (item.EventType == StateWord.Name)
        {
            var state = JsonSerializer.Deserialize<StateWord>(item.Data, WordJson.Options);
            return state is null ? null : new StateStated(node.Id, node.Life, ReportOf(state));
        }

        if (item.EventType == EventWord.Name)
        {
            var word = JsonSerializer.Deserialize<EventWord>(item.Data, WordJson.Options);
            var at = new Instant(Math.Max(0, word.AtMicros - _bornAtMicros));
            return new EventReported(node.Id, node.Life, at, word.Event);
        }

        return null;
    }

    private static NodeReport ReportOf(StateWord state) => new(
        new VersionedValue(state.Value, new Generation(state.Generation), new NodeId(state.Writer)),
        state.Incarnation, state.Health,
        [.. state.Members.Select(one => new MemberReport(new NodeId(one.Node), one.State, one.Incarnation))]);

    private async Task<string?> PutAsync<T>(NodeEar node, string path, T body, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            using var answer = await _client.PutAsJsonAsync(node.Of(path), body, WordJson.Options, patience.Token)
                .ConfigureAwait(false);
            return answer.StatusCode switch
            {
                HttpStatusCode.NoContent => null,
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
