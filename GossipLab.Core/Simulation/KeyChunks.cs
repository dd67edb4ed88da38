namespace GossipLab.Core.Simulation;

/// <summary>Pieces of 16 keys that the slots of a wheel borrow and give back, the last one given back first.</summary>
internal sealed class KeyChunks
{
    public const int Size = 16;
    public const int None = -1;

    private EventKey[] _keys = new EventKey[64 * Size];
    private int[] _next = new int[64];
    private int _free = None;
    private int _used;

    /// <summary>The keys of a piece.</summary>
    public Span<EventKey> this[int chunk] => _keys.AsSpan(chunk * Size, Size);

    /// <summary>The piece that follows in a slot.</summary>
    public int After(int chunk) => _next[chunk];

    /// <summary>A place of a piece.</summary>
    public ref EventKey At(int chunk, int place) => ref _keys[chunk * Size + place];

    /// <summary>Borrows a piece.</summary>
    /// <param name="before">What follows it in its slot, or <see cref="None"/>.</param>
    public int Rent(int before)
    {
        var chunk = _free;
        if (chunk != None)
        {
            _free = _next[chunk];
        }
        else
        {
            chunk = _used++;
            if (chunk == _next.Length)
            {
                Array.Resize(ref _next, _used + _used / 2);
                Array.Resize(ref _keys, (_used + _used / 2) * Size);
            }
        }

        _next[chunk] = before;
        return chunk;
    }

    /// <summary>Gives a piece back.</summary>
    /// <returns>The piece that followed it in its slot.</returns>
    public int Return(int chunk)
    {
        var next = _next[chunk];
        _next[chunk] = _free;
        _free = chunk;
        return next;
    }
}
