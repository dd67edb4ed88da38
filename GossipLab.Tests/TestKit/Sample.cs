namespace GossipLab.Tests.TestKit;

/// <summary>Measured numbers of many runs.</summary>
internal sealed class Sample
{
    private readonly List<double> _numbers = [];

    public int Count => _numbers.Count;

    public double Mean => _numbers.Average();

    public double Min => _numbers.Min();

    public double Max => _numbers.Max();

    public double StandardDeviation
    {
        get
        {
            var mean = Mean;
            return Math.Sqrt(_numbers.Sum(number => (number - mean) * (number - mean)) / (Count - 1));
        }
    }

    public double StandardError => StandardDeviation / Math.Sqrt(Count);

    public void Add(double number) => _numbers.Add(number);

    /// <summary>The number below which so many percent lie.</summary>
    public double Percentile(int percent) => _numbers.Order().ElementAt(Math.Min(Count - 1, Count * percent / 100));

    /// <summary>
    /// Says that the mean agrees with a published one: within four standard errors of both, and what the other was
    /// rounded by.
    /// </summary>
    /// <param name="expected">The published mean.</param>
    /// <param name="roundedBy">What it was rounded by at most.</param>
    /// <param name="runs">How many runs the published mean comes from; 0 where it is exact.</param>
    public void ShouldHaveMean(double expected, double roundedBy, int runs = 0)
    {
        var ownError = StandardError;
        var otherError = runs > 0 ? StandardDeviation / Math.Sqrt(runs) : 0;
        var slack = 4 * Math.Sqrt(ownError * ownError + otherError * otherError) + roundedBy;
        Assert.True(Math.Abs(Mean - expected) <= slack,
            FormattableString.Invariant($"the mean {this} is not {expected} +- {slack:0.####}"));
    }

    public override string ToString() => FormattableString.Invariant(
        $"{Mean:0.####} +- {StandardError:0.####} (p5 {Percentile(5)}, p95 {Percentile(95)}, {Count} runs)");
}
