using System.Net;
using System.Net.Sockets;
using GossipLab.Node.Running;
using GossipLab.Node.Settings;
using GossipLab.Node.Transport;

namespace GossipLab.Tests.TestKit;

/// <summary>Real nodes with real servers on free ports of the loopback, in this process.</summary>
internal sealed class NodeServers : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly SocketsHttpHandler _connections = HttpTransport.Connections();
    private readonly List<NodeServer> _nodes = [];
    private readonly SemaphoreSlim _heard = new(0);

    /// <summary>Asks nodes over HTTP.</summary>
    public HttpClient Client { get; } = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });

    /// <summary>A port that nobody listens on.</summary>
    public static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    /// <summary>Quick settings on a free port.</summary>
    public static NodeSettings Quick(string name = "n1") => new()
    {
        Name = name,
        Port = FreePort(),
        Interval = TimeSpan.FromMilliseconds(20),
        Membership = MembershipPreset.Local,
        Log = LogFormat.Off,
    };

    /// <summary>Where a node is.</summary>
    public static Uri AddressOf(NodeServer node, string path) => new($"http://{node.Host.Options.Address}{path}");

    /// <summary>Starts one.</summary>
    public async Task<NodeServer> StartAsync(NodeSettings settings, bool isOneOfMany = true, TimeProvider? time = null)
    {
        var node = await NodeServer.StartAsync(settings, new NodeSurroundings
        {
            Connections = _connections,
            IsOneOfMany = isOneOfMany,
            Time = time ?? TimeProvider.System,
        });
        node.Host.Heard += _ => _heard.Release();
        _nodes.Add(node);
        node.Begin();
        return node;
    }

    /// <summary>Waits until something holds; looks again whenever something happens at any node.</summary>
    public async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await holds())
        {
            await _heard.WaitAsync(patience.Token);
        }
    }

    /// <summary>Waits until all know so many alive.</summary>
    public Task UntilAliveAsync(int members) => UntilAsync(async () =>
        (await Task.WhenAll(_nodes.Select(node => node.Host.ReportAsync()))).All(report => report.Members.Count(
            member => member.State == GossipLab.Core.Protocol.MemberState.Alive) == members));

    /// <summary>Ends one as a crash would.</summary>
    public async Task CrashAsync(NodeServer node)
    {
        _nodes.Remove(node);
        await node.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        Client.Dispose();
        _connections.Dispose();
        _heard.Dispose();
    }
}
