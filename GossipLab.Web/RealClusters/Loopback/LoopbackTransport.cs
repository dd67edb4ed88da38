using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using GossipLab.Core.Protocol;

namespace GossipLab.Web.RealClusters.Loopback;

/// <summary>
/// Sends messages over HTTP: a short queue and one worker for each receiver, so that a slow one holds up nobody. What
/// finds no room, meets a wall, or has no answer in time is lost.
/// </summary>
internal sealed class LoopbackTransport : IAsyncDisposable
{
    /// <summary>The header with the cluster's key.</summary>
    public const string KeyHeader = "X-Cluster-Key";

    /// <summary>Where messages go.</summary>
    public const string Path = "/v1/message";

    private const int QueueLength = 64;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly LoopbackSettings _settings;
    private readonly HttpClient _client;
    private readonly Dictionary<int, Lane> _lanes = [];
    private readonly CancellationTokenSource _stop = new();

    /// <summary>A transport.</summary>
    /// <param name="settings">Whose.</param>
    /// <param name="handler">Its connections, which nodes of one process share.</param>
    public LoopbackTransport(LoopbackSettings settings, SocketsHttpHandler handler)
    {
        _settings = settings;
        _client = new HttpClient(handler, disposeHandler: false) { Timeout = Patience };
        _client.DefaultRequestHeaders.Add(KeyHeader, settings.Key);
    }

    /// <summary>What is done to messages on purpose.</summary>
    public FaultOrder Faults { get; set; } = FaultOrder.None;

    /// <summary>Connections as nodes need them.</summary>
    public static SocketsHttpHandler Connections() => new()
    {
        MaxConnectionsPerServer = 2,
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(10),
        ConnectTimeout = TimeSpan.FromSeconds(1),
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
    };

    /// <summary>Sends a message, now or later or never.</summary>
    public void Send(NodeId to, Message message)
    {
        var faults = Faults;
        if (to.Index < 0 || to.Index >= _settings.Ports.Count || _stop.IsCancellationRequested
            || faults.Blocked.Contains(to.Index)
            || (faults.Loss > 0 && RandomNumberGenerator.GetInt32(1_000_000) < faults.Loss * 1_000_000))
        {
            return;
        }

        var letter = new Letter(
            LoopbackWire.Write(_settings.Node, message), Environment.TickCount64 + (long)faults.LatencyMs);
        lock (_lanes)
        {
            if (_lanes.TryGetValue(to.Index, out var lane))
            {
                lane.Add(letter);
                return;
            }

            _lanes[to.Index] = lane = new Lane();
            lane.Add(letter);
            lane.Work = Task.Run(() => CarryAsync(to.Index, lane));
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        Task[] work;
        lock (_lanes)
        {
            work = [.. _lanes.Values.Select(lane => lane.Work)];
        }

        await Task.WhenAll(work).ConfigureAwait(false);
        _client.Dispose();
        _stop.Dispose();
    }

    // A lane is there while something waits in it: nodes of a large cluster talk to each other seldom.
    private async Task CarryAsync(int to, Lane lane)
    {
        var port = _settings.Ports[to].ToString(CultureInfo.InvariantCulture);
        var address = $"http://{IPAddress.Loopback}:{port}{Path}";
        try
        {
            while (TryTake(to, lane) is { } letter)
            {
                if (letter.Due - Environment.TickCount64 is > 0 and var wait)
                {
                    await Task.Delay((int)wait, _stop.Token).ConfigureAwait(false);
                }

                await PostAsync(address, letter.Bytes).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The node ends.
        }
    }

    private Letter? TryTake(int to, Lane lane)
    {
        lock (_lanes)
        {
            if (lane.Letters.TryDequeue(out var letter) && !_stop.IsCancellationRequested)
            {
                return letter;
            }

            _lanes.Remove(to);
            return null;
        }
    }

    private async Task PostAsync(string address, byte[] bytes)
    {
        try
        {
            using var content = new ByteArrayContent(bytes);
            using var answer = await _client.PostAsync(new Uri(address), content, _stop.Token).ConfigureAwait(false);
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException
            || (lost is OperationCanceledException && !_stop.IsCancellationRequested))
        {
            // A lost message is not an error.
        }
    }

    private sealed record Letter(byte[] Bytes, long Due);

    private sealed class Lane
    {
        public Queue<Letter> Letters { get; } = new();

        public Task Work { get; set; } = Task.CompletedTask;

        // A full lane loses its oldest.
        public void Add(Letter letter)
        {
            if (Letters.Count == QueueLength)
            {
                Letters.Dequeue();
            }

            Letters.Enqueue(letter);
        }
    }
}
