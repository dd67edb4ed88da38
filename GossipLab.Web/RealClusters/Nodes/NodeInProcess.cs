using GossipLab.Node.Running;
using GossipLab.Node.Settings;

namespace GossipLab.Web.RealClusters.Nodes;

/// <summary>A node within this process, with a server and a port of its own.</summary>
internal sealed class NodeInProcess : INodeRunner
{
    private static readonly TimeSpan MostLeaving = TimeSpan.FromSeconds(8);

    private readonly NodeServer _node;
    private readonly TaskCompletionSource<NodeEnd> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _isEnding;

    private NodeInProcess(NodeServer node) => _node = node;

    public int? ProcessId => null;

    public Task<NodeEnd> Ended => _ended.Task;

    /// <summary>Starts it.</summary>
    /// <exception cref="IOException">Its port is taken; the message says which.</exception>
    /// <param name="settings">What it is started with.</param>
    /// <param name="connections">Those of all nodes of this process.</param>
    /// <param name="formed">Ends when the protocol is to begin.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<NodeInProcess> StartAsync(
        NodeSettings settings, SocketsHttpHandler connections, Task formed, CancellationToken cancel)
    {
#pragma warning disable CA2000 // The runner owns the node and disposes of it.
        var around = new NodeSurroundings { Connections = connections, IsOneOfMany = true };
        var node = await NodeServer.StartAsync(settings, around, cancel).ConfigureAwait(false);
#pragma warning restore CA2000
        var runner = new NodeInProcess(node);
        _ = runner.BeginAsync(formed);
        return runner;
    }

    public void Kill() => _ = EndAsync(saysGoodbye: false);

    public string? Pause() => "nodes within the dashboard's process cannot stand still";

    public void Resume()
    {
        // It never stands still.
    }

    public void Leave() => _ = EndAsync(saysGoodbye: true);

    public async ValueTask DisposeAsync()
    {
        Kill();
        await _ended.Task.ConfigureAwait(false);
    }

    private async Task BeginAsync(Task formed)
    {
        await Task.WhenAny(formed, _ended.Task).ConfigureAwait(false);
        if (!_ended.Task.IsCompleted && Volatile.Read(ref _isEnding) == 0)
        {
            _node.Begin();
        }
    }

    private async Task EndAsync(bool saysGoodbye)
    {
        if (Interlocked.Exchange(ref _isEnding, 1) == 1)
        {
            return;
        }

        if (saysGoodbye)
        {
            await LeaveAsync().ConfigureAwait(false);
        }

        await _node.DisposeAsync().ConfigureAwait(false);
        _ended.TrySetResult(new NodeEnd(null, ""));
    }

    private async Task LeaveAsync()
    {
        using var patience = new CancellationTokenSource(MostLeaving);
        try
        {
            await _node.LeaveAsync(patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // It leaves though not everybody heard it.
        }
    }
}
