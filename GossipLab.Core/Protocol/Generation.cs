namespace GossipLab.Core.Protocol;

/// <summary>
/// How many sets led to a value, as its writer counted them. A counter kept at each node, so two writers can reach the
/// same one: see <c>TieBreak</c>. 0 is the value every node is born with.
/// </summary>
/// <param name="Number">0 to <see cref="MaxNumber"/> on a node; a message may carry anything and is checked.</param>
public readonly record struct Generation(long Number) : IComparable<Generation>
{
    /// <summary>
    /// The highest generation a node will hold: 2^62. The article's program accepts 2^63-1, after which the next set
    /// overflows and any old notification wins; no honest writer comes near this one.
    /// </summary>
    public const long MaxNumber = 1L << 62;

    /// <summary>The generation of the value a node is born with.</summary>
    public static readonly Generation Zero = new(0);

    /// <summary>The generation after this one.</summary>
    public Generation Next => new(Number + 1);

    /// <summary>Whether the left generation is older.</summary>
    public static bool operator <(Generation left, Generation right) => left.Number < right.Number;

    /// <summary>Whether the left generation is newer.</summary>
    public static bool operator >(Generation left, Generation right) => left.Number > right.Number;

    /// <summary>Whether the left generation is not newer.</summary>
    public static bool operator <=(Generation left, Generation right) => left.Number <= right.Number;

    /// <summary>Whether the left generation is not older.</summary>
    public static bool operator >=(Generation left, Generation right) => left.Number >= right.Number;

    /// <inheritdoc/>
    public int CompareTo(Generation other) => Number.CompareTo(other.Number);

    /// <summary>The number alone.</summary>
    public override string ToString() => FormattableString.Invariant($"{Number}");
}
