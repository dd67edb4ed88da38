namespace GossipLab.Web.Lessons;

/// <summary>What is wrong with a lesson's file, and where.</summary>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Reason">What is wrong and what would be right, for people.</param>
public sealed record LessonFault(int Line, string Reason)
{
    /// <summary>The line and the reason.</summary>
    public override string ToString() => FormattableString.Invariant($"line {Line}: {Reason}");
}
