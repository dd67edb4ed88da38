namespace GossipLab.Web.Expressions;

/// <summary>What is wrong with an expression, and where.</summary>
/// <param name="Column">The first character it is about, counted from 1.</param>
/// <param name="Reason">What is wrong and what would be right, for people.</param>
public sealed record ExpressionFault(int Column, string Reason)
{
    /// <summary>The column and the reason.</summary>
    public override string ToString() => FormattableString.Invariant($"column {Column}: {Reason}");
}

/// <summary>
/// A sound expression that has no answer in this run, or none within its limits; the message is for people.
/// </summary>
public sealed class ExpressionException(string message) : Exception(message);
