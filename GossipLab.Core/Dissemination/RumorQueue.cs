using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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
    // No packet that can be sent holds more; what has none to spare takes memory of its own.
    private const int MostOnStack = 48;
    private const int KeptWhenEmpty = 64;

    private NumberMap<int> _slotOf;
    private RumorOrder _order;
    private Slot[] _slots = [];
    private int _firstFree = -1;
    private int _used;
    private long _lastOrder;

    /// <summary>The most transmissions a key can count; no limit that options allow comes near it.</summary>
    public const int MaxTransmits = 254;

    /// <summary>How many pieces of news wait.</summary>
    public int Count => _order.Count;

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
        var rumors = new Rumor[Count];
        var place = Count;
        foreach (ref readonly var entry in _order.Entries)
        {
            rumors[--place] = new Rumor(_slots[entry.Slot].News, entry.Transmits, entry.Bytes, entry.Order);
        }

        return rumors;
    }

    /// <summary>Whether news about a member waits.</summary>
    /// <param name="subject">The member.</param>
    public bool Holds(NodeId subject) => _slotOf.Contains(subject.Index);

    /// <summary>Asks for the memory where news about somebody is found.</summary>
    internal void BringNear(NodeId subject) => _slotOf.BringNear(subject.Index);

    /// <summary>Asks for the memory that says what is told next.</summary>
    internal void BringOrderNear() => _order.BringNear();

    /// <summary>Asks for the memory of the news that are told next.</summary>
    internal void BringNewsNear()
    {
        foreach (ref readonly var entry in _order.Entries[^Math.Min(Count, RumorOrder.MostToldAtOnce)..])
        {
            CacheLine.Fetch(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_slots), entry.Slot));
        }
    }

    /// <summary>Queues news, in the place of what waits about the same member.</summary>
    /// <param name="news">The news.</param>
    public void Add(in MemberUpdate news) => Add(news, 0);

    /// <summary>Queues news as if it had been told before.</summary>
    internal void Add(in MemberUpdate news, int transmits)
    {
        if (_slotOf.TryFind(news.Subject.Index, out var slot))
        {
            _order.Remove(_slots[slot].Key);
            FinishedCount++;
        }
        else
        {
            slot = TakeSlot();
            _slotOf.Put(news.Subject.Index, slot);
        }

        _lastOrder = Count == 0 ? 1 : _lastOrder + 1;
        var key = RumorOrder.Entry.KeyOf(transmits, MessageSize.Of(news), _lastOrder);
        (_slots[slot].News, _slots[slot].Key) = (news, key);
        _order.Add(key, slot);
    }

    /// <summary>Takes what fits into a packet, in order, and counts it as told once.</summary>
    /// <param name="overhead">What each piece costs on top of itself, in bytes.</param>
    /// <param name="budget">How many bytes there are.</param>
    /// <param name="limit">How often a piece is told at most; see <see cref="LimitFor"/>.</param>
    /// <returns>The news taken; the memory is the packet's own.</returns>
    public MemberUpdates Take(int overhead, int budget, int limit)
    {
        var most = Math.Min(Count, budget / (MessageSize.LeastNewsBytes + overhead));
        Span<RumorOrder.Entry> told = most <= MostOnStack
            ? stackalloc RumorOrder.Entry[MostOnStack] : new RumorOrder.Entry[most];
        var count = most <= 0 ? 0 : _order.Take(overhead, budget, told[..most]);
        if (count == 0)
        {
            return default;
        }

        var packet = MemberUpdates.Rent(count);
        var again = 0;
        for (var index = 0; index < count; index++)
        {
            ref var slot = ref _slots[told[index].Slot];
            packet[index] = slot.News;
            if (told[index].Transmits + 1 >= Math.Min(limit, MaxTransmits))
            {
                Finish(told[index].Slot);
                continue;
            }

            told[again] = told[index].ToldOnceMore;
            slot.Key = told[again++].Key;
        }

        _order.PutBack(told[..again]);
        ReleaseIfEmpty();
        return new MemberUpdates(packet, count);
    }

    /// <summary>Drops the last in the order: what was told most, of that the shortest, of that the oldest.</summary>
    /// <param name="most">How many may stay.</param>
    public void Prune(int most)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        if (Count <= most)
        {
            return;
        }

        foreach (ref readonly var entry in _order.Entries[..(Count - most)])
        {
            Finish(entry.Slot);
        }

        _order.CutTo(most);
        ReleaseIfEmpty();
    }

    /// <summary>A queue of its own with the same news.</summary>
    internal RumorQueue Copy()
    {
        if (Count == 0)
        {
            return new RumorQueue { FinishedCount = FinishedCount };
        }

        var copy = (RumorQueue)MemberwiseClone();
        copy._slotOf = _slotOf.Copy();
        copy._order = _order.Copy();
        copy._slots = _slots.AsSpan(0, _used).ToArray();
        return copy;
    }

    /// <summary>Passes a queue, or null, through a tape.</summary>
    internal static RumorQueue? Pass(StateTape tape, RumorQueue? queue)
    {
        if (tape.Pass(queue is { Count: 0 }))
        {
            var finished = tape.Pass(queue?.FinishedCount ?? 0);
            return queue ?? new RumorQueue { FinishedCount = finished };
        }

        return tape.Pass(queue, static queue => queue.Copy());
    }

    private void Finish(int slot)
    {
        _slotOf.Remove(_slots[slot].News.Subject.Index);
        _slots[slot] = new Slot { Key = (ulong)(_firstFree + 1) };
        _firstFree = slot;
        FinishedCount++;
    }

    private void ReleaseIfEmpty()
    {
        if (Count == 0 && _slots.Length > KeptWhenEmpty)
        {
            _order = default;
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
            _firstFree = (int)_slots[slot].Key - 1;
            return slot;
        }

        if (_used == _slots.Length)
        {
            Array.Resize(ref _slots, Math.Max(4, 2 * _used));
        }

        return _used++;
    }

    private struct Slot
    {
        /// <summary>Where it stands in the order; in a free slot, one more than the next free one.</summary>
        public ulong Key;
        public MemberUpdate News;
    }
}
