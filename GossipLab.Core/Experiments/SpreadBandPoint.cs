using GossipLab.Core.Primitives;

namespace GossipLab.Core.Experiments;

/// <summary>How many nodes knew the newest value at one moment of some runs, by nearest rank.</summary>
/// <param name="At">The moment, from the start of the run.</param>
/// <param name="Low">The 5th percentile, in nodes.</param>
/// <param name="Middle">The median, in nodes.</param>
/// <param name="High">The 95th percentile, in nodes.</param>
public readonly record struct SpreadBandPoint(Instant At, int Low, int Middle, int High);
