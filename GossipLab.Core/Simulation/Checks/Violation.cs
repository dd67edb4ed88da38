using GossipLab.Core.Primitives;

namespace GossipLab.Core.Simulation.Checks;

/// <summary>How an invariant was broken.</summary>
/// <param name="At">When.</param>
/// <param name="Sentence">What happened, for people.</param>
public sealed record Violation(Instant At, string Sentence)
{
    /// <summary>The moment and the sentence.</summary>
    public override string ToString() => $"{At}: {Sentence}";
}
