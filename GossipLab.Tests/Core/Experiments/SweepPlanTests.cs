using GossipLab.Core.Experiments;
using GossipLab.Core.Simulation;

namespace GossipLab.Tests.Core.Experiments;

public sealed class SweepPlanTests
{
    [Theory]
    [InlineData(1, 9, 13)]
    [InlineData(2, 6, 8)]
    [InlineData(3, 5, 6)]
    public void Rounds_of_64_nodes_lie_in_the_band_that_lessons_promise(int fanOut, int fifth, int ninetyFifth)
    {
        var ledger = SweepRig.Finish(new SweepLedger(SweepRig.FanOuts(64, 100, fanOut)));

        var band = ledger.BandOf(0, RunMetric.RoundsToAll)!;

        // The median lies within; the ends of a band of 100 runs may stray by a round, as in LessonBandTests.
        Assert.InRange(Math.Floor(band.Median), fifth, ninetyFifth);
        Assert.InRange(Math.Floor(band.Fifth), fifth - 1, fifth + 1);
        Assert.InRange(Math.Floor(band.NinetyFifth), ninetyFifth - 1, ninetyFifth + 1);
        Assert.True(band.Fifth <= band.Median && band.Median <= band.NinetyFifth);
    }

    [Fact]
    public void The_run_behind_a_median_gives_the_median_when_it_is_opened_from_its_file()
    {
        var ledger = SweepRig.Finish(new SweepLedger(SweepRig.FanOuts(16, 20, 2)));
        var band = ledger.BandOf(0, RunMetric.Messages)!;

        var file = ScenarioJson.Write(ledger.Plan.ScenarioOf(0, band.MedianRun));
        Assert.True(ScenarioJson.TryRead(file, out var opened, out _));
        var again = Measurement.Of(opened, ledger.Plan.Limit, () => false)!;

        Assert.Equal(band.Median, again.Read(RunMetric.Messages));
        Assert.Equal(ledger.Result(new SweepCell(0, band.MedianRun)), again);
    }

    [Fact]
    public void A_run_that_never_ends_is_infinite_and_says_what_was_left()
    {
        var plan = SweepRig.FanOuts(8, 20, 1) with
        {
            Y = new SweepAxis(SweepParameter.LossPercent, [0, 100]), Limit = TimeSpan.FromSeconds(30),
        };

        var deaf = SweepRig.Measure(plan, new SweepCell(1, 0));

        Assert.Equal(double.PositiveInfinity, deaf.Read(RunMetric.SecondsToAll));
        Assert.Equal(7.0 / 8, deaf.Read(RunMetric.Residue));
        Assert.Equal(0, SweepRig.Measure(plan, new SweepCell(0, 0)).Read(RunMetric.Residue));
    }

    [Fact]
    public void A_cancel_is_heard_after_256_events()
    {
        var asked = 0;
        var plan = SweepRig.FanOuts(64, 20, 1);

        Assert.Null(Measurement.Of(plan.ScenarioOf(0, 0), plan.Limit, () => ++asked > 0));
        Assert.Equal(1, asked);
    }

    [Fact]
    public void The_greatest_plan_is_taken_and_one_beyond_is_named()
    {
        int[] most = [.. Enumerable.Range(1, SweepAxis.MaxValues)];
        var plan = SweepRig.FanOuts(4, SweepPlan.MaxSeeds, 1) with
        {
            X = new SweepAxis(SweepParameter.Nodes, most), Y = new SweepAxis(SweepParameter.LossPercent, most),
        };

        Assert.Null(plan.FindFault());
        Assert.Equal(1681, plan.Points);
        Assert.Equal("seeds: 2001 is not within 20 to 2000", (plan with { Seeds = 2001 }).FindFault());
        Assert.Equal("seeds: 19 is not within 20 to 2000", (plan with { Seeds = 19 }).FindFault());
        Assert.Equal("Nodes: give 1 to 41 values, not 42", Fault(SweepParameter.Nodes, [.. most, 42]));
        Assert.Equal("FanOut: 17 is not within 1 to 16", Fault(SweepParameter.FanOut, [1, 17]));
        Assert.Equal("LossPercent: 101 is not within 0 to 100", Fault(SweepParameter.LossPercent, [101]));
        Assert.Equal("Nodes: the values must rise, and 3 follows 3", Fault(SweepParameter.Nodes, [3, 3]));
        Assert.Equal("y: Nodes is the first parameter already", (plan with { Y = plan.X }).FindFault());

        string? Fault(SweepParameter parameter, int[] values) =>
            (plan with { X = new SweepAxis(parameter, values), Y = null }).FindFault();
    }
}
