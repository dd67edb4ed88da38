using GossipLab.Core.Dissemination;
using GossipLab.Core.Experiments;
using GossipLab.Core.Experiments.Models;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;

namespace GossipLab.Tests.Core.Experiments;

/// <summary>The model's line beside what a sweep measures.</summary>
public sealed class SweepModelTests
{
    [Fact]
    public void It_lies_near_the_median_of_a_calm_sweep()
    {
        var ledger = SweepRig.Finish(new SweepLedger(SweepRig.FanOuts(64, 60, 1, 2, 3, 4)));

        foreach (var point in Enumerable.Range(0, ledger.Plan.Points))
        {
            var model = SweepModel.Of(ledger.Plan.ScenarioOf(point, 0), ledger.Plan.Metric)!.Value;
            var median = ledger.BandOf(point, ledger.Plan.Metric)!.Median;
            Assert.InRange(model, median - 1.01, median + 1.01);
        }
    }

    [Fact]
    public void Half_comes_before_most_and_most_before_all()
    {
        var run = SweepRig.FanOuts(1_000, 20, 2).Scenario;

        var figures = new[] { RunMetric.RoundsToHalf, RunMetric.RoundsToMost, RunMetric.RoundsToAll }
            .Select(metric => SweepModel.Of(run, metric)!.Value).ToList();

        Assert.True(figures[0] < figures[1] && figures[1] < figures[2]);
        Assert.Equal(figures[2] * run.Node.Dissemination.Interval.TotalSeconds,
            SweepModel.Of(run, RunMetric.SecondsToAll)!.Value, 9);
    }

    [Fact]
    public void Loss_takes_longer() => Assert.True(
        SweepModel.Of(Push with { Network = Push.Network with { Loss = Ratio.Percent(50) } }, RunMetric.RoundsToAll)
            > SweepModel.Of(Push, RunMetric.RoundsToAll));

    [Fact]
    public void It_says_nothing_of_what_it_does_not_know()
    {
        var pull = Push.Node with { Dissemination = Push.Node.Dissemination with { Mode = DisseminationMode.Pull } };

        Assert.Null(SweepModel.Of(Push, RunMetric.Messages));
        Assert.Null(SweepModel.Of(Push with { Node = pull }, RunMetric.RoundsToAll));
        Assert.Null(SweepModel.Of(Push with { Commands = [] }, RunMetric.RoundsToAll));
        Assert.Null(SweepModel.Of(
            Push with { Commands = [.. Push.Commands, new TimedCommand(new Instant(2), new KillNode(new NodeId(3)))] },
            RunMetric.RoundsToAll));
    }

    private static Scenario Push => SweepRig.FanOuts(64, 20, 2).Scenario;
}
