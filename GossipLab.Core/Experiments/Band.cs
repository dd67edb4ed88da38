namespace GossipLab.Core.Experiments;

/// <summary>Where the middle nine tenths of some runs lie, by nearest rank: each figure is that of a run.</summary>
/// <param name="Runs">How many runs.</param>
/// <param name="Fifth">The 5th percentile.</param>
/// <param name="Median">The 50th percentile.</param>
/// <param name="NinetyFifth">The 95th percentile; infinite if that run did not reach its mark.</param>
/// <param name="MedianRun">Which run has the median; of several the first.</param>
public sealed record Band(int Runs, double Fifth, double Median, double NinetyFifth, int MedianRun)
{
    /// <summary>The band of some runs.</summary>
    /// <param name="figures">A figure for each run, in the order of the runs; at least one.</param>
    /// <exception cref="ArgumentException">There is no figure.</exception>
    public static Band Of(IReadOnlyList<double> figures)
    {
        ArgumentOutOfRangeException.ThrowIfZero(figures.Count);
        var order = Enumerable.Range(0, figures.Count).OrderBy(run => figures[run]).ThenBy(run => run).ToArray();
        var middle = figures[At(50)];
        var medianRun = Enumerable.Range(0, figures.Count).First(run => figures[run].Equals(middle));
        return new Band(figures.Count, figures[At(5)], middle, figures[At(95)], medianRun);

        int At(int percent) => order[(figures.Count * percent + 99) / 100 - 1];
    }

    /// <summary>How wide the band is; not a number if all of it is infinite.</summary>
    public double Width => NinetyFifth - Fifth;
}
