namespace GossipLab.Core.Dissemination;

/// <summary>
/// The order of a queue of rumours: a heap for each rank, by key. Ranks are few; a rank may have as many rumours as
/// there are members.
/// </summary>
internal struct RumorRanks
{
    private RankHeap[]? _heaps;

    /// <summary>How many ranks hold something, in order.</summary>
    public int Count { get; private set; }

    public readonly ulong KeyOf(int rank) => _heaps![rank].Rank;

    public void Add(RumorQueue.Slot[] slots, int slot)
    {
        var rank = Find(slots[slot].Rank);
        if (rank == Count || _heaps![rank].Rank != slots[slot].Rank)
        {
            Open(rank, slots[slot].Rank);
        }

        _heaps![rank].Add(slots, slot);
    }

    public void Remove(RumorQueue.Slot[] slots, int slot)
    {
        var rank = Find(slots[slot].Rank);
        _heaps![rank].RemoveAt(slots, slots[slot].Place);
        if (_heaps[rank].Count == 0)
        {
            Close(rank);
        }
    }

    public int TakeFirst(RumorQueue.Slot[] slots, int rank, out bool isEmptied)
    {
        var slot = _heaps![rank].First;
        _heaps[rank].RemoveAt(slots, 0);
        isEmptied = _heaps[rank].Count == 0;
        if (isEmptied)
        {
            Close(rank);
        }

        return slot;
    }

    public int TakeLast(RumorQueue.Slot[] slots)
    {
        var slot = _heaps![Count - 1].LastOf(slots);
        Remove(slots, slot);
        return slot;
    }

    public readonly RumorRanks Copy()
    {
        var copy = this;
        copy._heaps = Count == 0 ? null : _heaps.AsSpan(0, Count).ToArray();
        foreach (ref var heap in copy._heaps.AsSpan())
        {
            heap.Detach();
        }

        return copy;
    }

    private readonly int Find(uint rank)
    {
        var place = 0;
        while (place < Count && _heaps![place].Rank < rank)
        {
            place++;
        }

        return place;
    }

    // A heap that was closed waits behind the others with its memory.
    private void Open(int place, uint rank)
    {
        if (_heaps is null || Count == _heaps.Length)
        {
            Array.Resize(ref _heaps, Math.Max(2, 2 * Count));
        }

        var spare = _heaps[Count];
        Array.Copy(_heaps, place, _heaps, place + 1, Count - place);
        spare.Rank = rank;
        _heaps[place] = spare;
        Count++;
    }

    private void Close(int place)
    {
        var closed = _heaps![place];
        Count--;
        Array.Copy(_heaps, place + 1, _heaps, place, Count - place);
        _heaps[Count] = closed;
    }

    private struct RankHeap
    {
        private int[]? _slots;

        public uint Rank { get; set; }

        public int Count { get; private set; }

        public readonly int First => _slots![0];

        public void Add(RumorQueue.Slot[] slots, int slot)
        {
            if (_slots is null || Count == _slots.Length)
            {
                Array.Resize(ref _slots, Math.Max(2, 2 * Count));
            }

            SiftUp(slots, Count++, slot);
        }

        public void RemoveAt(RumorQueue.Slot[] slots, int place)
        {
            var last = _slots![--Count];
            if (place == Count)
            {
                return;
            }

            if (place > 0 && slots[last].Key < slots[_slots[(place - 1) >> 1]].Key)
            {
                SiftUp(slots, place, last);
            }
            else
            {
                SiftDown(slots, place, last);
            }
        }

        public void Detach() => _slots = _slots.AsSpan(0, Count).ToArray();

        public readonly int LastOf(RumorQueue.Slot[] slots)
        {
            var last = _slots![0];
            foreach (var slot in _slots.AsSpan(0, Count))
            {
                last = slots[slot].Key > slots[last].Key ? slot : last;
            }

            return last;
        }

        private readonly void SiftUp(RumorQueue.Slot[] slots, int place, int slot)
        {
            while (place > 0)
            {
                var parent = (place - 1) >> 1;
                if (slots[_slots![parent]].Key < slots[slot].Key)
                {
                    break;
                }

                Put(slots, place, _slots[parent]);
                place = parent;
            }

            Put(slots, place, slot);
        }

        private readonly void SiftDown(RumorQueue.Slot[] slots, int place, int slot)
        {
            for (var child = 2 * place + 1; child < Count; child = 2 * place + 1)
            {
                if (child + 1 < Count && slots[_slots![child + 1]].Key < slots[_slots[child]].Key)
                {
                    child++;
                }

                if (slots[slot].Key < slots[_slots![child]].Key)
                {
                    break;
                }

                Put(slots, place, _slots[child]);
                place = child;
            }

            Put(slots, place, slot);
        }

        private readonly void Put(RumorQueue.Slot[] slots, int place, int slot)
        {
            _slots![place] = slot;
            slots[slot].Place = place;
        }
    }
}
