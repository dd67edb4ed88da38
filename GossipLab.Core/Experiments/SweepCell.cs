namespace GossipLab.Core.Experiments;

/// <summary>One run of a sweep.</summary>
/// <param name="Point">The point; x turns fastest.</param>
/// <param name="Run">Which of the point's seeds; 0 for the first.</param>
public readonly record struct SweepCell(int Point, int Run);
