using GossipLab.Core.Primitives;

namespace GossipLab.Core.Experiments;

/// <summary>How a value spread in runs of one scenario that differ in their dice only.</summary>
public sealed record SpreadBand
{
    private readonly IReadOnlyList<SpreadRun> _runs;

    private SpreadBand(IReadOnlyList<SpreadRun> runs) => _runs = runs;

    /// <summary>How many runs it was measured over; at least 1.</summary>
    public int Runs => _runs.Count;

    /// <summary>
    /// Moments evenly apart, from the start of the run to where the last run had nothing left to do; at most 960.
    /// </summary>
    public required IReadOnlyList<SpreadBandPoint> Points { get; init; }

    /// <summary>The band at a moment. It is a step line; its last step holds for all that comes later.</summary>
    /// <param name="at">The moment, from the start of the run.</param>
    public SpreadBandPoint At(Instant at)
    {
        var place = Points.Count - 1;
        while (place > 0 && Points[place].At > at)
        {
            place--;
        }

        return Points[place];
    }

    /// <summary>
    /// Where a run stands among these by the time it took until all running nodes had a value: the share of runs that
    /// took less, those that took as long counted half. A run that never got there took longer.
    /// </summary>
    /// <param name="written">When the value was written, from the start of the run.</param>
    /// <param name="reached">When all running nodes had it, from the start of the run.</param>
    /// <returns>0, faster than all, to 100, slower than all; null if nothing was written then in any run.</returns>
    public int? Percentile(Instant written, Instant reached)
    {
        var (sooner, equal, asked) = (0, 0, 0);
        foreach (var run in _runs)
        {
            if (run.Wrote(written))
            {
                var other = run.Reached(written);
                sooner += other < reached ? 1 : 0;
                equal += other == reached ? 1 : 0;
                asked++;
            }
        }

        return asked == 0 ? null
            : (int)Math.Round((sooner + equal / 2.0) / asked * 100, MidpointRounding.AwayFromZero);
    }

    /// <summary>The seconds from a write until all running nodes had it, in each run that had the write.</summary>
    /// <param name="written">When the value was written, from the start of the run.</param>
    /// <returns>In the order of the runs; positive infinity for a run that never got there.</returns>
    public IReadOnlyList<double> SecondsToAll(Instant written) =>
        [.. _runs.Where(run => run.Wrote(written)).Select(run => run.Reached(written) is { } reached
            ? (reached - written).TotalSeconds : double.PositiveInfinity)];

    internal static SpreadBand Of(IReadOnlyList<SpreadRun> runs)
    {
        var stride = runs.Max(run => run.Stride);
        var moments = runs.Max(run => run.Count * run.Stride / stride + 1);
        var points = new SpreadBandPoint[moments];
        var counts = new int[runs.Count];
        for (var moment = 0; moment < moments; moment++)
        {
            for (var run = 0; run < counts.Length; run++)
            {
                counts[run] = runs[run].At(moment * stride);
            }

            Array.Sort(counts);
            var at = Instant.Zero + runs[0].Unit * ((long)moment * stride);
            points[moment] = new SpreadBandPoint(at, Rank(counts, 5), Rank(counts, 50), Rank(counts, 95));
        }

        return new SpreadBand([.. runs]) { Points = points };
    }

    private static int Rank(int[] ascending, int percent) => ascending[(ascending.Length * percent + 99) / 100 - 1];
}
