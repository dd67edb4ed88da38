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

    private const int Words = 16;
    private const int WordBits = 6;
    private const int MostLines = 3;

    // The words of the ring, and behind them the number of the latest: one reference is all that a node needs which
    // heard nothing yet.
    private ulong[]? _bits;

    /// <summary>Whether a fact is among them; false for those below 0 and for those that are too old.</summary>
    public readonly bool Contains(int fact)
    {
        var word = fact >> WordBits;
        return fact >= 0 && _bits is { } bits && word <= LatestIn(bits) && LatestIn(bits) - word < Words
            && (At(bits, word & (Words - 1)) >> fact & 1) != 0;
    }

    /// <summary>Adds a fact, unless it is too old.</summary>
    /// <param name="fact">Its number; at least 0.</param>
    public void Add(int fact)
    {
        var word = fact >> WordBits;
        var bits = _bits ??= new ulong[Words + 1];
        var latest = LatestIn(bits);
        if (latest - word >= Words)
        {
            return;
        }

        // The words of facts that are too old serve the new ones.
        for (var next = Math.Max(latest + 1, word - Words + 1); next <= word; next++)
        {
            bits[next & (Words - 1)] = 0;
        }

        bits[Words] = (ulong)Math.Max(latest, word);
        bits[word & (Words - 1)] |= 1ul << fact;
    }

    /// <summary>Forgets them all.</summary>
    public void Clear() => _bits = null;

    /// <summary>Asks for its memory.</summary>
    public readonly void BringNear()
    {
        if (_bits is { } bits)
        {
            CacheLine.FetchObject(bits, MostLines);
        }
    }

    private static int LatestIn(ulong[] bits) => (int)At(bits, Words);

    // Without asking the array for its length.
    private static ref ulong At(ulong[] bits, int word) =>
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(bits), word);
}
