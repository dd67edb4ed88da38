using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Web.Labs;
using GossipLab.Web.RealClusters;
using GossipLab.Web.RealClusters.Shadows;
using GossipLab.Web.RealClusters.Watching;

namespace GossipLab.Tests.Web.RealClusters;

/// <summary>The simulated band beside a real cluster.</summary>
public sealed class ShadowTests
{
    private static readonly ShadowPlan Five =
        new(new RealClusterOptions { Nodes = 5 }, 5, 0, 0, TimeSpan.Zero, 0, IsDeath: false);

    [Fact]
    public async Task An_ensemble_shows_how_a_value_spreads_through_all()
    {
        using var turn = new SemaphoreSlim(1);
        await using var ensemble = new ShadowEnsemble(Five.Ask() with { Runs = 40 }, turn);

        await ensemble.Completion;

        var band = Assert.IsType<ShadowBand>(ensemble.Band);
        Assert.Equal((40, 40), (ensemble.Done, band.Runs));
        Assert.Equal(new BandPoint(TimeSpan.Zero, 1, 1, 1), band.Points[0]);
        Assert.Equal((5, 5, 5), (band.Points[^1].Low, band.Points[^1].Middle, band.Points[^1].High));
        Assert.All(band.Points, point => Assert.True(point.Low <= point.Middle && point.Middle <= point.High));
    }

    [Fact]
    public void The_survivors_of_a_simulated_death_believe_it()
    {
        var question = (Five with { IsDeath = true }).Ask();

        var run = ShadowRun.Of(question, 3, TestContext.Current.CancellationToken);

        Assert.Equal(4, question.Knowers);
        Assert.Equal(4, run.CountAfter(question.Longest));
        Assert.InRange(run.DoneAfter!.Value.TotalSeconds, 4, 30);
    }

    [Fact]
    public async Task A_cancelled_ensemble_keeps_what_it_has_and_frees_its_turn()
    {
        using var turn = new SemaphoreSlim(0);
        var ensemble = new ShadowEnsemble(Five.Ask(), turn);

        ensemble.Cancel();
        await ensemble.Completion;

        Assert.Null(ensemble.Band);
        Assert.False(ensemble.IsBusy);
        Assert.Equal(0, turn.CurrentCount);
        await ensemble.DisposeAsync();
    }

    [Fact]
    public void Behind_a_wall_the_simulation_waits_for_one_side_only()
    {
        var question = (Five with { WallSide = 2 }).Ask();

        var run = ShadowRun.Of(question, 1, TestContext.Current.CancellationToken);

        Assert.Equal(3, question.Knowers);
        Assert.Equal(3, run.CountAfter(question.Longest));
    }

    [Fact]
    public void Reality_leaves_the_band_where_fewer_or_more_know_than_in_nine_tenths_of_runs()
    {
        var band = Band(index => new BandPoint(Seconds(index), index, index + 1, index + 2));
        CurvePoint[] curve = [At(10, 1), At(11, 4), At(12, 5), At(13, 5), At(14, 2)];

        var found = ShadowComparison.Of(band, curve, curve[0].At, curve[^1].At);

        Assert.Equal((5, 2), (found.Compared, found.Inside));
        Assert.Equal(
            [(Seconds(1), Seconds(2), true, 4), (Seconds(4), Seconds(4), false, 2)],
            found.Departures.Select(one => (one.From, one.To, one.IsAhead, one.Real)));
    }

    [Fact]
    public void What_has_not_happened_yet_is_not_compared()
    {
        var band = Band(index => new BandPoint(Seconds(index), 5, 5, 5));

        var found = ShadowComparison.Of(band, [At(0, 5)], Instant.Zero, Instant.FromMilliseconds(2_500));

        Assert.Equal((3, 3), (found.Compared, found.Inside));
    }

    [Fact]
    public void A_plan_counts_the_nodes_that_run()
    {
        var cluster = new ObservedCluster(5);
        for (var index = 0; index < 4; index++)
        {
            cluster.Process(new NodeId(index), ProcessState.Running);
        }

        cluster.Process(new NodeId(1), ProcessState.Paused);

        var plan = ShadowPlan.Of(cluster, Five.Options, isDeath: false);

        Assert.Equal(Five with { Running = 4, Paused = 1 }, plan);
        Assert.Equal(3, plan!.Ask().Knowers);
    }

    [Fact]
    public void Beside_a_node_that_stands_still_another_one_dies()
    {
        var question = (Five with { IsDeath = true, Paused = 1 }).Ask();

        var run = ShadowRun.Of(question, 2, TestContext.Current.CancellationToken);

        Assert.Equal(3, question.Knowers);
        Assert.Equal(0, run.CountAfter(TimeSpan.FromSeconds(1)));
        Assert.InRange(run.DoneAfter!.Value.TotalSeconds, 3, 30);
    }

    [Fact]
    public void One_node_alone_has_no_shadow()
    {
        var cluster = new ObservedCluster(5);
        cluster.Process(new NodeId(0), ProcessState.Running);

        Assert.Null(ShadowPlan.Of(cluster, Five.Options, isDeath: false));
    }

    private static ShadowBand Band(Func<int, BandPoint> point) => new([.. Enumerable.Range(0, 5).Select(point)], 20);

    private static TimeSpan Seconds(int count) => TimeSpan.FromSeconds(count);

    private static CurvePoint At(int second, int informed) =>
        new(Instant.FromMilliseconds(second * 1000), informed, 5);
}
