using GossipLab.Web.RealClusters.Loopback;

namespace GossipLab.Web.RealClusters.Nodes;

/// <summary>A node within this process, with a server and a port of its own.</summary>
internal sealed class NodeInProcess : INodeRunner
{
    private readonly LoopbackNode _node;
    private readonly TaskCompletionSource<NodeEnd> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _isEnding;

    private NodeInProcess(LoopbackNode node) => _node = node;

    public int? ProcessId => null;

    public Task<NodeEnd> Ended => _ended.Task;

    /// <summary>Starts it.</summary>
    /// <exception cref="IOException">Its port is taken; the message says which.</exception>
    /// <param name="settings">What it is started with.</param>
    /// <param name="connections">Those of all nodes of this process.</param>
    /// <param name="formed">Ends when the protocol is to begin.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<NodeInProcess> StartAsync(
        LoopbackSettings settings, SocketsHttpHandler connections, Task formed, CancellationToken cancel)
    {
#pragma warning disable CA2000 // The runner owns the node and disposes of it.
        var node = await LoopbackNode.StartAsync(settings, connections, cancel).ConfigureAwait(false);
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
            await _node.LeaveAsync().ConfigureAwait(false);
        }

        await _node.DisposeAsync().ConfigureAwait(false);
        _ended.TrySetResult(new NodeEnd(null, ""));
    }
}
