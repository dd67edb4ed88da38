namespace GossipLab.Core.Experiments.Papers;

/// <summary>One published number beside what runs of the engine gave.</summary>
/// <param name="Published">As the paper prints it; null where it has none, or it could not be read.</param>
/// <param name="Mean">The mean over the runs.</param>
/// <param name="Fifth">The 5th percentile of the runs.</param>
/// <param name="NinetyFifth">The 95th percentile of the runs.</param>
public sealed record PaperFigure(double? Published, double Mean, double Fifth, double NinetyFifth)
{
    /// <summary>The figure of some runs.</summary>
    /// <param name="published">See <see cref="Published"/>.</param>
    /// <param name="runs">What each run gave; at least one.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no run.</exception>
    public static PaperFigure Of(double? published, IReadOnlyList<double> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        var band = Band.Of(runs);
        return new PaperFigure(published, runs.Average(), band.Fifth, band.NinetyFifth);
    }

    /// <summary>How often something was so, in percent; the band is where nine of ten repetitions would lie.</summary>
    /// <param name="published">See <see cref="Published"/>.</param>
    /// <param name="runs">What each run gave; at least one.</param>
    /// <param name="isSo">Whether it was so in a run.</param>
    internal static PaperFigure Share(double? published, IReadOnlyList<double> runs, Func<double, bool> isSo)
    {
        const double NineOfTen = 1.645; // standard deviations to either side
        var share = (double)runs.Count(isSo) / runs.Count;
        var spread = NineOfTen * Math.Sqrt(share * (1 - share) / runs.Count);
        return new PaperFigure(
            published, 100 * share, 100 * Math.Max(0, share - spread), 100 * Math.Min(1, share + spread));
    }
}
