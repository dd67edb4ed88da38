namespace GossipLab.Core.Experiments.Tuning;

/// <summary>One run of a search.</summary>
/// <param name="Candidate">The number of the settings.</param>
/// <param name="Run">Which of their runs; 0 for the first.</param>
public readonly record struct TuningCell(int Candidate, int Run);
