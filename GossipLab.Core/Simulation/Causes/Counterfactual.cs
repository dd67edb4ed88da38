namespace GossipLab.Core.Simulation.Causes;

/// <summary>A way in which the run might have gone, played: verified by re-run.</summary>
/// <param name="Change">What was changed, and nothing else.</param>
/// <param name="Outcome">What is so at the moment asked about, in words.</param>
/// <param name="Flips">Whether that is different from the run as it went.</param>
public sealed record Counterfactual(RunChange Change, string Outcome, bool Flips);
