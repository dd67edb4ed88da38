using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GossipLab.Core.Primitives;

namespace GossipLab.Core.Simulation.Tables;

/// <summary>
/// Which of the latest facts a node has heard: a ring of bits. Of ten pieces of news in a packet nine were heard
/// before; here they end after one look at one line of memory.
/// </summary>
internal struct HeardFacts
{
    /// <summary>So many of the latest facts are remembered at least.</summary>
    public const int Remembered = (Words - 1) << WordBits;

    private const int Words = 32;
    private const int WordBits = 6;

    private ulong[]? _bits;
    private int _latest;

    /// <summary>Whether a fact is among them; false for those below 0 and for those that are too old.</summary>
    public readonly bool Contains(int fact)
    {
        var word = fact >> WordBits;
        return fact >= 0 && _bits is { } bits && word <= _latest && _latest - word < Words
            && (At(bits, word) >> fact & 1) != 0;
    }

    /// <summary>Adds a fact, unless it is too old.</summary>
    /// <param name="fact">Its number; at least 0.</param>
    public void Add(int fact)
    {
        var word = fact >> WordBits;
        _bits ??= new ulong[Words];
        if (_latest - word >= Words)
        {
            return;
        }

        // The words of facts that are too old serve the new ones.
        for (var next = Math.Max(_latest + 1, word - Words + 1); next <= word; next++)
        {
            _bits[next & (Words - 1)] = 0;
        }

        _latest = Math.Max(_latest, word);
        _bits[word & (Words - 1)] |= 1ul << fact;
    }

    /// <summary>Forgets them all.</summary>
    public void Clear() => (_bits, _latest) = (null, 0);

    /// <summary>Asks for its memory.</summary>
    public readonly void BringNear()
    {
        if (_bits is { } bits)
        {
            CacheLine.Fetch(ref At(bits, _latest));
        }
    }

    // Without asking the array for its length, which lies in another line of memory.
    private static ref ulong At(ulong[] bits, int word) =>
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(bits), word & (Words - 1));
}
