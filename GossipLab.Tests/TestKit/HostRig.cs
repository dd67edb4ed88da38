using GossipLab.Core.Dissemination;
using GossipLab.Core.Hosting;
using GossipLab.Core.Membership;
using GossipLab.Core.Nodes;
using GossipLab.Core.Protocol;

namespace GossipLab.Tests.TestKit;

/// <summary>Real nodes in one process over a network without sockets, and patience for what they come to.</summary>
internal sealed class HostRig : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly List<(NodeHost Host, ITransport Transport)> _all = [];
    private readonly SemaphoreSlim _heard = new(0);

    public LoopbackNetwork Network { get; } = new();

    /// <summary>Quick settings: a member is dead within a second, a value everywhere within a tenth.</summary>
    public static GossipNodeOptions Quick { get; } = GossipNodeOptions.Swim with
    {
        Dissemination = new DisseminationOptions { Interval = TimeSpan.FromMilliseconds(20) },
        Membership = MembershipOptions.Local with
        {
            ProbeInterval = TimeSpan.FromMilliseconds(100),
            ProbeTimeout = TimeSpan.FromMilliseconds(40),
            GossipInterval = TimeSpan.FromMilliseconds(20),
        },
    };

    public static string AddressOf(int index) => FormattableString.Invariant($"127.0.0.1:{9000 + index}");

    /// <summary>A node that asks the first one to be let in.</summary>
    public static NodeHostOptions Options(int index) => new()
    {
        Name = FormattableString.Invariant($"n{index}"),
        Address = AddressOf(index),
        Node = Quick,
        Contacts = index == 0 ? [] : [AddressOf(0)],
    };

    /// <summary>Starts a node.</summary>
    public NodeHost Start(NodeHostOptions options, INodeStore? store = null)
    {
        NodeHost? host = null;
        var transport = Network.Open(options.Address, async bytes =>
        {
            try
            {
                await host!.ReceiveAsync(bytes);
            }
            catch (OperationCanceledException)
            {
                // It ended while it was under way.
            }
        });
        host = new NodeHost(options, transport, store);
        host.Heard += _ => _heard.Release();
        _all.Add((host, transport));
        host.Start();
        return host;
    }

    /// <summary>Starts so many, the first one first.</summary>
    public NodeHost[] Start(int nodes) => [.. Enumerable.Range(0, nodes).Select(index => Start(Options(index)))];

    /// <summary>Ends a node as a crash would.</summary>
    public async Task CrashAsync(NodeHost host)
    {
        var (_, transport) = _all.Find(one => one.Host == host);
        await transport.DisposeAsync();
        await host.DisposeAsync();
        _all.RemoveAll(one => one.Host == host);
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

    /// <summary>Waits until nodes believe something of another.</summary>
    public Task UntilAsync(IEnumerable<NodeHost> hosts, string subject, MemberState state) => UntilAsync(async () =>
        (await Task.WhenAll(hosts.Select(host => host.ReportAsync()))).All(report =>
            report.Members.Any(member => member.Name == subject && member.State == state)));

    public async ValueTask DisposeAsync()
    {
        foreach (var (host, transport) in _all)
        {
            await transport.DisposeAsync();
            await host.DisposeAsync();
        }

        _heard.Dispose();
    }
}
