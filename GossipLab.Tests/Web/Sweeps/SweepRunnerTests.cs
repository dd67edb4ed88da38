using GossipLab.Core.Experiments;
using GossipLab.Tests.Core.Experiments;
using GossipLab.Web.Sweeps;

namespace GossipLab.Tests.Web.Sweeps;

public sealed class SweepRunnerTests
{
    [Fact]
    public async Task One_worker_and_four_find_the_same()
    {
        var plan = SweepRig.FanOuts(16, 40, 1, 2, 3) with { NarrowEnough = 2 };

        var alone = await FinishAsync(new SweepLedger(plan), workers: 1);
        var together = await FinishAsync(new SweepLedger(plan), workers: 4);

        Assert.Equal(SweepText.Hash(alone), SweepText.Hash(together));
        Assert.True(alone.Needed < plan.Points * plan.Seeds, "no point stopped early");
    }

    [Fact]
    public async Task A_cancelled_sweep_is_taken_up_where_it_was_left()
    {
        var plan = SweepRig.FanOuts(64, 400, 1, 2);
        using var archive = new SweepArchive(null, TimeProvider.System);
        using var cancel = new CancellationTokenSource();
        var id = SweepArchive.IdOf(plan);
        var runner = new SweepRunner(archive.Open(plan), TimeProvider.System, findings =>
        {
            archive.Keep(id, findings);
            cancel.Cancel();
        });

        var isWhole = await runner.RunAsync(2, cancel.Token);
        var rest = archive.Open(plan);
        var kept = rest.Done;
        await FinishAsync(rest, workers: 2);

        Assert.False(isWhole);
        Assert.InRange(kept, 1, plan.Points * plan.Seeds - 1);
        Assert.Equal(SweepText.Hash(SweepRig.Finish(new SweepLedger(plan))), SweepText.Hash(rest));
    }

    [Fact]
    public async Task A_disk_that_takes_nothing_ends_the_sweep_with_its_reason()
    {
        var plan = SweepRig.FanOuts(16, 2_000, 1);
        var runner = new SweepRunner(
            new SweepLedger(plan), TimeProvider.System, _ => throw new IOException("the disk is full"));

        var failure = await Assert.ThrowsAsync<IOException>(() => runner.RunAsync(2, CancellationToken.None));

        Assert.Equal("the disk is full", failure.Message);
    }

    [Fact]
    public async Task The_csv_has_bands_in_order_and_the_very_run_of_each_median()
    {
        var ledger = await FinishAsync(new SweepLedger(SweepRig.FanOuts(16, 20, 1, 2)), workers: 2);

        var lines = SweepText.Csv(ledger).TrimEnd().Split('\n');

        Assert.Equal(3, lines.Length);
        foreach (var cells in lines.Skip(1).Select(line => line.Split(',')))
        {
            var figures = cells[3..6].Select(double.Parse).ToArray();
            Assert.Equal(figures.Order(), figures);
            Assert.Contains($"\"\"seed\"\":{cells[7]}", string.Join(',', cells), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_oldest_sweep_makes_room()
    {
        using var archive = new SweepArchive(null, TimeProvider.System);

        for (var seeds = 0; seeds <= SweepArchive.MostSweeps; seeds++)
        {
            archive.Open(SweepRig.FanOuts(16, SweepPlan.MinSeeds + seeds, 1));
        }

        Assert.Equal(SweepArchive.MostSweeps, archive.List().Count);
    }

    private static async Task<SweepLedger> FinishAsync(SweepLedger ledger, int workers)
    {
        Assert.True(await new SweepRunner(ledger, TimeProvider.System).RunAsync(workers, CancellationToken.None));
        return ledger;
    }
}
