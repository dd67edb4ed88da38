using GossipLab.Core.Experiments.Configuration;
using GossipLab.Core.Experiments.Tuning;
using GossipLab.Core.Membership;
using GossipLab.Tests.Core.Experiments.Tuning;
using GossipLab.Web.Tuning;
using GossipLab.Web.Words;
using Microsoft.Extensions.Logging.Abstractions;

namespace GossipLab.Tests.Web.Tuning;

public sealed class TuningDeskTests
{
    private static readonly GossipConfiguration Text = GossipConfiguration.Read("gossip_lan {}");

    private static TuningPlan Endless => TuningRig.Plan(seconds: 6) with
    {
        Cluster = new TuningCluster { Nodes = 200 },
        Runs = TuningPlan.MaxRuns,
    };

    [Fact]
    public async Task Two_workers_and_one_come_to_the_same()
    {
        var plan = TuningRig.Plan(seconds: 6);
        var runner = new TuningRunner(new TuningLedger(plan), TimeProvider.System);

        Assert.True(await runner.RunAsync(2, TestContext.Current.CancellationToken));

        Assert.Equal(TuningText.Csv(TuningRig.Finish(plan)), runner.Read(TuningText.Csv));
    }

    [Fact]
    public async Task A_figure_leads_to_a_run_that_has_it()
    {
        using var desk = Desk();
        var search = desk.Start(TuningRig.Plan(seconds: 6), Text, out _)!;
        await search.Ended;

        var best = search.Runner.Read(TuningPicture.Of).Best!;
        var again = search.Runner.Plan.Measure(best.Candidate.Options, best.Detection.MedianRun, () => false)!;

        Assert.Equal(best.Detection.Median, again.ToAll!.Value.TotalSeconds);
        Assert.Null(search.Failure);
    }

    [Fact]
    public async Task A_cancelled_search_keeps_what_it_found()
    {
        using var desk = Desk();
        var search = desk.Start(Endless, Text, out _)!;
        while (search.Runner.Progress.Done == 0)
        {
            await Task.Yield();
        }

        search.Cancel();
        await search.Ended;

        Assert.Null(search.Failure);
        Assert.False(search.Runner.Read(ledger => ledger.IsComplete));
        Assert.NotEmpty(search.Runner.Read(TuningPicture.Of).Ranked);
    }

    [Fact]
    public void A_third_search_is_refused_while_two_run()
    {
        using var desk = Desk();
        desk.Start(Endless, Text, out _);
        desk.Start(Endless, Text, out _);

        Assert.Null(desk.Start(Endless, Text, out var refusal));
        Assert.Equal(UiText.Tune.Busy, refusal);
    }

    [Fact]
    public void What_is_too_much_for_a_server_is_refused_in_words()
    {
        using var desk = Desk();
        var large = Endless with { Cluster = new TuningCluster { Nodes = 201 } };

        Assert.Null(desk.Start(large, Text, out var refusal));
        Assert.Contains("at most 4,000,000", refusal, StringComparison.Ordinal);
        Assert.Null(desk.Start(Endless with { Runs = 1 }, Text, out refusal));
        Assert.Contains("runs: 1 is not within", refusal, StringComparison.Ordinal);
        Assert.Null(desk.Find("nothing"));
    }

    [Fact]
    public async Task Old_searches_make_room()
    {
        using var desk = Desk();
        var ids = new List<string>();
        for (var index = 0; index < 17; index++)
        {
            var search = desk.Start(Endless, Text, out _)!;
            ids.Add(search.Id);
            search.Cancel();
            await search.Ended;
        }

        Assert.Null(desk.Find(ids[0]));
        Assert.NotNull(desk.Find(ids[1]));
        Assert.NotNull(desk.Find(ids[16]));
    }

    private static TuningDesk Desk() => new(TimeProvider.System, NullLogger<TuningDesk>.Instance);
}
