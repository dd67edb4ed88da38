using GossipLab.Core.Primitives;

namespace GossipLab.Core.Experiments;

/// <summary>When all running nodes will have the newest value, as runs from the present with other dice say.</summary>
/// <param name="At">The present.</param>
/// <param name="Rounds">
/// How many rounds from the present, with the middle nine tenths of the runs; null where <paramref name="Silence"/>
/// says why there is no forecast. An end is infinite if that run did not get there.
/// </param>
/// <param name="Silence">Why there is no forecast, in a sentence; null where there is one.</param>
public sealed record Forecast(Instant At, Band? Rounds, string? Silence)
{
    /// <summary>The fewest whole rounds that hold the 5th percentile; at least 0.</summary>
    public double FewestRounds => Math.Floor(Rounds?.Fifth ?? 0);

    /// <summary>The whole rounds by which the 95th percentile is done; infinite if it is not.</summary>
    public double MostRounds => Math.Ceiling(Rounds?.NinetyFifth ?? 0);
}
