using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using GossipLab.Core.Primitives;

namespace GossipLab.Core.Protocol;

/// <summary>The news a message carries, in the order they were put in. Immutable once the message is sent.</summary>
public readonly struct MemberUpdates
{
    // What the pool lends: arrays of other lengths were made for the purpose.
    private const int ShortestRented = 16;
    private const int MostLines = 24;

    // An array, or MemberRecords.
    private readonly object? _source;
    private readonly int _count;

    /// <summary>Wraps items that nobody will change any more.</summary>
    /// <param name="items">The items.</param>
    /// <param name="count">How many of them count.</param>
    public MemberUpdates(MemberUpdate[] items, int count)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)items.Length);
        _source = items;
        _count = count;
    }

    /// <summary>Wraps the whole state of a node.</summary>
    /// <param name="records">The state; nobody will change it any more.</param>
    public MemberUpdates(MemberRecords records)
    {
        ArgumentNullException.ThrowIfNull(records);
        _source = records;
        _count = records.Count;
    }

    /// <summary>How many there are.</summary>
    public int Count => _count;

    /// <summary>Whether there never was any: it holds no memory.</summary>
    internal bool IsNothing => _source is null;

    /// <summary>All of them.</summary>
    public ReadOnlySpan<MemberUpdate> Items => _source switch
    {
        null => [],
        MemberUpdate[] items => items.AsSpan(0, _count),
        _ => ((MemberRecords)_source).Items,
    };

    /// <summary>The whole state of a node, where it is one.</summary>
    internal MemberRecords? Records => _source as MemberRecords;

    /// <summary>Asks for the memory of the items; what they are is not asked, since that would be to wait.</summary>
    internal void BringNear()
    {
        if (_source is not null)
        {
            var lines = 1 + _count * Unsafe.SizeOf<MemberUpdate>() / CacheLine.Bytes;
            CacheLine.FetchObject(_source, Math.Min(MostLines, lines));
        }
    }

    /// <summary>Copies a list.</summary>
    /// <param name="items">The list.</param>
    public static MemberUpdates Of(params ReadOnlySpan<MemberUpdate> items) =>
        items.IsEmpty ? default : new MemberUpdates(items.ToArray(), items.Length);

    /// <summary>
    /// Room for the news of one packet, which <see cref="Recycle"/> takes back. A driver that never does only leaves
    /// more to the garbage collector.
    /// </summary>
    /// <param name="count">How many there will be at most.</param>
    internal static MemberUpdate[] Rent(int count) => ArrayPool<MemberUpdate>.Shared.Rent(count);

    /// <summary>News of its own that says the same, whatever becomes of this one's memory.</summary>
    internal MemberUpdates Copy() => _source switch
    {
        null => default,
        MemberUpdate[] items => new MemberUpdates(items.AsSpan(0, _count).ToArray(), _count),
        _ => new MemberUpdates(((MemberRecords)_source).Copy()),
    };

    /// <summary>Says that nobody reads the items any more, once: their memory serves another packet.</summary>
    internal void Recycle()
    {
        if (_source is not MemberUpdate[] items)
        {
            (_source as MemberRecords)?.Recycle();
        }
        else if (items.Length >= ShortestRented && BitOperations.IsPow2(items.Length))
        {
            ArrayPool<MemberUpdate>.Shared.Return(items);
        }
    }
}
