using System.Globalization;

namespace GossipLab.Core.Primitives;

/// <summary>
/// A probability as an exact fraction, so that one third is one third in a flag, a log and a replay. Range: 0 to 1.
/// Kept in lowest terms: 5 of 100 and 1 of 20 are equal.
/// </summary>
public readonly record struct Ratio
{
    /// <summary>Never.</summary>
    public static readonly Ratio Zero = new(0, 1);

    /// <summary>Always.</summary>
    public static readonly Ratio One = new(1, 1);

    private readonly uint _denominatorLessOne;

    /// <summary>A fraction.</summary>
    /// <param name="numerator">How many of …; 0 to <paramref name="denominator"/>.</param>
    /// <param name="denominator">… how many; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The denominator is 0, or the fraction is more than 1.</exception>
    public Ratio(uint numerator, uint denominator)
    {
        ArgumentOutOfRangeException.ThrowIfZero(denominator);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(numerator, denominator);
        var shared = CommonDivisor(denominator, numerator);
        Numerator = numerator / shared;
        _denominatorLessOne = denominator / shared - 1;
    }

    /// <summary>How many of <see cref="Denominator"/>.</summary>
    public uint Numerator { get; }

    /// <summary>Out of how many; at least 1, also in a default value.</summary>
    public uint Denominator => _denominatorLessOne + 1;

    /// <summary>Whether it never happens.</summary>
    public bool IsZero => Numerator == 0;

    /// <summary>The fraction as a floating-point number, for display only.</summary>
    public double Value => (double)Numerator / Denominator;

    /// <summary>So many hundredths; 0 to 100.</summary>
    /// <param name="percent">Hundredths.</param>
    public static Ratio Percent(uint percent) => new(percent, 100);

    /// <summary>Reads a decimal fraction such as <c>0.05</c> exactly, to a millionth.</summary>
    /// <param name="value">The fraction; 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside 0 to 1.</exception>
    public static Ratio FromDecimal(decimal value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1m);
        return new Ratio((uint)Math.Round(value * 1_000_000m), 1_000_000);
    }

    /// <summary>The fraction as a decimal number, exact to a millionth.</summary>
    public decimal ToDecimal() => Math.Round((decimal)Numerator / Denominator, 6);

    /// <summary>The fraction as a percentage, for example <c>2.5 %</c>.</summary>
    public override string ToString() => (Value * 100).ToString("0.####", CultureInfo.InvariantCulture) + " %";

    private static uint CommonDivisor(uint larger, uint smaller)
    {
        while (smaller != 0)
        {
            (larger, smaller) = (smaller, larger % smaller);
        }

        return larger;
    }
}
