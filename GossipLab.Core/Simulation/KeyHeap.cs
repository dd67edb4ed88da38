namespace GossipLab.Core.Simulation;

/// <summary>Keys with the first on top: a binary heap, for the few that are due before the wheel's next slot.</summary>
internal sealed class KeyHeap
{
    private EventKey[] _keys = new EventKey[64];

    public int Count { get; private set; }

    /// <summary>The first; there is one.</summary>
    public ref readonly EventKey First => ref _keys[0];

    public ReadOnlySpan<EventKey> Keys => _keys.AsSpan(0, Count);

    public void Add(in EventKey key)
    {
        if (Count == _keys.Length)
        {
            Array.Resize(ref _keys, Count * 2);
        }

        var place = Count++;
        while (place > 0 && key.IsBefore(_keys[(place - 1) >> 1]))
        {
            _keys[place] = _keys[(place - 1) >> 1];
            place = (place - 1) >> 1;
        }

        _keys[place] = key;
    }

    public void RemoveFirst()
    {
        var last = _keys[--Count];
        var place = 0;
        for (var child = 1; child < Count; child = 2 * place + 1)
        {
            child += child + 1 < Count && _keys[child + 1].IsBefore(_keys[child]) ? 1 : 0;
            if (!_keys[child].IsBefore(last))
            {
                break;
            }

            _keys[place] = _keys[child];
            place = child;
        }

        _keys[place] = last;
    }
}
