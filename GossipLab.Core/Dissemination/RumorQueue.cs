using GossipLab.Core.Protocol;

namespace GossipLab.Core.Dissemination;

/// <summary>
/// News about members that rides on packets: told a limited number of times, those told least first, of those the
/// longest first, of those the newest first (memberlist's TransmitLimitedQueue; SWIM section 4.1 bounds the count by a
/// multiple of log n). News about a member replaces queued news about it, whatever it said.
/// </summary>
public sealed class RumorQueue
{
    // The order in one number: transmits, then what is missing to the longest length, then to the highest order.
    private const int TransmitsShift = 56;
    private const int BytesShift = 40;
    private const ulong MostBytes = (1UL << (TransmitsShift - BytesShift)) - 1;
    private const ulong HighestOrder = (1UL << BytesShift) - 1;
    private const ulong OneTransmit = 1UL << TransmitsShift;

    private readonly Dictionary<NodeId, int> _slotOf = [];
    private readonly Stack<int> _free = [];
    private (ulong Key, MemberUpdate News)[] _slots = new (ulong, MemberUpdate)[4];
    private (ulong Key, int Slot)[] _order = new (ulong, int)[4];
    private (ulong Key, int Slot)[] _told = [];
    private int _used;
    private long _lastOrder;

    /// <summary>The most transmissions a key can count; no limit that options allow comes near it.</summary>
    public const int MaxTransmits = 254;

    /// <summary>How many pieces of news wait.</summary>
    public int Count { get; private set; }

    /// <summary>How many are done with: told often enough, replaced or pruned.</summary>
    public long FinishedCount { get; private set; }

    /// <summary>The rumour at a place of the order: place 0 is told first.</summary>
    /// <param name="place">0 to <see cref="Count"/>-1.</param>
    public Rumor this[int place]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)place, (uint)Count, nameof(place));
            var key = _order[place].Key;
            return new Rumor(_slots[_order[place].Slot].News, TransmitsIn(key), BytesIn(key),
                (long)(HighestOrder - (key & HighestOrder)));
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

    /// <summary>Whether news about a member waits.</summary>
    /// <param name="subject">The member.</param>
    public bool Holds(NodeId subject) => _slotOf.ContainsKey(subject);

    /// <summary>Queues news, in the place of what waits about the same member.</summary>
    /// <param name="news">The news.</param>
    public void Add(in MemberUpdate news) => Add(news, 0);

    /// <summary>Queues news as if it had been told before.</summary>
    internal void Add(in MemberUpdate news, int transmits)
    {
        Remove(news.Subject);
        _lastOrder = Count == 0 ? 1 : _lastOrder + 1;
        var slot = TakeSlot();
        var key = ((ulong)transmits << TransmitsShift)
            | ((MostBytes - (ulong)MessageSize.Of(news)) << BytesShift) | (HighestOrder - (ulong)_lastOrder);
        _slots[slot] = (key, news);
        _slotOf[news.Subject] = slot;
        Insert((key, slot));
    }

    /// <summary>Takes what fits into a packet, in order, and counts it as told once.</summary>
    /// <param name="overhead">What each piece costs on top of itself, in bytes.</param>
    /// <param name="budget">How many bytes there are.</param>
    /// <param name="limit">How often a piece is told at most; see <see cref="LimitFor"/>.</param>
    /// <returns>The news taken; the array is the packet's own.</returns>
    public MemberUpdates Take(int overhead, int budget, int limit)
    {
        var told = Select(overhead, budget);
        if (told == 0)
        {
            return default;
        }

        var packet = new MemberUpdate[told];
        var kept = 0;
        for (var index = 0; index < told; index++)
        {
            var (key, slot) = _told[index];
            packet[index] = _slots[slot].News;
            if (TransmitsIn(key) + 1 >= Math.Min(limit, MaxTransmits))
            {
                Finish(slot);
                continue;
            }

            _slots[slot].Key = key + OneTransmit;
            _told[kept++] = (key + OneTransmit, slot);
        }

        Merge(kept);
        return new MemberUpdates(packet, told);
    }

    /// <summary>Drops the last in the order: what was told most, of that the shortest, of that the oldest.</summary>
    /// <param name="most">How many may stay.</param>
    public void Prune(int most)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        while (Count > most)
        {
            Finish(_order[--Count].Slot);
        }
    }

    private static int TransmitsIn(ulong key) => (int)(key >> TransmitsShift);

    private static int BytesIn(ulong key) => (int)(MostBytes - ((key >> BytesShift) & MostBytes));

    // Within a tier the longest come first, so one walk in order finds what memberlist finds by asking again for the
    // first that fits; what is taken leaves the order and is put back by Merge, so nothing is told twice in a packet.
    private int Select(int overhead, int budget)
    {
        if (_told.Length < _order.Length)
        {
            _told = new (ulong, int)[_order.Length];
        }

        var told = 0;
        var left = 0;
        for (var place = 0; place < Count; place++)
        {
            var entry = _order[place];
            var cost = BytesIn(entry.Key) + overhead;
            if (cost <= budget)
            {
                budget -= cost;
                _told[told++] = entry;
            }
            else
            {
                _order[left++] = entry;
            }
        }

        Count = left;
        return told;
    }

    // Both lists are in order, as each that was told rose by one tier.
    private void Merge(int kept)
    {
        var left = Count - 1;
        var back = kept - 1;
        Count += kept;
        for (var place = Count - 1; back >= 0; place--)
        {
            _order[place] = left >= 0 && _order[left].Key > _told[back].Key ? _order[left--] : _told[back--];
        }
    }

    private void Insert((ulong Key, int Slot) entry)
    {
        if (Count == _order.Length)
        {
            Array.Resize(ref _order, Count * 2);
        }

        var place = PlaceOf(entry.Key);
        Array.Copy(_order, place, _order, place + 1, Count - place);
        _order[place] = entry;
        Count++;
    }

    private void Remove(NodeId subject)
    {
        if (!_slotOf.TryGetValue(subject, out var slot))
        {
            return;
        }

        var place = PlaceOf(_slots[slot].Key);
        Array.Copy(_order, place + 1, _order, place, Count - place - 1);
        Count--;
        Finish(slot);
    }

    private int PlaceOf(ulong key)
    {
        var low = 0;
        var high = Count;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (_order[middle].Key < key)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private void Finish(int slot)
    {
        _slotOf.Remove(_slots[slot].News.Subject);
        _slots[slot] = default;
        _free.Push(slot);
        FinishedCount++;
    }

    private int TakeSlot()
    {
        if (_free.TryPop(out var slot))
        {
            return slot;
        }

        if (_used == _slots.Length)
        {
            Array.Resize(ref _slots, _used * 2);
        }

        return _used++;
    }
}
