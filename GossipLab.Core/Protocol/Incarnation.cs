namespace GossipLab.Core.Protocol;

/// <summary>
/// A member's own version of itself. Only its owner may raise it, to refute what others say (SWIM section 4.2). The
/// first announcement of a node carries 1.
/// </summary>
/// <param name="Number">0 to 2^32-1.</param>
public readonly record struct Incarnation(uint Number) : IComparable<Incarnation>
{
    /// <summary>Before the first announcement.</summary>
    public static readonly Incarnation Zero = new(0);

    /// <summary>The incarnation after this one; the very last stays, as wrapping would obey the oldest news.</summary>
    public Incarnation Next => new(Number == uint.MaxValue ? Number : Number + 1);

    /// <summary>Whether the left incarnation is older.</summary>
    public static bool operator <(Incarnation left, Incarnation right) => left.Number < right.Number;

    /// <summary>Whether the left incarnation is newer.</summary>
    public static bool operator >(Incarnation left, Incarnation right) => left.Number > right.Number;

    /// <summary>Whether the left incarnation is not newer.</summary>
    public static bool operator <=(Incarnation left, Incarnation right) => left.Number <= right.Number;

    /// <summary>Whether the left incarnation is not older.</summary>
    public static bool operator >=(Incarnation left, Incarnation right) => left.Number >= right.Number;

    /// <inheritdoc/>
    public int CompareTo(Incarnation other) => Number.CompareTo(other.Number);

    /// <summary>The number alone.</summary>
    public override string ToString() => FormattableString.Invariant($"{Number}");
}
