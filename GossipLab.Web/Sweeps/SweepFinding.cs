using GossipLab.Core.Experiments;

namespace GossipLab.Web.Sweeps;

/// <summary>A run of a sweep and what it measured.</summary>
/// <param name="Cell">Which run.</param>
/// <param name="Result">What it measured.</param>
public sealed record SweepFinding(SweepCell Cell, RunResult Result);
