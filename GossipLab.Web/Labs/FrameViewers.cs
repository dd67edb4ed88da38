using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace GossipLab.Web.Labs;

/// <summary>
/// The viewers of a lab. Each has a short queue that drops its oldest frame: a slow viewer holds up nobody, and what it
/// gets after a drop is a snapshot.
/// </summary>
public sealed class FrameViewers(int most)
{
    private const int QueueLength = 6;

    private readonly ConcurrentDictionary<Viewer, bool> _viewers = new();

    /// <summary>How many there are.</summary>
    public int Count => _viewers.Count;

    /// <summary>The frames of one more viewer, from a snapshot on.</summary>
    /// <param name="woken">Called once it waits for its first frame.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="LabLimitException">There are too many.</exception>
    public async IAsyncEnumerable<byte[]> WatchAsync(Action woken, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (Count >= most)
        {
            throw new LabLimitException($"This lab has {most} viewers, as many as it carries.");
        }

        var viewer = new Viewer(QueueLength);
        _viewers[viewer] = true;
        woken();
        try
        {
            await foreach (var frame in viewer.Frames.Reader.ReadAllAsync(cancel))
            {
                yield return frame;
            }
        }
        finally
        {
            _viewers.TryRemove(viewer, out _);
        }
    }

    /// <summary>Whether a viewer waits for a snapshot.</summary>
    public bool NeedSnapshot
    {
        get
        {
            foreach (var viewer in _viewers.Keys)
            {
                if (viewer.NeedsSnapshot)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Gives everybody the change, or the whole to those who need it.</summary>
    /// <param name="scene">The scene, where it changed; null otherwise.</param>
    /// <param name="currentScene">The scene as it is, for newcomers.</param>
    /// <param name="delta">What changed; null where only newcomers are served.</param>
    /// <param name="snapshot">Makes the whole, at most once.</param>
    public void Publish(byte[]? scene, byte[] currentScene, byte[]? delta, Lazy<byte[]> snapshot)
    {
        foreach (var viewer in _viewers.Keys)
        {
            if (viewer.NeedsSnapshot)
            {
                viewer.NeedsSnapshot = false;
                viewer.Frames.Writer.TryWrite(currentScene);
                viewer.Frames.Writer.TryWrite(snapshot.Value);
                continue;
            }

            if (scene is not null)
            {
                viewer.Frames.Writer.TryWrite(scene);
            }

            if (delta is not null)
            {
                viewer.Frames.Writer.TryWrite(delta);
            }
        }
    }

    /// <summary>Makes everybody start from a snapshot.</summary>
    public void Restart()
    {
        foreach (var viewer in _viewers.Keys)
        {
            viewer.NeedsSnapshot = true;
        }
    }

    /// <summary>Ends all.</summary>
    public void Close()
    {
        foreach (var viewer in _viewers.Keys)
        {
            viewer.Frames.Writer.TryComplete();
        }
    }

    private sealed class Viewer
    {
        public Viewer(int length)
        {
            var options = new BoundedChannelOptions(length) { FullMode = BoundedChannelFullMode.DropOldest };
            Frames = Channel.CreateBounded<byte[]>(options, _ => NeedsSnapshot = true);
        }

        public Channel<byte[]> Frames { get; }

        public bool NeedsSnapshot { get; set; } = true;
    }
}
