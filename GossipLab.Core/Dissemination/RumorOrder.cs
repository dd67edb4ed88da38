using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GossipLab.Core.Primitives;

namespace GossipLab.Core.Dissemination;

/// <summary>
/// The order in which rumours are told: keys, sorted, and where each rumour is kept. What is told next stands last,
/// since that is where things change; a packet is filled by one walk along a few lines of memory.
/// </summary>
internal struct RumorOrder
{
    /// <summary>About so many fit into a packet.</summary>
    public const int MostToldAtOnce = 32;

    private Entry[]? _entries;

    public int Count { get; private set; }

    /// <summary>All of them; what is told first stands last.</summary>
    public readonly ReadOnlySpan<Entry> Entries => _entries.AsSpan(0, Count);

    /// <summary>Asks for the memory of those told next.</summary>
    public readonly void BringNear()
    {
        if (_entries is { } entries)
        {
            var told = Math.Min(Count, MostToldAtOnce);
            ref var first = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(entries), Count - told);
            CacheLine.FetchAll(MemoryMarshal.CreateReadOnlySpan(ref first, told));
        }
    }

    public void Add(ulong key, int slot)
    {
        if (_entries is null || Count == _entries.Length)
        {
            Array.Resize(ref _entries, Math.Max(2, 2 * Count));
        }

        var place = PlaceOf(key);
        Array.Copy(_entries, place, _entries, place + 1, Count - place);
        _entries[place] = new Entry(key, slot);
        Count++;
    }

    public void Remove(ulong key)
    {
        var place = PlaceOf(key);
        Count--;
        Array.Copy(_entries!, place + 1, _entries!, place, Count - place);
    }

    /// <summary>Keeps those that are told first.</summary>
    public void CutTo(int most)
    {
        Array.Copy(_entries!, Count - most, _entries!, 0, most);
        Count = most;
    }

    /// <summary>Takes what fits into a packet.</summary>
    /// <param name="overhead">What each piece costs on top of itself, in bytes.</param>
    /// <param name="budget">How many bytes there are.</param>
    /// <param name="told">Where it goes, in order; long enough for what can fit.</param>
    /// <returns>How many were taken.</returns>
    public int Take(int overhead, int budget, Span<Entry> told)
    {
        // Of each rank those told first fit or none: what has one rank has one length. So one walk finds what
        // memberlist finds by asking again and again for the first that fits.
        var entries = _entries.AsSpan(0, Count);
        var (count, place) = (0, Count - 1);
        var passed = Count;
        while (place >= 0 && count < told.Length)
        {
            var cost = entries[place].Bytes + overhead;
            if (cost <= budget)
            {
                budget -= cost;
                told[count++] = entries[place--];
                continue;
            }

            for (var rank = entries[place].Rank; place >= 0 && entries[place].Rank == rank; place--)
            {
                entries[--passed] = entries[place];
            }
        }

        if (count > 0)
        {
            entries[passed..].CopyTo(entries[(place + 1)..]);
            Count -= count;
        }

        return count;
    }

    /// <summary>Puts back what was taken last, or a part of it, under later keys.</summary>
    /// <param name="told">What is put back, in order.</param>
    public void PutBack(ReadOnlySpan<Entry> told)
    {
        var entries = _entries.AsSpan();
        var (from, to) = (Count - 1, Count + told.Length - 1);
        Count += told.Length;
        foreach (ref readonly var entry in told)
        {
            while (from >= 0 && entries[from].Key < entry.Key)
            {
                entries[to--] = entries[from--];
            }

            entries[to--] = entry;
        }
    }

    public readonly RumorOrder Copy()
    {
        var copy = this;
        copy._entries = Count == 0 ? null : Entries.ToArray();
        return copy;
    }

    // The place of a key, or where it belongs.
    private readonly int PlaceOf(ulong key)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = _entries![middle].Key > key ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>
    /// The order in one number: transmits, then what is missing to the longest length, then to the highest order. The
    /// first two are the rank.
    /// </summary>
    /// <param name="Key">The number; the lowest is told first.</param>
    /// <param name="Slot">Where the rumour is kept.</param>
    internal readonly record struct Entry(ulong Key, int Slot)
    {
        private const int TransmitsShift = 56;
        private const int RankShift = 40;
        private const ulong MostBytes = (1UL << (TransmitsShift - RankShift)) - 1;
        private const ulong HighestOrder = (1UL << RankShift) - 1;

        public int Transmits => (int)(Key >> TransmitsShift);

        public int Bytes => (int)(MostBytes - ((Key >> RankShift) & MostBytes));

        public long Order => (long)(HighestOrder - (Key & HighestOrder));

        public uint Rank => (uint)(Key >> RankShift);

        public Entry ToldOnceMore => this with { Key = Key + (1UL << TransmitsShift) };

        public static ulong KeyOf(int transmits, int bytes, long order) => ((ulong)transmits << TransmitsShift)
            | ((MostBytes - (ulong)bytes) << RankShift) | (HighestOrder - (ulong)order);
    }
}
