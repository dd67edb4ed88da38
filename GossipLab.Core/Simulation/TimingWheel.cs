using System.Runtime.CompilerServices;

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
    // A slot takes so many low bits of microseconds.
    private readonly int _slotBits;
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

    // No key in a slot is due earlier; none is there when it is the last moment of all.
    private long _bound = long.MaxValue;

    // Of the open slot and the heap; the last moment of all when both are empty.
    private long _firstDue = long.MaxValue;
    private bool _isEarlyFirst;

    /// <summary>An empty wheel.</summary>
    /// <param name="slotBits">
    /// How wide its slots are: 2 to the power of this, in microseconds. About 16 keys should fall into one.
    /// </param>
    public TimingWheel(int slotBits = 10)
    {
        _slotBits = slotBits;
        _open = new OpenSlot(_chunks, slotBits);
        _near = new WheelLevel(_chunks);
        _later = new WheelLevel(_chunks);
    }

    /// <summary>The slot that is open: what comes next, as far as it is known.</summary>
    public OpenSlot Open => _open;

    public int Count { get; private set; }

    /// <summary>The first; asked for only after <see cref="NextDue"/> said that it is due.</summary>
    public ref readonly EventKey First => ref _isEarlyFirst ? ref _early.First : ref _open.First;

    // A key is written field by field where it will lie: put together elsewhere and copied, it would be read before its
    // parts have left the processor's store buffer.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(long due, int target, int source, uint ordinal, int body)
    {
        Count++;
        var slot = due >> _slotBits;
        if ((ulong)(slot - _slot - 1) < WheelLevel.Slots)
        {
            _bound = Math.Min(_bound, due);
            _near.Add(slot) = new EventKey(due, target, source, ordinal, body);
            return;
        }

        PlaceElsewhere(new EventKey(due, target, source, ordinal, body));
    }

    /// <summary>
    /// When the first is due. Where that is after the limit, any moment after it: so that no slot is opened before
    /// its time.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long NextDue(long limit)
    {
        while (_firstDue == long.MaxValue && _bound <= limit && Count > 0)
        {
            Advance(limit);
        }

        return Math.Min(_firstDue, _bound);
    }

    /// <summary>Takes the first out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void RemoveFirst()
    {
        Count--;
        if (_isEarlyFirst)
        {
            _early.RemoveFirst();
        }
        else
        {
            _open.RemoveFirst();
        }

        ChooseFirst();
    }

    /// <summary>Copies all keys, in no order.</summary>
    /// <param name="keys">Where to; as long as <see cref="Count"/>.</param>
    public void CopyTo(Span<EventKey> keys)
    {
        _open.Keys.CopyTo(keys);
        keys = keys[_open.Keys.Length..];
        _early.Keys.CopyTo(keys);
        keys = keys[_early.Keys.Length..];
        keys = keys[_near.CopyTo(keys)..];
        keys = keys[_later.CopyTo(keys)..];
        _far.CopyTo(keys);
    }

    /// <summary>Takes out what is not needed any more, but for what is open or early: that comes out soon.</summary>
    /// <param name="isNeeded">Whether a key is.</param>
    public void RemoveUnneeded(Func<EventKey, bool> isNeeded)
    {
        Count -= _near.RemoveUnneeded(isNeeded) + _later.RemoveUnneeded(isNeeded)
            + _far.RemoveAll(key => !isNeeded(key));
        _bound = _early.Count + _open.Keys.Length == Count ? long.MaxValue : _bound;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void PlaceElsewhere(in EventKey key)
    {
        var slot = key.Due >> _slotBits;
        var distance = slot - _slot;
        if (distance <= 0)
        {
            _early.Add(key);
            ChooseFirst();
            return;
        }

        _bound = Math.Min(_bound, key.Due);
        if (distance <= WheelLevel.Slots)
        {
            _near.Add(slot) = key;
            return;
        }

        var block = slot >> WheelLevel.Bits;
        if (block - (_slot >> WheelLevel.Bits) <= WheelLevel.Slots)
        {
            _later.Add(block) = key;
            return;
        }

        _far.Add(key);
        _farBlock = Math.Min(_farBlock, block);
    }

    // What is in slots comes later than all that is open or early, so only those two are compared.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void ChooseFirst()
    {
        _isEarlyFirst = _early.Count > 0 && (_open.IsEmpty || _early.First.IsBefore(_open.First));
        _firstDue = _isEarlyFirst ? _early.First.Due : _open.IsEmpty ? long.MaxValue : _open.First.Due;
    }

    // One step towards the next slot with keys: opens it, or brings later keys nearer, unless that is after the limit.
    private void Advance(long limit)
    {
        var slot = _near.FirstAfter(_slot);
        var block = _later.FirstAfter(_slot >> WheelLevel.Bits);
        var nearBlock = slot < 0 ? long.MaxValue : slot >> WheelLevel.Bits;
        var laterBlock = Math.Min(block < 0 ? long.MaxValue : block, _farBlock);
        _bound = laterBlock <= nearBlock
            ? laterBlock << (WheelLevel.Bits + _slotBits) : slot << _slotBits;
        if (_bound > limit)
        {
            return;
        }

        if (laterBlock > nearBlock)
        {
            _slot = slot;
            _open.Fill(_near, slot);
            _bound = _early.Count + _open.Keys.Length == Count ? long.MaxValue : (slot + 1) << _slotBits;
            ChooseFirst();
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
                _near.Add(key.Due >> _slotBits) = key;
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
            PlaceElsewhere(key);
        }

        _farBefore.Clear();
    }
}
