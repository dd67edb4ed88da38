using GossipLab.Core.Primitives;
using GossipLab.Web.Labs;
using GossipLab.Web.RealClusters.Watching;

namespace GossipLab.Web.RealClusters;

/// <summary>Gives a real cluster's stage its frames, in real time.</summary>
internal sealed class StagePublisher(ObservedCluster cluster, int mostViewers)
{
    private readonly FrameBuilder _frames = new();
    private readonly FrameViewers _viewers = new(mostViewers);
    private Instant _last;
    private string _scene = "";
    private byte[] _sceneFrame = [];

    /// <summary>How many watch.</summary>
    public int ViewerCount => _viewers.Count;

    /// <summary>The frames of one more viewer.</summary>
    public IAsyncEnumerable<byte[]> WatchAsync(Action woken, CancellationToken cancel) =>
        _viewers.WatchAsync(woken, cancel);

    /// <summary>Sends what changed since the last frame.</summary>
    public void Publish()
    {
        var span = new FrameSpan(_last, cluster.Now, 1, IsPlaying: true, IsJump: false);
        _last = cluster.Now;
        if (_viewers.Count == 0)
        {
            _viewers.Restart();
            cluster.ClearFlights();
            return;
        }

        var text = SceneText.Of(SceneOf());
        var isNew = text != _scene;
        if (isNew)
        {
            (_scene, _sceneFrame) = (text, SceneText.Frame(text));
        }

        var delta = _frames.BuildDelta(cluster, span);
        _viewers.Publish(isNew ? _sceneFrame : null, _sceneFrame, delta,
            new Lazy<byte[]>(() => _frames.BuildSnapshot(cluster, span)));
        cluster.ClearFlights();
    }

    /// <summary>Ends all streams.</summary>
    public void Close() => _viewers.Close();

    private StageScene SceneOf() => new(cluster.NodeCount, Epoch: 1)
    {
        Walls = cluster.Network.Wall.Count == 0
            ? [] : [("wall", [.. cluster.Network.Wall.Select(node => node.Index)])],
        Lens = cluster.Lens,
        Values = [.. cluster.Census.Values.Take(3).Select(held => (held.Slot, held.Value))],
    };
}
