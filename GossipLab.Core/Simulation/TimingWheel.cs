namespace GossipLab.Core.Simulation;

/// <summary>
/// Keys in order (hierarchical timing wheel, Varghese and Lauck 1987): near ones in slots of about a millisecond, later
/// ones in slots of about a second, the rest in a list. A slot is sorted when its time comes; what is put in for the
/// open slot, or for before it, waits in a small heap.
/// <code>
/// due:   ... open slot | 1,024 near slots of 2^10 us | 1,024 later slots of 2^20 us | far
///        sorted + heap | unsorted                    | unsorted                     | unsorted
/// </code>
/// </summary>
internal sealed class TimingWheel
{
    public const int SlotBits = 10;

    private readonly KeyHeap _early = new();
    private readonly OpenSlot _open;
    private readonly KeyChunks _chunks = new();
    private readonly WheelLevel _near;
    private readonly WheelLevel _later;
    private List<EventKey> _far = [];
    private List<EventKey> _farBefore = [];
    private long _farBlock = long.MaxValue;

    // The number of the open slot; all keys in slots have higher ones.
    private long _slot = -1;

    // No key in a slot is due earlier.
    private long _bound = long.MaxValue;

    public TimingWheel()
    {
        _open = new OpenSlot(_chunks);
        _near = new WheelLevel(_chunks);
        _later = new WheelLevel(_chunks);
    }

    public int Count { get; private set; }

    /// <summary>The first; asked for only after <see cref="NextDue"/> said that it is due.</summary>
    public ref readonly EventKey First => ref IsEarlyFirst ? ref _early.First : ref _open.First;

    private bool IsEarlyFirst =>
        _early.Count > 0 && (_open.IsEmpty || _early.First.IsBefore(_open.First));

    public void Add(in EventKey key)
    {
        Count++;
        Place(key);
    }

    /// <summary>
    /// When the first is due. Where that is after the limit, any moment after it: so that no slot is opened before
    /// its time.
    /// </summary>
    public long NextDue(long limit)
    {
        while (_open.IsEmpty && _early.Count == 0)
        {
            if (_bound > limit || Count == 0)
            {
                return Count == 0 ? long.MaxValue : _bound;
            }

            Advance(limit);
        }

        return First.Due;
    }

    /// <summary>Takes the first out.</summary>
    public void RemoveFirst()
    {
        Count--;
        if (IsEarlyFirst)
        {
            _early.RemoveFirst();
        }
        else
        {
            _open.RemoveFirst();
        }
    }

    /// <summary>All keys, in no order, for views.</summary>
    public IEnumerable<EventKey> Keys() =>
        [.. _open.Keys, .. _early.Keys, .. _near.Keys(), .. _later.Keys(), .. _far];

    private void Place(in EventKey key)
    {
        var slot = key.Due >> SlotBits;
        var distance = slot - _slot;
        if (distance <= 0)
        {
            _early.Add(key);
            return;
        }

        _bound = Math.Min(_bound, key.Due);
        if (distance <= WheelLevel.Slots)
        {
            _near.Add(slot, key);
            return;
        }

        var block = slot >> WheelLevel.Bits;
        if (block - (_slot >> WheelLevel.Bits) <= WheelLevel.Slots)
        {
            _later.Add(block, key);
            return;
        }

        _far.Add(key);
        _farBlock = Math.Min(_farBlock, block);
    }

    // One step towards the next slot with keys: opens it, or brings later keys nearer, unless that is after the limit.
    private void Advance(long limit)
    {
        var slot = _near.FirstAfter(_slot);
        var block = _later.FirstAfter(_slot >> WheelLevel.Bits);
        var nearBlock = slot < 0 ? long.MaxValue : slot >> WheelLevel.Bits;
        var laterBlock = Math.Min(block < 0 ? long.MaxValue : block, _farBlock);
        _bound = laterBlock <= nearBlock
            ? laterBlock << (WheelLevel.Bits + SlotBits) : slot << SlotBits;
        if (_bound > limit)
        {
            return;
        }

        if (laterBlock > nearBlock)
        {
            _slot = slot;
            _open.Fill(_near, slot);
            _bound = (slot + 1) << SlotBits;
            return;
        }

        // A slot of a later level begins: its keys go where they now belong.
        _slot = Math.Max(_slot, (laterBlock << WheelLevel.Bits) - 1);
        if (_farBlock == laterBlock)
        {
            BringFarNearer();
        }
        else
        {
            BringNearer(laterBlock);
        }
    }

    private void BringNearer(long block)
    {
        var count = _later.CountInFirst(block);
        for (var chunk = _later.ChunksOf(block); chunk != KeyChunks.None; chunk = _chunks.After(chunk))
        {
            for (var place = 0; place < count; place++)
            {
                var key = _chunks[chunk][place]; // a copy: the near level may make the pieces move
                _near.Add(key.Due >> SlotBits, key);
            }

            count = KeyChunks.Size;
        }

        _later.Clear(block);
    }

    private void BringFarNearer()
    {
        (_far, _farBefore) = (_farBefore, _far);
        _farBlock = long.MaxValue;
        foreach (var key in _farBefore)
        {
            Place(key);
        }

        _farBefore.Clear();
    }
}
