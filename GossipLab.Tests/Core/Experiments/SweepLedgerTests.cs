using GossipLab.Core.Experiments;

namespace GossipLab.Tests.Core.Experiments;

public sealed class SweepLedgerTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(2.0)]
    public void Any_number_of_workers_in_any_order_gives_the_same(double? narrowEnough)
    {
        var plan = SweepRig.FanOuts(16, 60, 1, 2, 4) with { NarrowEnough = narrowEnough };
        var alone = SweepRig.Finish(new SweepLedger(plan));

        for (var seed = 0; seed < 10; seed++)
        {
            var shared = SweepRig.FinishShared(new SweepLedger(plan), workers: 2 + seed * 5, new Random(seed));

            Assert.True(shared.IsComplete);
            Assert.Equal(alone.Needed, shared.Needed);
            Assert.Equal(SweepRig.All(alone), SweepRig.All(shared));
        }
    }

    [Fact]
    public void Two_threads_give_what_one_gives()
    {
        var plan = SweepRig.FanOuts(16, 40, 1, 3) with { NarrowEnough = 2 };
        var ledger = new SweepLedger(plan);

        Parallel.For(0, 2, _ =>
        {
            while (true)
            {
                SweepCell? cell;
                lock (ledger)
                {
                    cell = ledger.Next();
                }

                if (cell is not { } mine)
                {
                    return;
                }

                var result = SweepRig.Measure(plan, mine);
                lock (ledger)
                {
                    ledger.Add(mine, result);
                }
            }
        });

        Assert.Equal(SweepRig.All(SweepRig.Finish(new SweepLedger(plan))), SweepRig.All(ledger));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(119)]
    public void A_sweep_cut_short_and_taken_up_again_ends_like_an_undisturbed_one(int kept)
    {
        var plan = SweepRig.FanOuts(16, 60, 1, 2) with { NarrowEnough = 3 };
        var whole = SweepRig.Finish(new SweepLedger(plan));
        var resumed = new SweepLedger(plan);
        foreach (var index in Enumerable.Range(0, 120).OrderBy(index => index * 37 % 120).Take(kept))
        {
            var cell = new SweepCell(index % 2, index / 2);
            resumed.Add(cell, SweepRig.Measure(plan, cell));
        }

        SweepRig.Finish(resumed);

        Assert.Equal(SweepRig.All(whole), SweepRig.All(resumed));
        Assert.Equal(whole.Done, resumed.Done);
    }

    [Fact]
    public void A_point_whose_band_is_narrow_enough_needs_no_more_seeds()
    {
        var plan = SweepRig.FanOuts(16, 100, 1, 2);
        var eager = SweepRig.Finish(new SweepLedger(plan with { NarrowEnough = 1_000 }));

        Assert.Equal(40, eager.Done);
        Assert.True(eager.IsComplete);
        Assert.Equal(200, SweepRig.Finish(new SweepLedger(plan with { NarrowEnough = 0 })).Done);
    }

    [Fact]
    public void The_points_grow_together_and_each_run_is_given_out_once()
    {
        var ledger = new SweepLedger(SweepRig.FanOuts(4, 20, 1, 2));
        var given = new List<SweepCell>();
        while (ledger.Next() is { } cell)
        {
            given.Add(cell);
        }

        Assert.Equal([new(0, 0), new(1, 0), new(0, 1), new(1, 1)], given.Take(4));
        Assert.Equal(40, given.Distinct().Count());
    }

    [Fact]
    public void The_end_is_forecast_from_the_pace_since_the_work_began()
    {
        var ledger = new SweepLedger(SweepRig.FanOuts(4, 20, 1, 2));
        Assert.Null(ledger.Forecast(TimeSpan.FromSeconds(1)));
        for (var run = 0; run < 10; run++)
        {
            ledger.Add(new SweepCell(0, run), new RunResult());
        }

        Assert.Equal(TimeSpan.FromSeconds(30), ledger.Forecast(TimeSpan.FromSeconds(10)));
        Assert.Equal(TimeSpan.FromSeconds(60), ledger.Forecast(TimeSpan.FromSeconds(10), doneBefore: 5));
    }
}
