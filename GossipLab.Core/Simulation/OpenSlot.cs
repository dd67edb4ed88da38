namespace GossipLab.Core.Simulation;

/// <summary>The keys of the slot that is being worked off, sorted.</summary>
internal sealed class OpenSlot
{
    // Sorting by insertion is quadratic, but wins while a slot holds this few.
    private const int Few = 20;

    // With fewer than this, 64 groups are fine enough: what counts is how many groups there are to count through.
    private const int Many = 256;
    private const int MaxStages = 6;
    private const int CoarseBits = 6;
    private const int FineBits = 10;

    private readonly KeyChunks _chunks;
    private readonly int[] _starts = new int[1 << FineBits];
    private readonly int _slotBits;
    private EventKey[] _keys = new EventKey[256];
    private int _next;
    private int _end;

    // How far each stage of those who look ahead is.
    private readonly int[] _given = new int[MaxStages];

    public OpenSlot(KeyChunks chunks, int slotBits) => (_chunks, _slotBits) = (chunks, slotBits);

    public bool IsEmpty => _next == _end;

    /// <summary>The first; there is one.</summary>
    public ref readonly EventKey First => ref _keys[_next];

    public ReadOnlySpan<EventKey> Keys => _keys.AsSpan(_next, _end - _next);

    public void RemoveFirst() => _next++;

    /// <summary>The keys that come within so many and were not given to this stage before.</summary>
    public ReadOnlySpan<EventKey> Ahead(int stage, int within)
    {
        ref var given = ref _given[stage];
        var from = given;
        given = Math.Max(from, Math.Min(_next + within, _end));
        return _keys.AsSpan(from, given - from);
    }

    /// <summary>Takes the keys of a slot over and sorts them.</summary>
    public void Fill(WheelLevel level, long slot)
    {
        (_next, _end) = (0, level.CountOf(slot));
        _given.AsSpan().Clear();
        if (_end > _keys.Length)
        {
            _keys = new EventKey[Math.Max(_end, _keys.Length * 2)];
        }

        if (_end <= Few)
        {
            Copy(level, slot);
        }
        else
        {
            Group(level, slot, Math.Max(0, _slotBits - (_end < Many ? CoarseBits : FineBits)));
        }

        level.Clear(slot);
        SortNearlySorted(_keys.AsSpan(0, _end));
    }

    private void Copy(WheelLevel level, long slot)
    {
        var (place, count) = (0, level.CountInFirst(slot));
        for (var chunk = level.ChunksOf(slot); chunk != KeyChunks.None; chunk = _chunks.After(chunk))
        {
            _chunks[chunk][..count].CopyTo(_keys.AsSpan(place));
            (place, count) = (place + count, KeyChunks.Size);
        }
    }

    // Counting sort by the time within the slot.
    private void Group(WheelLevel level, long slot, int shift)
    {
        var starts = _starts.AsSpan(0, 1 << (_slotBits - shift));
        var mask = (1 << _slotBits) - 1;
        starts.Clear();
        var count = level.CountInFirst(slot);
        for (var chunk = level.ChunksOf(slot); chunk != KeyChunks.None; chunk = _chunks.After(chunk))
        {
            foreach (ref readonly var key in _chunks[chunk][..count])
            {
                starts[((int)key.Due & mask) >> shift]++;
            }

            count = KeyChunks.Size;
        }

        var start = 0;
        foreach (ref var entry in starts)
        {
            (entry, start) = (start, start + entry);
        }

        count = level.CountInFirst(slot);
        for (var chunk = level.ChunksOf(slot); chunk != KeyChunks.None; chunk = _chunks.After(chunk))
        {
            foreach (ref readonly var key in _chunks[chunk][..count])
            {
                _keys[starts[((int)key.Due & mask) >> shift]++] = key;
            }

            count = KeyChunks.Size;
        }
    }

    private static void SortNearlySorted(Span<EventKey> keys)
    {
        for (var index = 1; index < keys.Length; index++)
        {
            if (!keys[index].IsBefore(keys[index - 1]))
            {
                continue;
            }

            var key = keys[index];
            var place = index;
            do
            {
                keys[place] = keys[place - 1];
                place--;
            }
            while (place > 0 && key.IsBefore(keys[place - 1]));
            keys[place] = key;
        }
    }
}
