namespace GossipLab.Core.Experiments.Tuning;

/// <summary>
/// What runs say of a figure: a value, and the bounds that it lies above and below with 95 % confidence each.
/// </summary>
/// <param name="Value">What was measured.</param>
/// <param name="Low">The figure is above it, with 95 % confidence.</param>
/// <param name="High">The figure is below it, with 95 % confidence.</param>
public sealed record Estimate(double Value, double Low, double High)
{
    private const double Normal = 1.6449; // 95 % of a normal deviate lie below.

    /// <summary>
    /// A rate of rare events, by the Poisson distribution (Byar's approximation); without any event the upper bound is
    /// the rule of three, 3.0 events. Events that come in clusters are worth less: counts are divided by how much their
    /// variance exceeds their mean.
    /// </summary>
    /// <param name="counts">How many events each run had.</param>
    /// <param name="exposure">How long was watched in all runs together; more than 0.</param>
    public static Estimate OfRate(IReadOnlyList<int> counts, double exposure)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var sum = counts.Sum();
        if (sum == 0)
        {
            return new Estimate(0, 0, -Math.Log(0.05) / exposure);
        }

        var mean = (double)sum / counts.Count;
        var variance = counts.Count > 1
            ? counts.Sum(count => (count - mean) * (count - mean)) / (counts.Count - 1) : mean;
        var clustering = Math.Max(1, variance / mean);
        var events = sum / clustering;
        return new Estimate(
            sum / exposure,
            clustering * events * Cube(1 - 1 / (9 * events) - Normal / (3 * Math.Sqrt(events))) / exposure,
            clustering * (events + 1) * Cube(1 - 1 / (9 * (events + 1)) + Normal / (3 * Math.Sqrt(events + 1)))
                / exposure);
    }

    /// <summary>A share of runs, by the binomial distribution (Clopper and Pearson).</summary>
    /// <param name="hits">How many runs did it; 0 to <paramref name="runs"/>.</param>
    /// <param name="runs">How many there were; 1 or more.</param>
    public static Estimate OfShare(int hits, int runs) => new(
        (double)hits / runs,
        hits == 0 ? 0 : Solve(share => AtMost(hits - 1, runs, share) > 0.95),
        hits == runs ? 1 : Solve(share => AtMost(hits, runs, share) > 0.05));

    /// <summary>A mean of figures that many small things add up to, by the normal distribution.</summary>
    /// <param name="figures">A figure for each run; 1 or more.</param>
    public static Estimate OfMean(IReadOnlyList<double> figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var mean = figures.Average();
        var variance = figures.Count > 1
            ? figures.Sum(figure => (figure - mean) * (figure - mean)) / (figures.Count - 1) : 0;
        var off = Normal * Math.Sqrt(variance / figures.Count);
        return new Estimate(mean, mean - off, mean + off);
    }

    // The chance of at most so many hits, summed from none on.
    private static double AtMost(int hits, int runs, double share)
    {
        var log = runs * Math.Log(1 - share);
        var odds = Math.Log(share) - Math.Log(1 - share);
        var sum = 0.0;
        for (var count = 0; count <= hits; count++)
        {
            sum += Math.Exp(log);
            log += odds + Math.Log((double)(runs - count) / (count + 1));
        }

        return sum;
    }

    // The greatest share for which it is still so; it is for small ones and is not for great ones.
    private static double Solve(Func<double, bool> isStill)
    {
        var (low, high) = (0.0, 1.0);
        for (var step = 0; step < 50; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = isStill(middle) ? (middle, high) : (low, middle);
        }

        return low;
    }

    private static double Cube(double value) => value <= 0 ? 0 : value * value * value;
}
