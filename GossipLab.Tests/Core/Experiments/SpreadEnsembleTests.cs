using GossipLab.Core.Experiments;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Core.Experiments;

public sealed class SpreadEnsembleTests
{
    private static readonly Instant Set = new(2);
    private static readonly Instant Second = new(60_000_000);

    [Fact]
    public void Nine_tenths_of_other_runs_lie_in_the_band_at_each_moment()
    {
        var band = Play(Spreading(1)).Band!;
        var (inside, asked) = (0, 0);
        for (var seed = 1_000UL; seed < 1_060; seed++)
        {
            var cluster = new SimulatedCluster(Spreading(seed));
            for (var second = 2; second <= 8; second++)
            {
                var at = new Instant(second * 1_000_000L + 500_000);
                cluster.RunUntil(at);
                var point = band.At(at);
                inside += cluster.Census.Informed >= point.Low && cluster.Census.Informed <= point.High ? 1 : 0;
                asked++;
            }
        }

        // 60 runs of their own; ties widen a band of whole nodes, so more than nine tenths may lie in it.
        Assert.InRange((double)inside / asked, 0.82, 1.0);
        Assert.True(inside < asked, "a band that always holds is too wide");
    }

    [Fact]
    public void The_band_is_that_of_runs_counted_one_by_one()
    {
        var band = Play(Spreading(1), new EnsembleBounds { Runs = 20 }).Band!;

        Assert.Equal(20, band.Runs);
        Assert.Equal(0, band.Points[0].High);
        Assert.All(band.Points, point => Assert.True(point.Low <= point.Middle && point.Middle <= point.High));
        Assert.Equal(64, band.Points[^1].Low);
        Assert.Equal(new SpreadBandPoint(band.Points[^1].At, 64, 64, 64), band.At(new Instant(1_000_000_000)));

        var times = band.SecondsToAll(Set).Order().ToArray();
        var reached = Instant.Zero + TimeSpan.FromSeconds(times[^1]) + (Set - Instant.Zero);
        Assert.Equal(64, band.At(reached + TimeSpan.FromSeconds(1)).Low);
        Assert.True(band.At(reached - TimeSpan.FromSeconds(1)).Low < 64);
    }

    [Fact]
    public void A_run_has_the_percentile_of_those_that_were_faster()
    {
        var band = Play(Spreading(1)).Band!;
        var times = band.SecondsToAll(Set);

        var slowest = Set + TimeSpan.FromSeconds(times.Max() + 1);
        var median = Set + TimeSpan.FromSeconds(Band.Of([.. times]).Median);
        Assert.Equal(0, band.Percentile(Set, Set));
        Assert.Equal(100, band.Percentile(Set, slowest));
        Assert.InRange(band.Percentile(Set, median)!.Value, 30, 70);
        Assert.Null(band.Percentile(new Instant(77), slowest));
    }

    [Fact]
    public void Each_write_has_times_of_its_own()
    {
        var once = Spreading(1);
        var later = new TimedCommand(Second, new SetValue(new NodeId(3), 8));
        var twice = once with { Commands = [.. once.Commands, later] };

        var band = Play(twice).Band!;

        Assert.Equal(Play(once).Band!.SecondsToAll(Set), band.SecondsToAll(Set));
        Assert.All(band.SecondsToAll(Second), seconds => Assert.InRange(seconds, 1, 60));
    }

    [Fact]
    public void Runs_that_differ_in_their_seed_have_one_band()
    {
        var first = Play(Spreading(1), new EnsembleBounds { Runs = 20 }).Band!;
        var second = Play(Spreading(2), new EnsembleBounds { Runs = 20 }).Band!;

        Assert.Equal(first.Points, second.Points);
    }

    [Fact]
    public void A_run_that_never_gets_there_counts_as_slower()
    {
        var calm = Spreading(1);
        var walled = calm with
        {
            Commands =
            [
                new TimedCommand(new Instant(1), new BuildWall("w", [new NodeId(0), new NodeId(1)])),
                .. calm.Commands,
            ],
        };

        var band = Play(walled, new EnsembleBounds { Runs = 20, MostRounds = 10 }).Band!;

        Assert.All(band.SecondsToAll(Set), seconds => Assert.Equal(double.PositiveInfinity, seconds));
        Assert.Equal(0, band.Percentile(Set, new Instant(3_000_000)));
        Assert.Equal(2, band.Points[^1].High);
    }

    [Fact]
    public void What_was_done_to_one_message_of_this_run_is_not_done_to_others()
    {
        var calm = Spreading(1);
        var dropped = calm with { Commands = [.. calm.Commands, new TimedCommand(Second, new DropMessage(1))] };

        var band = Play(dropped, new EnsembleBounds { Runs = 20 }).Band!;

        Assert.Equal(Play(calm, new EnsembleBounds { Runs = 20 }).Band!.Points, band.Points);
    }

    [Fact]
    public void A_cancelled_run_is_played_again_and_nothing_is_counted_twice()
    {
        var ensemble = new SpreadEnsemble(Spreading(1), new EnsembleBounds { Runs = 20 });
        Assert.True(ensemble.Next(() => false));

        var looks = 0;
        Assert.False(ensemble.Next(() => ++looks == 2));
        Assert.Equal((2, 1, false), (looks, ensemble.Done, ensemble.IsOver));
        Assert.Null(ensemble.Band);
        while (ensemble.Next(() => false))
        {
        }

        Assert.Equal(Play(Spreading(1), new EnsembleBounds { Runs = 20 }).Band!.Points, ensemble.Band!.Points);
    }

    [Theory]
    [InlineData(2_000, 2_000, "too much")]
    [InlineData(4_000_000, 63, "64 nodes")]
    public void More_work_than_allowed_is_refused_in_words(long events, int nodes, string why)
    {
        var ensemble = Play(Spreading(1), new EnsembleBounds { MostEvents = events, MostNodes = nodes });

        Assert.Null(ensemble.Band);
        Assert.Contains(why, ensemble.Silence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_run_has_no_more_moments_than_are_kept()
    {
        var calm = Spreading(1);
        var late = calm with
        {
            Commands = [.. calm.Commands, new TimedCommand(new Instant(300_000_000), new SetValue(new NodeId(3), 8))],
        };

        var band = Play(late, new EnsembleBounds { Runs = 20 }).Band!;

        Assert.InRange(band.Points.Count, 300, 960);
        Assert.Equal(64, band.At(new Instant(299_000_000)).Low);
        Assert.InRange(band.At(new Instant(300_500_000)).High, 1, 63);
    }

    private static SpreadEnsemble Play(Scenario scenario, EnsembleBounds? bounds = null)
    {
        var ensemble = new SpreadEnsemble(scenario, bounds ?? new());
        while (ensemble.Next(() => false))
        {
        }

        return ensemble;
    }

    private static Scenario Spreading(ulong seed)
    {
        var calm = ClusterRig.Calm(64);
        return calm with { Seed = seed, Commands = [new TimedCommand(Set, new SetValue(new NodeId(0), 7))] };
    }
}
