namespace GossipLab.Web.Expressions;

/// <summary>
/// What one expression may cost. The language has no loops and no functions of its own, so sound expressions stay far
/// below; the limits hold where that is mistaken.
/// </summary>
public sealed record ExpressionLimits
{
    /// <summary>The most characters.</summary>
    public const int MostCharacters = 500;

    /// <summary>The most names, numbers, operators and calls.</summary>
    public const int MostParts = 120;

    /// <summary>How deep parts may be nested.</summary>
    public const int MostDepth = 24;

    /// <summary>How long one answer may take.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How much memory one answer may take.</summary>
    public long MemoryBytes { get; init; } = 2_000_000;

    /// <summary>How many statements one answer may take.</summary>
    public int Statements { get; init; } = 64;

    /// <summary>How deep calls may be nested.</summary>
    public int Recursion { get; init; } = 32;
}
