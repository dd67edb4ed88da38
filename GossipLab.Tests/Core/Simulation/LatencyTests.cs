using GossipLab.Core.Primitives;
using GossipLab.Core.Simulation;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Core.Simulation;

/// <summary>The distributions of the time a message takes, in milliseconds.</summary>
public sealed class LatencyTests
{
    private const int Draws = 40_000;

    [Fact]
    public void Fixed_is_always_the_base()
    {
        var sample = Draw(new LatencyOptions { Kind = LatencyKind.Fixed, Base = Ms(30), Spread = Ms(99) });

        Assert.Equal((30, 30), (sample.Min, sample.Max));
    }

    [Fact]
    public void Uniform_lies_between_base_and_base_plus_spread()
    {
        var sample = Draw(new LatencyOptions { Kind = LatencyKind.Uniform, Base = Ms(10), Spread = Ms(20) });

        sample.ShouldHaveMean(20, roundedBy: 0.001);
        Assert.Equal(20 / Math.Sqrt(12), sample.StandardDeviation, 0.05);
        Assert.InRange(sample.Min, 10, 10.01);
        Assert.InRange(sample.Max, 29.99, 30);
    }

    [Fact]
    public void Exponential_is_the_base_and_a_wait_whose_mean_and_deviation_are_the_spread()
    {
        var sample = Draw(new LatencyOptions { Kind = LatencyKind.Exponential, Base = Ms(5), Spread = Ms(40) });

        sample.ShouldHaveMean(45, roundedBy: 0.001);
        Assert.Equal(40, sample.StandardDeviation, 1.0);
        Assert.InRange(sample.Min, 5, 5.02);
        Assert.Equal(5 + 40 * Math.Log(20), sample.Percentile(95), 2.5);
    }

    [Fact]
    public void Log_normal_has_the_spread_as_the_median_of_its_wait_and_a_long_tail()
    {
        var sample = Draw(LogNormal(sigmaPercent: 50));

        Assert.Equal(45, sample.Percentile(50), 0.7);
        sample.ShouldHaveMean(5 + 40 * Math.Exp(0.125), roundedBy: 0.05);
        Assert.Equal(5 + 40 * Math.Exp(0.5 * 1.6449), sample.Percentile(95), 2.0);
    }

    [Fact]
    public void Log_normal_without_deviation_is_its_median()
    {
        var sample = Draw(LogNormal(sigmaPercent: 0));

        Assert.InRange(sample.Min, 44.99, 45);
        Assert.InRange(sample.Max, 44.99, 45);
    }

    [Fact]
    public void Nothing_takes_longer_than_a_minute()
    {
        var sample = Draw(new LatencyOptions
        {
            Kind = LatencyKind.LogNormal, Base = Ms(60_000), Spread = Ms(60_000), SigmaPercent = 300,
        });

        Assert.Equal(60_000, sample.Max);
    }

    [Fact]
    public void No_spread_is_no_wait()
    {
        foreach (var kind in Enum.GetValues<LatencyKind>())
        {
            var sample = Draw(new LatencyOptions { Kind = kind, Base = Ms(3), Spread = TimeSpan.Zero });
            Assert.Equal((3, 3), (sample.Min, sample.Max));
        }
    }

    private static Sample Draw(LatencyOptions latency)
    {
        var sample = new Sample();
        var dice = new Dice(7, -1);
        for (var draw = 0; draw < Draws; draw++)
        {
            var rng = dice.Roll(DiceStream.Latency, new Instant(draw));
            sample.Add(latency.Sample(ref rng).TotalMilliseconds);
        }

        return sample;
    }

    private static LatencyOptions LogNormal(int sigmaPercent) =>
        new() { Kind = LatencyKind.LogNormal, Base = Ms(5), Spread = Ms(40), SigmaPercent = sigmaPercent };

    private static TimeSpan Ms(double milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}
