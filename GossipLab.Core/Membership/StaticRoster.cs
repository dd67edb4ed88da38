using GossipLab.Core.Protocol;

namespace GossipLab.Core.Membership;

/// <summary>A given list of members 0, 1, 2 and so on, shared by all nodes. None is ever believed dead.</summary>
public sealed class StaticRoster : IRoster
{
    /// <summary>A list.</summary>
    /// <param name="count">How many members there are; at least 0.</param>
    public StaticRoster(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Count = count;
    }

    /// <inheritdoc/>
    public int Count { get; private set; }

    /// <inheritdoc/>
    public int Places => Count;

    /// <inheritdoc/>
    public NodeId this[int place] =>
        (uint)place < (uint)Count ? new NodeId(place) : throw new ArgumentOutOfRangeException(nameof(place));

    /// <inheritdoc/>
    public bool IsLive(NodeId id) => (uint)id.Index < (uint)Count;

    /// <summary>Puts members on the list; nobody is taken off.</summary>
    /// <param name="count">How many there are now; not fewer than before.</param>
    public void Grow(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, Count);
        Count = count;
    }
}
