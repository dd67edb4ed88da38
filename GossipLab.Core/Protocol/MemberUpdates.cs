namespace GossipLab.Core.Protocol;

/// <summary>The news a message carries, in the order they were put in. Immutable once the message is sent.</summary>
public readonly struct MemberUpdates
{
    private readonly MemberUpdate[]? _items;
    private readonly int _count;

    /// <summary>Wraps items that nobody will change any more.</summary>
    /// <param name="items">The items.</param>
    /// <param name="count">How many of them count.</param>
    public MemberUpdates(MemberUpdate[] items, int count)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)items.Length);
        _items = items;
        _count = count;
    }

    /// <summary>How many there are.</summary>
    public int Count => _count;

    /// <summary>All of them.</summary>
    public ReadOnlySpan<MemberUpdate> Items => _items is null ? [] : _items.AsSpan(0, _count);

    /// <summary>Copies a list.</summary>
    /// <param name="items">The list.</param>
    public static MemberUpdates Of(params ReadOnlySpan<MemberUpdate> items) =>
        items.IsEmpty ? default : new MemberUpdates(items.ToArray(), items.Length);
}
