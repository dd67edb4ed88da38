using System.Runtime.CompilerServices;

namespace GossipLab.Core.Simulation;

/// <summary>
/// Values at places that are used again, the last one freed first: it is still in the cache. A reference stays readable
/// until its place is given back, even where the slab grows meanwhile.
/// </summary>
internal sealed class Slab<T>
    where T : struct
{
    private T[] _values = new T[64];
    private int[] _free = new int[64];
    private int _freeCount;
    private int _used;

    public ref T this[int place] => ref _values[place];

    public int Rent()
    {
        if (_freeCount > 0)
        {
            return _free[--_freeCount];
        }

        if (_used == _values.Length)
        {
            Array.Resize(ref _values, _used + _used / 2);
        }

        return _used++;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Return(int place)
    {
        if (_freeCount == _free.Length)
        {
            Array.Resize(ref _free, _freeCount + _freeCount / 2);
        }

        _free[_freeCount++] = place;
    }
}
