using System.Numerics;
using System.Runtime.CompilerServices;

namespace GossipLab.Core.Simulation;

/// <summary>
/// A ring of 1,024 slots of unsorted keys. A bit says which hold any, so that empty ones cost nothing.
/// </summary>
internal sealed class WheelLevel
{
    public const int Bits = 10;
    public const int Slots = 1 << Bits;

    private const int WordBits = 6;

    private readonly KeyChunks _chunks;
    private readonly ulong[] _filled = new ulong[Slots >> WordBits];
    private readonly int[] _counts = new int[Slots];
    private readonly int[] _first = new int[Slots];

    public WheelLevel(KeyChunks chunks)
    {
        _chunks = chunks;
        Array.Fill(_first, KeyChunks.None);
    }

    /// <summary>Makes a place in a slot.</summary>
    /// <returns>What the caller fills.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref EventKey Add(long slot)
    {
        var index = (int)slot & (Slots - 1);
        var place = _counts[index]++ & (KeyChunks.Size - 1);
        if (place == 0)
        {
            Lengthen(index);
        }

        return ref _chunks.At(_first[index], place);
    }

    /// <summary>The first slot with keys among the 1,024 after one; -1 where all are empty.</summary>
    public long FirstAfter(long slot)
    {
        var start = (int)(slot + 1) & (Slots - 1);
        var word = start >> WordBits;
        var bits = _filled[word] & ulong.MaxValue << start;
        for (var step = 0; step <= _filled.Length; step++)
        {
            if (bits != 0)
            {
                var index = (word << WordBits) + BitOperations.TrailingZeroCount(bits);
                return slot + 1 + ((index - start) & (Slots - 1));
            }

            word = (word + 1) & (_filled.Length - 1);
            bits = _filled[word];
        }

        return -1;
    }

    public int CountOf(long slot) => _counts[(int)slot & (Slots - 1)];

    /// <summary>The first piece of a slot, or <see cref="KeyChunks.None"/>.</summary>
    public int ChunksOf(long slot) => _first[(int)slot & (Slots - 1)];

    /// <summary>
    /// How many keys the first piece of a slot holds; those after it are full.
    /// </summary>
    public int CountInFirst(long slot) => ((CountOf(slot) - 1) & (KeyChunks.Size - 1)) + 1;

    /// <summary>Gives all pieces of a slot back.</summary>
    public void Clear(long slot)
    {
        var index = (int)slot & (Slots - 1);
        for (var chunk = _first[index]; chunk != KeyChunks.None;)
        {
            chunk = _chunks.Return(chunk);
        }

        _first[index] = KeyChunks.None;
        _counts[index] = 0;
        _filled[index >> WordBits] &= ~(1ul << index);
    }

    /// <summary>Takes out what is not needed any more. Keys may lie in another order then; they have none.</summary>
    /// <param name="isNeeded">Whether a key is; asked once for each.</param>
    /// <returns>How many were taken out.</returns>
    public int RemoveUnneeded(Func<EventKey, bool> isNeeded)
    {
        var removed = 0;
        for (var index = 0; index < Slots; index++)
        {
            var count = _counts[index];

            // From the last key down: the last takes the place of one that goes, and was asked for already.
            for (var (chunk, place) = (_first[index], (count - 1) & (KeyChunks.Size - 1)); chunk != KeyChunks.None;)
            {
                var before = _chunks.After(chunk);
                for (; place >= 0; place--)
                {
                    if (!isNeeded(_chunks.At(chunk, place)))
                    {
                        var last = (_counts[index] - 1) & (KeyChunks.Size - 1);
                        _chunks.At(chunk, place) = _chunks.At(_first[index], last);
                        RemoveLast(index);
                    }
                }

                (chunk, place) = (before, KeyChunks.Size - 1);
            }

            removed += count - _counts[index];
        }

        return removed;
    }

    private void RemoveLast(int index)
    {
        if ((--_counts[index] & (KeyChunks.Size - 1)) == 0)
        {
            _first[index] = _chunks.Return(_first[index]);
            _filled[index >> WordBits] &= _counts[index] == 0 ? ~(1ul << index) : ulong.MaxValue;
        }
    }

    private void Lengthen(int index)
    {
        _first[index] = _chunks.Rent(_first[index]);
        _filled[index >> WordBits] |= 1ul << index;
    }

    /// <summary>Copies all keys, in no order.</summary>
    /// <returns>How many there are.</returns>
    public int CopyTo(Span<EventKey> keys)
    {
        var copied = 0;
        for (var slot = 0; slot < Slots; slot++)
        {
            var count = CountOf(slot) == 0 ? 0 : CountInFirst(slot);
            for (var chunk = ChunksOf(slot); chunk != KeyChunks.None; chunk = _chunks.After(chunk))
            {
                _chunks[chunk][..count].CopyTo(keys[copied..]);
                (copied, count) = (copied + count, KeyChunks.Size);
            }
        }

        return copied;
    }
}
