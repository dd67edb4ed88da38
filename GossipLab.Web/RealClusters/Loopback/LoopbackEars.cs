using System.Collections.Concurrent;
using System.Threading.Channels;

namespace GossipLab.Web.RealClusters.Loopback;

/// <summary>Those who listen to a node. One who is too slow is let go, and begins again with the whole state.</summary>
internal sealed class LoopbackEars
{
    /// <summary>The most who listen at once.</summary>
    public const int Most = 8;

    private const int MostWaiting = 4096;

    private readonly ConcurrentDictionary<Channel<EventWord>, bool> _ears = new();

    /// <summary>Whether anybody listens.</summary>
    public bool IsEmpty => _ears.IsEmpty;

    /// <summary>One more listens; null where too many do.</summary>
    public Channel<EventWord>? TryOpen()
    {
        if (_ears.Count >= Most)
        {
            return null;
        }

        var ear = Channel.CreateBounded<EventWord>(MostWaiting);
        _ears[ear] = true;
        return ear;
    }

    /// <summary>One listens no more.</summary>
    public void Close(Channel<EventWord> ear) => _ears.TryRemove(ear, out _);

    /// <summary>Says something to all.</summary>
    public void Say(in EventWord word)
    {
        foreach (var ear in _ears.Keys)
        {
            if (!ear.Writer.TryWrite(word))
            {
                ear.Writer.TryComplete();
                Close(ear);
            }
        }
    }
}
