using GossipLab.Core.Experiments;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Tests.Web.Labs;
using GossipLab.Web.Features.Curve;
using GossipLab.Web.Labs;

namespace GossipLab.Tests.Web.Features;

/// <summary>Runs with other dice: begun, stopped, taken up again, and taken away when untrue.</summary>
public sealed class BandDeskTests : IDisposable
{
    private static readonly EnsembleBounds Few = new() { Runs = 20 };

    private readonly BandDesk _desk = new(Few);

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Nothing_is_played_while_it_is_off_or_nothing_was_written()
    {
        _desk.Follow(View());
        Assert.False(_desk.IsBusy);

        _desk.Choose(true);
        _desk.Follow(View() with { Newest = Generation.Zero });
        Assert.False(_desk.IsBusy);

        await PlayAsync(View());
        Assert.Equal(20, _desk.Band!.Runs);
        _desk.Choose(false);
        Assert.Null(_desk.Band);
    }

    [Fact]
    public async Task The_percentile_is_said_once_the_run_got_there_and_not_before()
    {
        await PlayAsync(View());

        Assert.Null(_desk.Percentile(View()));
        Assert.Equal(100, _desk.Percentile(View() with { InformedAt = new Instant(900_000_000) }));
        Assert.Equal(0, _desk.Percentile(View() with { InformedAt = new Instant(400_001) }));
    }

    [Fact]
    public async Task The_same_run_with_another_seed_keeps_its_band_and_any_other_loses_it()
    {
        await PlayAsync(View());
        var band = _desk.Band;

        _desk.Follow(View(LabRig.Rumour(seed: 99)));
        Assert.Same(band, _desk.Band);

        var killed = LabRig.Rumour();
        _desk.Follow(View(killed with
        {
            Commands = [.. killed.Commands, new TimedCommand(new Instant(900_000), new KillNode(new NodeId(3)))],
        }));
        Assert.Null(_desk.Band);
        Assert.True(_desk.IsBusy);
        await _desk.Completion;
        Assert.Equal(15, _desk.Band!.Points[^1].High);
    }

    [Fact]
    public async Task Stopped_it_plays_no_further_run_and_goes_on_where_it_was()
    {
        _desk.Choose(true);
        _desk.Changed += StopAtFive;
        _desk.Follow(View());
        await _desk.Completion;

        Assert.Equal((5, false, false), (_desk.Done, _desk.IsBusy, _desk.IsWhole));
        Assert.Null(_desk.Band);

        _desk.Changed -= StopAtFive;
        _desk.GoOn();
        await _desk.Completion;
        Assert.Equal((20, false, true), (_desk.Done, _desk.IsBusy, _desk.IsWhole));

        using var other = new BandDesk(Few);
        other.Choose(true);
        other.Follow(View());
        await other.Completion;
        Assert.Equal(other.Band!.Points, _desk.Band!.Points);

        void StopAtFive(object? sender, EventArgs news)
        {
            if (_desk.IsBusy)
            {
                _desk.Stop();
            }
        }
    }

    [Fact]
    public async Task A_cluster_too_large_to_be_played_many_times_is_told_so()
    {
        using var small = new BandDesk(Few with { MostNodes = 15 });
        small.Choose(true);
        small.Follow(View());
        await small.Completion;

        Assert.Null(small.Band);
        Assert.Contains("16 nodes, more than 15", small.Silence, StringComparison.Ordinal);
        Assert.False(small.IsBusy);
    }

    private static LabView View(Scenario? scenario = null) => new()
    {
        Scenario = scenario ?? LabRig.Rumour(),
        Newest = new Generation(1),
        WrittenAt = new Instant(400_000),
    };

    private async Task PlayAsync(LabView view)
    {
        _desk.Choose(true);
        _desk.Follow(view);
        await _desk.Completion;
    }
}
