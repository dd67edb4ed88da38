namespace GossipLab.Core.Experiments.Papers;

/// <summary>A published table or curve, reproduced.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Source">Authors, year, where in the paper.</param>
/// <param name="Setup">What was run here, so that somebody else could.</param>
/// <param name="Cases">What tells the lines apart.</param>
/// <param name="Quantities">What was measured, with units.</param>
/// <param name="Lines">The lines.</param>
/// <param name="Runs">How many runs each figure comes from.</param>
/// <param name="Differences">Where it differs from the published one, and why; what could not be read.</param>
public sealed record PaperTable(
    string Title, string Source, string Setup, string Cases, IReadOnlyList<string> Quantities,
    IReadOnlyList<PaperLine> Lines, int Runs, string Differences);
