using System.Net.Http.Headers;
using GossipLab.Core.Hosting;
using GossipLab.Node.Security;

namespace GossipLab.Node.Transport;

/// <summary>
/// Carries messages as HTTP posts: a short queue and one worker for each receiver, so that a slow one holds up nobody.
/// What finds no room or has no answer in time is lost.
/// </summary>
public sealed class HttpTransport : ITransport
{
    /// <summary>Where messages go.</summary>
    public const string Path = "/v1/message";

    /// <summary>How many messages wait for one receiver at most.</summary>
    public const int MaxWaiting = 64;

    /// <summary>How many bytes wait for one receiver at most.</summary>
    public const int MaxWaitingBytes = 4 << 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly MediaTypeHeaderValue Bytes = new("application/octet-stream");

    private readonly RequestSigner? _signer;
    private readonly HttpClient _client;
    private readonly Dictionary<string, Lane> _lanes = new(StringComparer.Ordinal);
    private readonly Lock _lock = new(); // The node's loop adds to the lanes, their workers take from them.
    private readonly CancellationTokenSource _stop = new();
    private int _isOver;

    /// <summary>A transport.</summary>
    /// <param name="handler">Its connections; their owner disposes of them.</param>
    /// <param name="signer">Signs the posts; null where the cluster has no secret.</param>
    public HttpTransport(HttpMessageHandler handler, RequestSigner? signer = null)
    {
        _signer = signer;
        _client = new HttpClient(handler, disposeHandler: false) { Timeout = Patience };
    }

    /// <summary>What it counted.</summary>
    public TransportCounters Counters { get; } = new();

    /// <summary>Connections as nodes need them.</summary>
    public static SocketsHttpHandler Connections() => new()
    {
        MaxConnectionsPerServer = 2,
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(10),
        ConnectTimeout = TimeSpan.FromSeconds(1),
        MaxResponseDrainSize = 4096,
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
    };

    /// <inheritdoc/>
    public void Send(string address, ReadOnlyMemory<byte> message)
    {
        lock (_lock)
        {
            if (_stop.IsCancellationRequested)
            {
                return;
            }

            if (!_lanes.TryGetValue(address, out var lane))
            {
                _lanes[address] = lane = new Lane();
                Counters.CountDropped(lane.Add(message));
                lane.Work = Task.Run(() => CarryAsync(address, lane));
                return;
            }

            Counters.CountDropped(lane.Add(message));
        }
    }

    /// <summary>Waits until nothing waits, or the time is over.</summary>
    /// <param name="atMost">The time.</param>
    public async Task DrainAsync(TimeSpan atMost)
    {
        Task[] work;
        lock (_lock)
        {
            work = [.. _lanes.Values.Select(lane => lane.Work)];
        }

        await Task.WhenAny(Task.WhenAll(work), Task.Delay(atMost, _stop.Token));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isOver, 1) == 1)
        {
            return;
        }

        await _stop.CancelAsync();
        Task[] work;
        lock (_lock)
        {
            work = [.. _lanes.Values.Select(lane => lane.Work)];
        }

        await Task.WhenAll(work);
        _client.Dispose();
        _stop.Dispose();
    }

    // A lane is there while something waits in it: nodes of a large cluster talk to each other seldom.
    private async Task CarryAsync(string address, Lane lane)
    {
        var target = new Uri($"http://{address}{Path}");
        try
        {
            while (TryTake(address, lane) is { } message)
            {
                await PostAsync(target, message);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The node ends.
        }
    }

    private ReadOnlyMemory<byte>? TryTake(string address, Lane lane)
    {
        lock (_lock)
        {
            if (!_stop.IsCancellationRequested && lane.TryTake(out var message))
            {
                return message;
            }

            _lanes.Remove(address);
            return null;
        }
    }

    private async Task PostAsync(Uri target, ReadOnlyMemory<byte> message)
    {
        try
        {
            using var content = new ReadOnlyMemoryContent(message);
            content.Headers.ContentType = Bytes;
            using var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = content };
            if (_signer is not null)
            {
                request.Headers.TryAddWithoutValidation(
                    RequestSigner.Header, _signer.Sign(HttpMethod.Post.Method, target.PathAndQuery, message.Span));
            }

            using var answer = await _client.SendAsync(request, _stop.Token);
            Counters.Count(answer.StatusCode);
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException
            || (lost is OperationCanceledException && !_stop.IsCancellationRequested))
        {
            Counters.CountLost();
        }
    }

    private sealed class Lane
    {
        private readonly Queue<ReadOnlyMemory<byte>> _messages = new();
        private long _bytes;

        public Task Work { get; set; } = Task.CompletedTask;

        /// <summary>Adds one; a full lane loses its oldest.</summary>
        /// <returns>How many it lost.</returns>
        public int Add(ReadOnlyMemory<byte> message)
        {
            var lost = 0;
            while (_messages.Count >= MaxWaiting || (_messages.Count > 0 && _bytes + message.Length > MaxWaitingBytes))
            {
                _bytes -= _messages.Dequeue().Length;
                lost++;
            }

            _messages.Enqueue(message);
            _bytes += message.Length;
            return lost;
        }

        public bool TryTake(out ReadOnlyMemory<byte> message)
        {
            var found = _messages.TryDequeue(out message);
            _bytes -= message.Length;
            return found;
        }
    }
}
