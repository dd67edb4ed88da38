using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GossipLab.Core.Primitives;

/// <summary>
/// What is kept for some numbers, mostly for few: a hash table of linear probes that takes nothing while it is empty
/// and allocates only to grow. The numbers stand apart from what is kept for them, so that a look reads one line of
/// memory. Its order depends on nothing but the numbers and must not matter.
/// </summary>
/// <typeparam name="TValue">What is kept.</typeparam>
internal struct NumberMap<TValue>
    where TValue : struct
{
    private const int SmallestLength = 4;
    private const int KeptWhenEmpty = 64;

    // One more than the number of each place; 0 where a place holds nothing.
    private int[]? _keys;
    private TValue[]? _values;

    // Where numbers begin to be looked for: so many high bits of their hash are dropped. Kept here, so that the array
    // need not be asked how long it is.
    private int _shift;

    /// <summary>How many numbers there are.</summary>
    public int Count { get; private set; }

    /// <summary>How many places there are, those that hold nothing included.</summary>
    public readonly int Length => _keys is null ? 0 : _keys.Length;

    private readonly int Mask => (int)(uint.MaxValue >> _shift);

    public readonly bool Contains(int number) => PlaceOf(number) >= 0;

    public readonly bool TryFind(int number, out TValue value)
    {
        var place = PlaceOf(number);
        value = place < 0 ? default : _values![place];
        return place >= 0;
    }

    /// <summary>The number at a place.</summary>
    /// <returns>Whether the place holds one.</returns>
    public readonly bool TryRead(int place, out int number)
    {
        number = _keys![place] - 1;
        return number >= 0;
    }

    /// <summary>Where a number is until something is put or removed; -1 where it is not.</summary>
    public readonly int PlaceOf(int number)
    {
        if (_keys is not { } keys)
        {
            return -1;
        }

        var place = SlotOf(keys, number);
        return At(keys, place) == 0 ? -1 : place;
    }

    /// <summary>Asks for the memory where a number is, or would be.</summary>
    public readonly void BringNear(int number)
    {
        if (_keys is { } keys && _values is { } values)
        {
            var home = Home(number);
            CacheLine.Fetch(ref At(keys, home));
            CacheLine.Fetch(ref At(values, home));
        }
    }

    public readonly ref TValue At(int place) => ref _values![place];

    /// <summary>Keeps a value for a number, in the place of what was kept for it.</summary>
    /// <returns>Whether nothing was.</returns>
    public bool Put(int number, in TValue value)
    {
        if (_keys is null || (Count + 1) * 4 > _keys.Length * 3)
        {
            Resize(Math.Max(SmallestLength, 2 * Length));
        }

        var slot = SlotOf(_keys!, number); // there is room by now
        ref var key = ref _keys![slot];
        var isNew = key == 0;
        key = number + 1;
        _values![slot] = value;
        Count += isNew ? 1 : 0;
        return isNew;
    }

    /// <summary>Forgets a number.</summary>
    /// <returns>Whether something was kept for it.</returns>
    public bool Remove(int number)
    {
        var slot = PlaceOf(number);
        if (slot < 0)
        {
            return false;
        }

        if (--Count == 0 && Length > KeptWhenEmpty)
        {
            (_keys, _values) = (null, null);
        }
        else
        {
            CloseGap(slot);
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
            (_keys, _values) = (null, null);
            return;
        }

        if (Length != other.Length)
        {
            (_keys, _values) = (new int[other.Length], new TValue[other.Length]);
        }

        // Both were just made, or there before.
        other._keys!.CopyTo(_keys!, 0);
        other._values!.CopyTo(_values!, 0);
    }

    /// <summary>Passes all numbers and what is kept for them through a tape.</summary>
    /// <param name="tape">The tape.</param>
    /// <param name="pass">Passes what is kept.</param>
    public void Pass(StateTape tape, Func<StateTape, TValue, TValue> pass)
    {
        var count = tape.Pass(Count);
        if (!tape.IsPlayed)
        {
            for (var place = 0; place < Length; place++)
            {
                if (TryRead(place, out var number))
                {
                    tape.Pass(number);
                    pass(tape, At(place));
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

    // The mask keeps places within the array. Its length lies in a line of memory that is not needed otherwise, so it
    // is not asked. Arrays come here in locals: whether a field is null the compiler would ask by reading that line.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref T At<T>(T[] array, int place) =>
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(array), place);

    // Where a number is, or belongs.
    private readonly int SlotOf(int[] keys, int number)
    {
        var (slot, mask) = (Home(number), Mask);
        for (var key = At(keys, slot); key != 0 && key != number + 1; key = At(keys, slot))
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    // Whoever would not be found any more moves up, so that no tombstones are needed.
    private readonly void CloseGap(int gap)
    {
        var (keys, values, mask) = (_keys!, _values!, Mask);
        for (var slot = (gap + 1) & mask; keys[slot] != 0; slot = (slot + 1) & mask)
        {
            var home = Home(keys[slot] - 1);
            if (((slot - home) & mask) >= ((slot - gap) & mask))
            {
                (keys[gap], values[gap]) = (keys[slot], values[slot]);
                gap = slot;
            }
        }

        (keys[gap], values[gap]) = (0, default);
    }

    private void Resize(int length)
    {
        var (keys, values) = (_keys, _values);
        (_keys, _values) = (new int[length], new TValue[length]);
        _shift = 32 - BitOperations.Log2((uint)length);
        for (var place = 0; keys is not null && place < keys.Length; place++)
        {
            if (keys[place] != 0)
            {
                var slot = SlotOf(_keys, keys[place] - 1);
                (_keys[slot], _values[slot]) = (keys[place], values![place]);
            }
        }
    }
}
