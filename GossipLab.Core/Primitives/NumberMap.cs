using System.Numerics;

namespace GossipLab.Core.Primitives;

/// <summary>
/// What is kept for some numbers, mostly for few: a hash table of linear probes that takes nothing while it is empty
/// and allocates only to grow. Its order depends on nothing but the numbers and must not matter.
/// </summary>
/// <typeparam name="TValue">What is kept.</typeparam>
internal struct NumberMap<TValue>
    where TValue : struct
{
    private const int SmallestLength = 4;
    private const int KeptWhenEmpty = 64;

    private Entry[]? _entries;

    /// <summary>How many numbers there are.</summary>
    public int Count { get; private set; }

    /// <summary>The entries with gaps between them, which hold nothing.</summary>
    public readonly ReadOnlySpan<Entry> Slots => _entries;

    public readonly bool Contains(int number) => TryFind(number, out _);

    public readonly bool TryFind(int number, out TValue value)
    {
        if (_entries is { } entries)
        {
            var slot = Home(number, entries.Length);
            while (entries[slot].Holds)
            {
                if (entries[slot].Number == number)
                {
                    value = entries[slot].Value;
                    return true;
                }

                slot = (slot + 1) & (entries.Length - 1);
            }
        }

        value = default;
        return false;
    }

    /// <summary>Keeps a value for a number, in the place of what was kept for it.</summary>
    /// <returns>Whether nothing was.</returns>
    public bool Put(int number, in TValue value)
    {
        if (_entries is null || (Count + 1) * 4 > _entries.Length * 3)
        {
            Resize(Math.Max(SmallestLength, 2 * (_entries?.Length ?? 0)));
        }

        var slot = SlotOf(number);
        var isNew = !_entries![slot].Holds;
        _entries[slot] = new Entry(number, value);
        Count += isNew ? 1 : 0;
        return isNew;
    }

    /// <summary>Forgets a number.</summary>
    /// <returns>Whether something was kept for it.</returns>
    public bool Remove(int number)
    {
        if (_entries is not { } entries)
        {
            return false;
        }

        var slot = SlotOf(number);
        if (!entries[slot].Holds)
        {
            return false;
        }

        if (--Count == 0 && entries.Length > KeptWhenEmpty)
        {
            _entries = null;
        }
        else
        {
            CloseGap(entries, slot);
        }

        return true;
    }

    /// <summary>A map of its own with the same in it.</summary>
    public readonly NumberMap<TValue> Copy()
    {
        var copy = default(NumberMap<TValue>);
        copy.CopyFrom(this);
        return copy;
    }

    public void CopyFrom(in NumberMap<TValue> other)
    {
        Count = other.Count;
        if (Count == 0)
        {
            _entries = null;
            return;
        }

        if (_entries?.Length != other._entries!.Length)
        {
            _entries = new Entry[other._entries.Length];
        }

        other._entries.CopyTo(_entries, 0);
    }

    private static int Home(int number, int length) =>
        (int)((uint)number * 0x9E3779B9 >> (32 - BitOperations.Log2((uint)length)));

    private readonly int SlotOf(int number)
    {
        var entries = _entries!;
        var slot = Home(number, entries.Length);
        while (entries[slot].Holds && entries[slot].Number != number)
        {
            slot = (slot + 1) & (entries.Length - 1);
        }

        return slot;
    }

    // Whoever would not be found any more moves up, so that no tombstones are needed.
    private static void CloseGap(Entry[] entries, int gap)
    {
        var mask = entries.Length - 1;
        for (var slot = (gap + 1) & mask; entries[slot].Holds; slot = (slot + 1) & mask)
        {
            var home = Home(entries[slot].Number, entries.Length);
            if (((slot - home) & mask) >= ((slot - gap) & mask))
            {
                entries[gap] = entries[slot];
                gap = slot;
            }
        }

        entries[gap] = default;
    }

    private void Resize(int length)
    {
        var old = _entries;
        _entries = new Entry[length];
        foreach (ref readonly var entry in old.AsSpan())
        {
            if (entry.Holds)
            {
                _entries[SlotOf(entry.Number)] = entry;
            }
        }
    }

    /// <summary>A number and what is kept for it; a default value holds nothing.</summary>
    internal readonly struct Entry(int number, in TValue value)
    {
        private readonly int _next = number + 1;

        public readonly TValue Value = value;

        public int Number => _next - 1;

        public bool Holds => _next != 0;
    }
}
