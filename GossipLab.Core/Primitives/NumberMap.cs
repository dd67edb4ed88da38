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

    // Where numbers begin to be looked for: so many high bits of their hash are dropped. Kept here, so that the array
    // need not be asked how long it is.
    private int _shift;

    /// <summary>How many numbers there are.</summary>
    public int Count { get; private set; }

    /// <summary>The entries with gaps between them, which hold nothing.</summary>
    public readonly ReadOnlySpan<Entry> Slots => _entries;

    /// <summary>The same, to change what is kept in them.</summary>
    public readonly Span<Entry> Entries => _entries;

    public readonly bool Contains(int number) => TryFind(number, out _);

    public readonly bool TryFind(int number, out TValue value)
    {
        var place = PlaceOf(number);
        value = place < 0 ? default : _entries![place].Value;
        return place >= 0;
    }

    /// <summary>Where a number is until something is put or removed; -1 where it is not.</summary>
    public readonly int PlaceOf(int number)
    {
        if (_entries is not { } entries)
        {
            return -1;
        }

        var place = Home(number);
        while (entries[place].Holds)
        {
            if (entries[place].Number == number)
            {
                return place;
            }

            place = (place + 1) & (entries.Length - 1);
        }

        return -1;
    }

    public readonly ref TValue At(int place) => ref _entries![place].Value;

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
        (Count, _shift) = (other.Count, other._shift);
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

    /// <summary>Passes all numbers and what is kept for them through a tape.</summary>
    /// <param name="tape">The tape.</param>
    /// <param name="pass">Passes what is kept.</param>
    public void Pass(StateTape tape, Func<StateTape, TValue, TValue> pass)
    {
        var count = tape.Pass(Count);
        if (!tape.IsPlayed)
        {
            foreach (ref readonly var entry in Slots)
            {
                if (entry.Holds)
                {
                    tape.Pass(entry.Number);
                    pass(tape, entry.Value);
                }
            }

            return;
        }

        this = default;
        while (count-- > 0)
        {
            Put(tape.Pass(0), pass(tape, default));
        }
    }

    private readonly int Home(int number) => (int)((uint)number * 0x9E3779B9 >> _shift);

    private readonly int SlotOf(int number)
    {
        var entries = _entries!;
        var slot = Home(number);
        while (entries[slot].Holds && entries[slot].Number != number)
        {
            slot = (slot + 1) & (entries.Length - 1);
        }

        return slot;
    }

    // Whoever would not be found any more moves up, so that no tombstones are needed.
    private readonly void CloseGap(Entry[] entries, int gap)
    {
        var mask = entries.Length - 1;
        for (var slot = (gap + 1) & mask; entries[slot].Holds; slot = (slot + 1) & mask)
        {
            var home = Home(entries[slot].Number);
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
        _shift = 32 - BitOperations.Log2((uint)length);
        foreach (ref readonly var entry in old.AsSpan())
        {
            if (entry.Holds)
            {
                _entries[SlotOf(entry.Number)] = entry;
            }
        }
    }

    /// <summary>A number and what is kept for it; a default value holds nothing.</summary>
    internal struct Entry(int number, in TValue value)
    {
        private readonly int _next = number + 1;

        public TValue Value = value;

        public readonly int Number => _next - 1;

        public readonly bool Holds => _next != 0;
    }
}
