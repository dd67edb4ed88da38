using System.Numerics;

namespace GossipLab.Core.Simulation.Tables;

/// <summary>
/// The beliefs of one node that differ from its baseline, by number: a hash table of linear probes that takes nothing
/// while it is empty.
/// </summary>
internal struct Differences
{
    private const int SmallestLength = 4;
    private const int KeptWhenEmpty = 64;

    private Entry[]? _entries;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The entries with gaps between them: those with a number below 0 are none.</summary>
    public readonly ReadOnlySpan<Entry> Slots => _entries;

    public readonly long Bytes => 24L * (_entries?.Length ?? 0);

    public readonly bool TryFind(int id, out Belief belief)
    {
        if (_entries is { } entries)
        {
            for (var slot = Home(id, entries.Length); entries[slot].Holds; slot = (slot + 1) & (entries.Length - 1))
            {
                if (entries[slot].Id == id)
                {
                    belief = entries[slot].Belief;
                    return true;
                }
            }
        }

        belief = default;
        return false;
    }

    /// <summary>Puts a belief in, or in the place of another one about the same member.</summary>
    /// <returns>Whether there was none.</returns>
    public bool Put(int id, in Belief belief)
    {
        if (_entries is null || (Count + 1) * 4 > _entries.Length * 3)
        {
            Resize(Math.Max(SmallestLength, 2 * (_entries?.Length ?? 0)));
        }

        var slot = SlotOf(id);
        var isNew = !_entries![slot].Holds;
        _entries[slot] = new Entry(id, belief);
        Count += isNew ? 1 : 0;
        return isNew;
    }

    /// <summary>Takes one out.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Remove(int id)
    {
        if (_entries is not { } entries)
        {
            return false;
        }

        var slot = SlotOf(id);
        if (!entries[slot].Holds)
        {
            return false;
        }

        if (--Count == 0 && entries.Length > KeptWhenEmpty)
        {
            _entries = null;
            return true;
        }

        CloseGap(entries, slot);
        return true;
    }

    public void CopyFrom(in Differences other)
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

    private static int Home(int id, int length) =>
        (int)((uint)id * 0x9E3779B9 >> (32 - BitOperations.Log2((uint)length)));

    private readonly int SlotOf(int id)
    {
        var entries = _entries!;
        var slot = Home(id, entries.Length);
        while (entries[slot].Holds && entries[slot].Id != id)
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
            var home = Home(entries[slot].Id, entries.Length);
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
                _entries[SlotOf(entry.Id)] = entry;
            }
        }
    }

    /// <summary>A belief about one member; none in a default value.</summary>
    internal readonly struct Entry(int id, in Belief belief)
    {
        private readonly int _next = id + 1;

        public readonly Belief Belief = belief;

        public int Id => _next - 1;

        public bool Holds => _next != 0;
    }
}
