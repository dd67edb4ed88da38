using GossipLab.Core.Experiments.Tuning;

namespace GossipLab.Tests.Core.Experiments.Tuning;

public sealed class EstimateTests
{
    [Fact]
    public void No_event_is_bounded_by_the_rule_of_three()
    {
        var rate = Estimate.OfRate(new int[60], exposure: 2);

        Assert.Equal(0, rate.Value);
        Assert.Equal(0, rate.Low);
        Assert.Equal(1.498, rate.High, 3);
    }

    // Exact: 5.4254 and 16.9622 events (chi-square with 20 and 22 degrees of freedom).
    [Fact]
    public void Ten_events_have_the_bounds_of_the_Poisson_distribution()
    {
        var rate = Estimate.OfRate([.. Enumerable.Repeat(1, 10), .. new int[90]], exposure: 1);

        Assert.Equal(10, rate.Value, 9);
        Assert.Equal(5.4254, rate.Low, 0.05);
        Assert.Equal(16.9622, rate.High, 0.05);
    }

    [Fact]
    public void Events_that_come_in_clusters_say_less()
    {
        var single = Estimate.OfRate([.. Enumerable.Repeat(1, 10), .. new int[90]], exposure: 1);

        var clustered = Estimate.OfRate([10, .. new int[99]], exposure: 1);

        Assert.Equal(single.Value, clustered.Value);
        Assert.True(clustered.High > single.High && clustered.Low < single.Low);
    }

    // 1 - 0.05^(1/59), and Clopper and Pearson's bounds for 2 of 100 from tables.
    [Theory]
    [InlineData(0, 59, 0, 0.0495)]
    [InlineData(2, 100, 0.00357, 0.06162)]
    [InlineData(20, 20, 0.8609, 1)]
    public void A_share_has_the_bounds_of_the_binomial_distribution(int hits, int runs, double low, double high)
    {
        var share = Estimate.OfShare(hits, runs);

        Assert.Equal(low, share.Low, 0.0001);
        Assert.Equal(high, share.High, 0.0001);
    }

    [Fact]
    public void A_mean_lies_between_its_bounds()
    {
        var mean = Estimate.OfMean([1, 2, 3, 4]);

        Assert.Equal(2.5, mean.Value);
        Assert.Equal(1.4383, mean.Low, 0.001);
        Assert.Equal(3.5617, mean.High, 0.001);
    }
}
