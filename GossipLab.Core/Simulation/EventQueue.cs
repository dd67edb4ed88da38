using GossipLab.Core.Primitives;

namespace GossipLab.Core.Simulation;

/// <summary>
/// What is due, in one total order: by time, target, source and the source's own count. The order does not depend on
/// the
/// order of insertion, so a heap, a ring or two cores give one run. A four-way heap of small keys over a slab of
/// bodies.
/// </summary>
internal sealed class EventQueue
{
    private readonly struct Key(in ScheduledEvent scheduled, int slot)
    {
        public readonly long Due = scheduled.Due.Microseconds;
        public readonly int Target = scheduled.Target;
        public readonly int Source = scheduled.Source;
        public readonly long Ordinal = scheduled.Ordinal;
        public readonly int Slot = slot;

        public bool IsBefore(in Key other)
        {
            if (Due != other.Due)
            {
                return Due < other.Due;
            }

            if (Target != other.Target)
            {
                return Target < other.Target;
            }

            return Source != other.Source ? Source < other.Source : Ordinal < other.Ordinal;
        }
    }

    private Key[] _heap = new Key[64];
    private ScheduledEvent[] _bodies = new ScheduledEvent[64];
    private int[] _free = new int[64];
    private int _freeCount;
    private int _used;

    /// <summary>How many events wait.</summary>
    public int Count { get; private set; }

    /// <summary>When the first is due; <see cref="Instant.Max"/> when none waits.</summary>
    public Instant NextDue => Count == 0 ? Instant.Max : new Instant(_heap[0].Due);

    /// <summary>Puts one in.</summary>
    public void Add(in ScheduledEvent scheduled)
    {
        var slot = TakeSlot();
        _bodies[slot] = scheduled;
        if (Count == _heap.Length)
        {
            Array.Resize(ref _heap, Count * 2);
        }

        SiftUp(Count++, new Key(scheduled, slot));
    }

    /// <summary>Takes the first out.</summary>
    /// <exception cref="InvalidOperationException">None waits.</exception>
    public ScheduledEvent Take()
    {
        if (Count == 0)
        {
            throw new InvalidOperationException("no event waits");
        }

        var slot = _heap[0].Slot;
        var first = _bodies[slot];
        _bodies[slot] = default;
        GiveBack(slot);
        var last = _heap[--Count];
        if (Count > 0)
        {
            SiftDown(last);
        }

        return first;
    }

    /// <summary>Everything that waits, in no order, for views.</summary>
    public IEnumerable<ScheduledEvent> Waiting()
    {
        for (var index = 0; index < Count; index++)
        {
            yield return _bodies[_heap[index].Slot];
        }
    }

    private int TakeSlot()
    {
        if (_freeCount > 0)
        {
            return _free[--_freeCount];
        }

        if (_used == _bodies.Length)
        {
            Array.Resize(ref _bodies, _used * 2);
        }

        return _used++;
    }

    private void GiveBack(int slot)
    {
        if (_freeCount == _free.Length)
        {
            Array.Resize(ref _free, _freeCount * 2);
        }

        _free[_freeCount++] = slot;
    }

    private void SiftUp(int place, in Key key)
    {
        while (place > 0)
        {
            var parent = (place - 1) >> 2;
            if (!key.IsBefore(_heap[parent]))
            {
                break;
            }

            _heap[place] = _heap[parent];
            place = parent;
        }

        _heap[place] = key;
    }

    private void SiftDown(in Key key)
    {
        var place = 0;
        while (true)
        {
            var child = (place << 2) + 1;
            if (child >= Count)
            {
                break;
            }

            var best = child;
            var end = Math.Min(child + 4, Count);
            for (child++; child < end; child++)
            {
                if (_heap[child].IsBefore(_heap[best]))
                {
                    best = child;
                }
            }

            if (!_heap[best].IsBefore(key))
            {
                break;
            }

            _heap[place] = _heap[best];
            place = best;
        }

        _heap[place] = key;
    }
}
