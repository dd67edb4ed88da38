using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Dissemination;

/// <summary>
/// News about members that rides on packets: told a limited number of times, those told least first, of those the
/// longest first, of those the newest first (memberlist's TransmitLimitedQueue; SWIM section 4.1 bounds the count by a
/// multiple of log n). News about a member replaces queued news about it, whatever it said.
/// </summary>
public sealed class RumorQueue
{
    // The order in one number: transmits, then what is missing to the longest length, then to the highest order. The
    // first two are the rank: what has one rank has one length, so a rank that does not fit is passed over at once.
    private const int TransmitsShift = 56;
    private const int RankShift = 40;
    private const ulong MostBytes = (1UL << (TransmitsShift - RankShift)) - 1;
    private const ulong HighestOrder = (1UL << RankShift) - 1;
    private const ulong OneTransmit = 1UL << TransmitsShift;
    private const int MostOnStack = 128;
    private const int KeptWhenEmpty = 64;

    private NumberMap<int> _slotOf;
    private RumorRanks _ranks;
    private Slot[] _slots = [];
    private int _firstFree = -1;
    private int _used;
    private long _lastOrder;

    /// <summary>The most transmissions a key can count; no limit that options allow comes near it.</summary>
    public const int MaxTransmits = 254;

    /// <summary>How many pieces of news wait.</summary>
    public int Count { get; private set; }

    /// <summary>How many are done with: told often enough, replaced or pruned.</summary>
    public long FinishedCount { get; private set; }

    /// <summary>The rumour at a place of the order, for views: place 0 is told first.</summary>
    /// <param name="place">0 to <see cref="Count"/>-1.</param>
    public Rumor this[int place]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)place, (uint)Count, nameof(place));
            return ToArray()[place];
        }
    }

    /// <summary>
    /// How often a rumour is told by each node: the multiplier times log10(n+1), rounded up, which is the number of
    /// digits of n.
    /// </summary>
    /// <param name="multiplier">The multiplier.</param>
    /// <param name="members">How many members the node knows.</param>
    public static int LimitFor(int multiplier, int members)
    {
        var digits = 0;
        for (; members > 0; members /= 10)
        {
            digits++;
        }

        return multiplier * digits;
    }

    /// <summary>All rumours in the order they are told, for views.</summary>
    public Rumor[] ToArray()
    {
        var slots = new List<Slot>(Count);
        foreach (ref readonly var entry in _slotOf.Slots)
        {
            if (entry.Holds)
            {
                slots.Add(_slots[entry.Value]);
            }
        }

        slots.Sort((left, right) => left.Key.CompareTo(right.Key));
        return [.. slots.Select(slot => new Rumor(slot.News, TransmitsIn(slot.Key), BytesIn(slot.Key),
            (long)(HighestOrder - (slot.Key & HighestOrder))))];
    }

    /// <summary>Whether news about a member waits.</summary>
    /// <param name="subject">The member.</param>
    public bool Holds(NodeId subject) => _slotOf.Contains(subject.Index);

    /// <summary>Queues news, in the place of what waits about the same member.</summary>
    /// <param name="news">The news.</param>
    public void Add(in MemberUpdate news) => Add(news, 0);

    /// <summary>Queues news as if it had been told before.</summary>
    internal void Add(in MemberUpdate news, int transmits)
    {
        if (_slotOf.TryFind(news.Subject.Index, out var replaced))
        {
            _ranks.Remove(_slots, replaced);
            Finish(replaced);
        }

        _lastOrder = Count == 0 ? 1 : _lastOrder + 1;
        var slot = TakeSlot();
        _slots[slot].News = news;
        _slots[slot].Key = ((ulong)transmits << TransmitsShift)
            | ((MostBytes - (ulong)MessageSize.Of(news)) << RankShift) | (HighestOrder - (ulong)_lastOrder);
        _slotOf.Put(news.Subject.Index, slot);
        _ranks.Add(_slots, slot);
        Count++;
    }

    /// <summary>Takes what fits into a packet, in order, and counts it as told once.</summary>
    /// <param name="overhead">What each piece costs on top of itself, in bytes.</param>
    /// <param name="budget">How many bytes there are.</param>
    /// <param name="limit">How often a piece is told at most; see <see cref="LimitFor"/>.</param>
    /// <returns>The news taken; the memory is the packet's own.</returns>
    public MemberUpdates Take(int overhead, int budget, int limit)
    {
        Span<int> told = Count <= MostOnStack ? stackalloc int[MostOnStack] : new int[Math.Min(Count, budget)];
        var count = Select(overhead, budget, told);
        if (count == 0)
        {
            return default;
        }

        var packet = MemberUpdates.Rent(count);
        for (var index = 0; index < count; index++)
        {
            var slot = told[index];
            packet[index] = _slots[slot].News;
            if (TransmitsIn(_slots[slot].Key) + 1 >= Math.Min(limit, MaxTransmits))
            {
                Finish(slot);
            }
            else
            {
                _slots[slot].Key += OneTransmit;
                _ranks.Add(_slots, slot);
            }
        }

        return new MemberUpdates(packet, count);
    }

    /// <summary>Drops the last in the order: what was told most, of that the shortest, of that the oldest.</summary>
    /// <param name="most">How many may stay.</param>
    public void Prune(int most)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        while (Count > most)
        {
            Finish(_ranks.TakeLast(_slots));
        }
    }

    /// <summary>A queue of its own with the same news.</summary>
    internal RumorQueue Copy()
    {
        var copy = (RumorQueue)MemberwiseClone();
        copy._slotOf = _slotOf.Copy();
        copy._ranks = _ranks.Copy();
        copy._slots = _slots.AsSpan(0, _used).ToArray();
        return copy;
    }

    private static int TransmitsIn(ulong key) => (int)(key >> TransmitsShift);

    private static int BytesIn(ulong key) => (int)(MostBytes - ((key >> RankShift) & MostBytes));

    // Within a tier the longest come first, so one walk in order finds what memberlist finds by asking again for the
    // first that fits; what is taken leaves the order until the packet is full, so nothing is told twice in a packet.
    private int Select(int overhead, int budget, Span<int> told)
    {
        var count = 0;
        for (var rank = 0; rank < _ranks.Count;)
        {
            var cost = BytesIn(_ranks.KeyOf(rank) << RankShift) + overhead;
            var isEmptied = false;
            while (cost <= budget && !isEmptied)
            {
                budget -= cost;
                told[count++] = _ranks.TakeFirst(_slots, rank, out isEmptied);
            }

            rank += isEmptied ? 0 : 1;
        }

        return count;
    }

    private void Finish(int slot)
    {
        _slotOf.Remove(_slots[slot].News.Subject.Index);
        _slots[slot] = new Slot { Place = _firstFree };
        _firstFree = slot;
        FinishedCount++;
        if (--Count == 0 && _slots.Length > KeptWhenEmpty)
        {
            _ranks = default;
            _slots = [];
            _firstFree = -1;
            _used = 0;
        }
    }

    private int TakeSlot()
    {
        if (_firstFree >= 0)
        {
            var slot = _firstFree;
            _firstFree = _slots[slot].Place;
            return slot;
        }

        if (_used == _slots.Length)
        {
            Array.Resize(ref _slots, Math.Max(4, 2 * _used));
        }

        return _used++;
    }

    /// <summary>A piece of news with its key.</summary>
    internal struct Slot
    {
        public ulong Key;
        public MemberUpdate News;

        /// <summary>Where it stands in the heap of its rank; in a free slot, the next free one.</summary>
        public int Place;

        public readonly uint Rank => (uint)(Key >> RankShift);
    }
}
