namespace GossipLab.Core.Primitives;

/// <summary>
/// A short run of random numbers for one operation of the protocol (choosing peers, shuffling a list). SplitMix64:
/// integers only, the same on every machine. Made by <see cref="Dice.Roll"/>, never kept.
/// </summary>
public struct Rng
{
    private ulong _state;

    /// <summary>Starts a run from a hash.</summary>
    /// <param name="seed">The hash; equal seeds give equal runs.</param>
    public Rng(ulong seed) => _state = seed;

    /// <summary>The next 64 random bits.</summary>
    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        return Dice.Mix(_state);
    }

    /// <summary>A uniform number from 0 to one less than the bound.</summary>
    /// <param name="bound">The number of outcomes; at least 1.</param>
    public int Below(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        return (int)Math.BigMul(Next(), (ulong)bound, out _);
    }

    /// <summary>A uniform number from 0 to one less than the bound, for spans of time in microseconds.</summary>
    /// <param name="bound">The number of outcomes; at least 1.</param>
    public long Below(long bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        return (long)Math.BigMul(Next(), (ulong)bound, out _);
    }

    /// <summary>Whether something of this probability happens.</summary>
    /// <param name="chance">The probability; 0 never happens, 1 always.</param>
    public bool Happens(Ratio chance) =>
        !chance.IsZero && Math.BigMul(Next(), chance.Denominator, out _) < chance.Numerator;
}
