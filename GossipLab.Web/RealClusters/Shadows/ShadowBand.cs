namespace GossipLab.Web.RealClusters.Shadows;

/// <summary>At one moment: how many knew in the slowest 5 %, the middle and the fastest 5 % of runs.</summary>
/// <param name="After">The moment, counted from the question's.</param>
/// <param name="Low">The 5th percentile.</param>
/// <param name="Middle">The median.</param>
/// <param name="High">The 95th percentile.</param>
public readonly record struct BandPoint(TimeSpan After, int Low, int Middle, int High);

/// <summary>What an ensemble of simulated runs did, moment by moment.</summary>
/// <param name="Points">At moments evenly apart, from the question's on.</param>
/// <param name="Runs">How many runs it was made of.</param>
public sealed record ShadowBand(IReadOnlyList<BandPoint> Points, int Runs)
{
    /// <summary>How many moments a band has.</summary>
    public const int Moments = 121;

    /// <summary>The band of some runs.</summary>
    /// <param name="runs">The runs, at least one.</param>
    /// <param name="span">Until when.</param>
    public static ShadowBand Of(IReadOnlyList<ShadowRun> runs, TimeSpan span)
    {
        ArgumentOutOfRangeException.ThrowIfZero(runs.Count);
        var points = new BandPoint[Moments];
        var counts = new int[runs.Count];
        for (var index = 0; index < Moments; index++)
        {
            var after = span * index / (Moments - 1);
            for (var run = 0; run < counts.Length; run++)
            {
                counts[run] = runs[run].CountAfter(after);
            }

            Array.Sort(counts);
            points[index] = new BandPoint(after, Rank(counts, 5), Rank(counts, 50), Rank(counts, 95));
        }

        return new ShadowBand(points, runs.Count);
    }

    /// <summary>The band at a time after the question's moment; its last moment holds for all later ones.</summary>
    public BandPoint At(TimeSpan after)
    {
        var place = Points.Count - 1;
        for (var index = 1; index < Points.Count; index++)
        {
            if (Points[index].After > after)
            {
                place = index - 1;
                break;
            }
        }

        return Points[place];
    }

    // The nearest rank: the least value that at least so many per cent of the runs do not exceed.
    private static int Rank(int[] sorted, int percent) =>
        sorted[Math.Clamp((sorted.Length * percent + 99) / 100 - 1, 0, sorted.Length - 1)];
}
