using GossipLab.Core.Hosting;
using GossipLab.Node.Api;
using GossipLab.Node.Security;
using GossipLab.Node.Settings;
using GossipLab.Node.Storage;
using GossipLab.Node.Transport;
using GossipLab.Node.Words;

namespace GossipLab.Node.Running;

/// <summary>A real node: the protocol in real time behind an HTTP server of its own.</summary>
public sealed class NodeServer : IAsyncDisposable
{
    private static readonly TimeSpan MostDraining = TimeSpan.FromMilliseconds(500);

    private readonly NodeSettings _settings;
    private readonly WebApplication _app;
    private readonly NodeJournal? _journal;
    private readonly HttpTransport _posts;
    private readonly FaultyTransport _transport;
    private readonly MetricsApi _metrics;
    private readonly CancellationTokenSource _over = new();

    private NodeServer(NodeSettings settings, NodeSurroundings around)
    {
        _settings = settings;
        _journal = settings.DataFolder is { } folder ? OpenJournal(folder) : null;
        _app = NodeWeb.Build(settings, around);
        var signer = settings.Secret is { } secret ? new RequestSigner(secret, around.Time) : null;
        _posts = new HttpTransport(around.Connections, signer);
        _transport = new FaultyTransport(_posts, around.Time);
        Host = new NodeHost(settings.HostOptions, _transport, _journal, around.Time);
        var gate = new RequestGate(signer, around.Time);
        _metrics = new MetricsApi(NodeMetrics.Of(Host, _posts.Counters, gate));
        Map(gate, around);
        if (!around.IsOneOfMany)
        {
            _metrics.Publish();
        }
    }

    /// <summary>The node.</summary>
    public NodeHost Host { get; }

    /// <summary>What became of the messages it sent.</summary>
    public TransportCounters Sent => _posts.Counters;

    /// <summary>Starts the server; <see cref="Begin"/> starts the protocol.</summary>
    /// <param name="settings">What it is started with.</param>
    /// <param name="around">What it shares with others.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="IOException">Its port is taken, or its folder cannot be used; the message says which.</exception>
    public static async Task<NodeServer> StartAsync(
        NodeSettings settings, NodeSurroundings around, CancellationToken cancel = default)
    {
        var node = new NodeServer(settings, around);
        try
        {
            await node._app.StartAsync(cancel);
            if (!around.IsOneOfMany)
            {
                node.Speak();
            }

            return node;
        }
        catch (Exception)
        {
            // Whoever asked for it hears why; what was opened is closed before.
            await node.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the protocol.</summary>
    public void Begin() => Host.Start();

    /// <summary>Says goodbye to the others and waits until it has spread.</summary>
    /// <param name="cancel">Waits no longer.</param>
    public async Task LeaveAsync(CancellationToken cancel = default)
    {
        await Host.LeaveAsync(cancel);
        await _posts.DrainAsync(MostDraining);
    }

    /// <summary>Ends at once, as if it were killed.</summary>
    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await Host.DisposeAsync();
        await _transport.DisposeAsync();
        await _posts.DisposeAsync();
        await CutAsync();
        await _app.DisposeAsync();
        _metrics.Dispose();
        _journal?.Dispose();
        _over.Dispose();
    }

    private static NodeJournal OpenJournal(string folder)
    {
        try
        {
            return new NodeJournal(folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"--data: «{folder}» cannot be used: {fault.Message}", fault);
        }
    }

    // A killed process does not wait for its connections to end.
    private async Task CutAsync()
    {
        try
        {
            await _app.StopAsync(new CancellationToken(canceled: true));
        }
        catch (OperationCanceledException)
        {
            // What was open is cut.
        }
    }

    private void Map(RequestGate gate, NodeSurroundings around)
    {
        var status = new StatusApi(Host, _settings, around.Time.GetUtcNow());
        _app.Use(Problems.HandleAsync);
        if (_settings.Api != ApiKind.V1)
        {
            _app.Use(new ArticleApi(Host, gate, _settings.Api == ApiKind.Article).HandleAsync);
        }

        _app.UseRouting();
        if (_settings.Api != ApiKind.Article)
        {
            new ValueApi(Host, gate).Map(_app);
            status.Map(_app);
            status.MapHealth(_app);
            new EventsApi(Host, gate, _over.Token).Map(_app);
            _metrics.Map(_app);
            NodeWeb.MapDocument(_app, around);
        }

        new PeerApi(Host, gate, _settings.AllowsFaults ? _transport : null).Map(_app);
    }

    private void Speak()
    {
        var log = _app.Logger;
        NodeLog.Listens(log, Host.Name, $"http://{_settings.Listens}:{_settings.Port}", Host.Options.Address);
        if (_settings is { Secret: null, Bind: null })
        {
            NodeLog.LoopbackOnly(log);
        }
        else if (_settings.Secret is null && !System.Net.IPAddress.IsLoopback(_settings.Listens))
        {
            NodeLog.Open(log, $"{_settings.Listens}:{_settings.Port}");
        }

        if (_journal is null)
        {
            NodeLog.KeepsNothing(log);
        }
        else if (_journal.Damage is { } damage)
        {
            NodeLog.Damaged(log, damage);
        }
        else if (Host.Value.Generation > 0)
        {
            NodeLog.Found(log, Host.Value.Value, Host.Value.Generation);
        }

        Host.Heard += what => NodeLog.Tell(log, Host.Describe(what));
        Host.StoreFailed += fault => NodeLog.NotKept(log, fault.Message);
    }
}
