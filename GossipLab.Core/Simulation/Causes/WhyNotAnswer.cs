using GossipLab.Core.Primitives;

namespace GossipLab.Core.Simulation.Causes;

/// <summary>Why something has not come about yet.</summary>
/// <param name="Text">The answer in a sentence or two.</param>
public sealed record WhyNotAnswer(string Text)
{
    /// <summary>The most opportunities that are listed.</summary>
    public const int MostOpportunities = 40;

    /// <summary>What might have brought it about, and what became of it; the latest last.</summary>
    public IReadOnlyList<Opportunity> Opportunities { get; init; } = [];

    /// <summary>How many opportunities there were, listed or not.</summary>
    public int OpportunityCount { get; init; }

    /// <summary>The probability that none has succeeded so far, by a model; null where there is none for it.</summary>
    public double? NoneSoFar { get; init; }

    /// <summary>What the model takes into account, and what it expects; empty where there is none.</summary>
    public string Model { get; init; } = "";
}

/// <summary>Something that might have brought it about.</summary>
/// <param name="At">When it began.</param>
/// <param name="Text">What it was.</param>
/// <param name="Fate">What became of it.</param>
/// <param name="IsOpen">Whether it may still succeed.</param>
public sealed record Opportunity(Instant At, string Text, string Fate, bool IsOpen)
{
    /// <summary>Takes away what stood in its way; null where nothing did or no single change does.</summary>
    public RunChange? Removal { get; init; }
}
