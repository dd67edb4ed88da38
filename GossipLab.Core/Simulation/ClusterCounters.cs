using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation;

/// <summary>
/// What a cluster has done so far, measured. Every message sent is delivered, lost or still in flight.
/// </summary>
public sealed class ClusterCounters
{
    private long[] _sent = new long[(int)MessageKind.Heartbeat + 1];
    private long[] _bytes = new long[(int)MessageKind.Heartbeat + 1];
    private long[] _lost = new long[(int)LossReason.NoSuchNode + 1];

    /// <summary>Messages sent, duplicates made by the network included.</summary>
    public long Sent { get; private set; }

    /// <summary>Bytes sent, as <see cref="MessageSize"/> counts them.</summary>
    public long Bytes { get; private set; }

    /// <summary>Messages that arrived at a running node.</summary>
    public long Delivered { get; internal set; }

    /// <summary>Messages that will not arrive.</summary>
    public long Lost { get; private set; }

    /// <summary>Messages on their way, held or waiting at a paused or slow node.</summary>
    public long InFlight => Sent - Delivered - Lost;

    /// <summary>Timers that were handled by their nodes.</summary>
    public long TimersFired { get; internal set; }

    /// <summary>Timers that a node does not heed and that were kept from it.</summary>
    public long TimersWithheld { get; internal set; }

    /// <summary>Values that came and told the receiver nothing new.</summary>
    public long Wasted { get; internal set; }

    /// <summary>Values that came and were taken.</summary>
    public long Useful { get; internal set; }

    /// <summary>Messages of a kind sent.</summary>
    public long SentOf(MessageKind kind) => _sent[(int)kind];

    /// <summary>Bytes of a kind sent.</summary>
    public long BytesOf(MessageKind kind) => _bytes[(int)kind];

    /// <summary>Messages lost for a reason.</summary>
    public long LostTo(LossReason reason) => _lost[(int)reason];

    /// <summary>Messages about the value sent, answers included.</summary>
    public long SentAboutValue()
    {
        long sum = 0;
        for (var kind = MessageKind.Push; kind <= MessageKind.ExchangeReply; kind++)
        {
            sum += _sent[(int)kind];
        }

        return sum;
    }

    /// <summary>Counters of their own that have counted the same.</summary>
    internal ClusterCounters Copy()
    {
        var copy = (ClusterCounters)MemberwiseClone();
        (copy._sent, copy._bytes, copy._lost) = ([.. _sent], [.. _bytes], [.. _lost]);
        return copy;
    }

    internal void CountSent(in Message message)
    {
        var bytes = MessageSize.Of(message);
        Sent++;
        Bytes += bytes;
        _sent[(int)message.Kind]++;
        _bytes[(int)message.Kind] += bytes;
    }

    internal void CountLost(LossReason reason)
    {
        Lost++;
        _lost[(int)reason]++;
    }
}
