using System.Numerics;

namespace GossipLab.Core.Primitives;

/// <summary>
/// Logarithms and powers in integers with 32 bits behind the point. Floating-point libraries differ in the last bit
/// from
/// machine to machine; a run must not.
/// </summary>
public static class FixedMath
{
    /// <summary>1 with 32 bits behind the point.</summary>
    public const long One = 1L << 32;

    /// <summary>The natural logarithm of 2 with 32 bits behind the point.</summary>
    public const long Ln2 = 2_977_044_472;

    // Those that are asked for again and again.
    private static readonly long[] SmallLogs = [.. Enumerable.Range(0, 64).Select(n => n == 0 ? 0 : Compute((ulong)n))];

    /// <summary>The logarithm to base 2.</summary>
    /// <param name="number">The number itself, without bits behind the point; at least 1.</param>
    /// <returns>With 32 bits behind the point.</returns>
    public static long Log2(ulong number)
    {
        ArgumentOutOfRangeException.ThrowIfZero(number);
        return number < (ulong)SmallLogs.Length ? SmallLogs[number] : Compute(number);
    }

    private static long Compute(ulong number)
    {
        var whole = BitOperations.Log2(number);
        var mantissa = number << (63 - whole);
        long fraction = 0;
        for (var bit = 0; bit < 32; bit++)
        {
            // Squaring a number between 1 and 2 doubles its logarithm: the carry is the next bit.
            var square = Math.BigMul(mantissa, mantissa, out _);
            fraction <<= 1;
            if (square >> 63 != 0)
            {
                fraction |= 1;
                mantissa = square;
            }
            else
            {
                mantissa = square << 1;
            }
        }

        return ((long)whole << 32) | fraction;
    }

    /// <summary>2 to a power.</summary>
    /// <param name="power">With 32 bits behind the point; -31 to below 31.</param>
    /// <returns>With 32 bits behind the point.</returns>
    public static long Exp2(long power)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(power, -31 * One);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(power, 31 * One);
        var whole = (int)(power >> 32);
        var fraction = (ulong)(power & (One - 1)) << 32;

        // e^x by its series, x = fraction * ln 2 < 0.7: twelve terms are exact to the last of 32 bits.
        var x = Math.BigMul(fraction, (ulong)Ln2 << 32, out _);
        ulong sum = (ulong)One << 30;
        ulong term = sum;
        for (ulong index = 1; index <= 16; index++)
        {
            term = Math.BigMul(term, x, out _) / index;
            sum += term;
        }

        var result = (long)(sum >> 30);
        return whole >= 0 ? result << whole : result >> -whole;
    }
}
