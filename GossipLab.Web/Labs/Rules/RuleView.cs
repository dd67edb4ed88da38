using GossipLab.Core.Primitives;

namespace GossipLab.Web.Labs.Rules;

/// <summary>What kind of rule it is.</summary>
public enum RuleKind
{
    /// <summary>It always holds, or there is a bug.</summary>
    Safety,

    /// <summary>Newcomers expect it to hold; it breaks.</summary>
    Expectation,

    /// <summary>A visitor wrote it.</summary>
    Custom,
}

/// <summary>A rule as it stands at the moment shown; immutable.</summary>
/// <param name="Name">Its short name.</param>
/// <param name="Sentence">What it says.</param>
/// <param name="Kind">What kind of rule it is.</param>
/// <param name="Break">When and how it first broke in the branch shown, before or after this moment; or null.</param>
/// <param name="Unasked">Why it cannot be judged now, or null.</param>
public sealed record RuleView(string Name, string Sentence, RuleKind Kind, RuleBreak? Break, string? Unasked)
{
    /// <summary>Whether it is broken at a moment.</summary>
    public bool IsBrokenAt(Instant now) => Break is { } broken && broken.At <= now;
}

/// <summary>How a rule was first broken.</summary>
/// <param name="At">When.</param>
/// <param name="Event">After which event.</param>
/// <param name="Sentence">What happened.</param>
public sealed record RuleBreak(Instant At, long Event, string Sentence);
