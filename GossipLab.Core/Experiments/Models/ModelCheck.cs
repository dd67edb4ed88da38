namespace GossipLab.Core.Experiments.Models;

/// <summary>What a model expects of a run, beside what runs of the engine gave.</summary>
/// <param name="Model">
/// Which model: <c>mean-field</c>, <c>log-rounds</c>, <c>untold</c>, <c>mean-latency</c>, <c>fan-out-rounds</c>,
/// <c>rumour-residue</c>, <c>rumour-tellers</c>, <c>logistic</c>, <c>serf-simulator</c>, <c>first-probe</c>,
/// <c>false-failure</c> or <c>suspicion</c>.
/// </param>
/// <param name="Case">What was run, in words.</param>
/// <param name="Unit">The unit of both numbers.</param>
/// <param name="Expected">What the model says.</param>
/// <param name="Measured">The mean over the runs.</param>
/// <param name="Runs">How many runs or draws; at least 1.</param>
public sealed record ModelCheck(
    string Model, string Case, string Unit, double Expected, double Measured, int Runs)
{
    /// <summary>
    /// How far the model is off, as a share of what was measured, in thousandths; below 0 where it expects too little.
    /// </summary>
    public double Error => Math.Round((Expected - Measured) / Measured, 3) + 0.0; // No «-0».
}
