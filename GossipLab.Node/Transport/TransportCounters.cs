using System.Net;

namespace GossipLab.Node.Transport;

/// <summary>What became of messages that were sent.</summary>
public sealed class TransportCounters
{
    private long _taken;
    private long _refused;
    private long _lost;
    private long _dropped;

    /// <summary>Taken by their receiver.</summary>
    public long Taken => Interlocked.Read(ref _taken);

    /// <summary>Refused by their receiver.</summary>
    public long Refused => Interlocked.Read(ref _refused);

    /// <summary>Not answered.</summary>
    public long Lost => Interlocked.Read(ref _lost);

    /// <summary>Never sent, because too many waited.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    internal void Count(HttpStatusCode status) => Interlocked.Increment(
        ref (int)status is >= 200 and < 300 ? ref _taken : ref _refused);

    internal void CountLost() => Interlocked.Increment(ref _lost);

    internal void CountDropped(int count) => Interlocked.Add(ref _dropped, count);
}
