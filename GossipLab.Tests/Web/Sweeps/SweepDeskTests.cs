using GossipLab.Core.Experiments;
using GossipLab.Tests.Core.Experiments;
using GossipLab.Web.Features.Sweep;
using GossipLab.Web.Sweeps;
using GossipLab.Web.Words;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace GossipLab.Tests.Web.Sweeps;

public sealed class SweepDeskTests
{
    [Fact]
    public async Task The_page_and_the_command_line_say_the_same()
    {
        using var desk = Desk();
        var plan = new SweepDraft().Plan(out _)!;

        var run = desk.Start(plan, out var refusal)!;
        await run.Ended;

        Assert.Null(refusal);
        Assert.Equal(SweepText.Hash(SweepRig.Finish(new SweepLedger(plan))), run.Runner.Read(SweepText.Hash));
    }

    [Fact]
    public async Task A_point_leads_to_a_run_that_has_its_median()
    {
        using var desk = Desk();
        var run = desk.Start(SweepRig.FanOuts(16, 20, 1, 2), out _)!;
        await run.Ended;

        var picture = run.Runner.Read(SweepPicture.Of);
        var again = Measurement.Of(picture.MedianRun(1)!, picture.Plan.Limit, () => false)!;

        Assert.Equal(picture.Bands[1]!.Median, again.Read(picture.Plan.Metric));
    }

    [Fact]
    public void A_third_sweep_is_refused_while_two_run()
    {
        using var desk = Desk();
        var endless = SweepRig.FanOuts(5_000, 1_000, 1);
        desk.Start(endless, out _);
        desk.Start(endless with { Seeds = 1_001 }, out _);

        var third = desk.Start(endless with { Seeds = 1_002 }, out var refusal);

        Assert.Null(third);
        Assert.Equal(UiText.Sweep.Busy, refusal);
    }

    [Theory]
    [InlineData(20_000, 20)]
    [InlineData(16, 2_000)]
    public void What_is_too_much_for_a_server_is_refused_in_words(int nodes, int seeds)
    {
        using var desk = Desk();
        var plan = SweepRig.FanOuts(nodes, seeds, [.. Enumerable.Range(1, 16)]) with
        {
            Y = new SweepAxis(SweepParameter.LossPercent, [0, 10, 20, 30]),
        };

        Assert.Null(desk.Start(plan, out var refusal));
        Assert.Contains("at most", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_heat_map_draws_a_link_for_each_point()
    {
        using var desk = Desk();
        var plan = SweepRig.FanOuts(16, 20, 1, 2) with { Y = new SweepAxis(SweepParameter.LossPercent, [0, 50]) };
        var run = desk.Start(plan, out _)!;
        await run.Ended;

        var picture = run.Runner.Read(SweepPicture.Of);
        var drawing = new SweepDrawing(picture, scenario => $"/lab?seed={scenario.Seed}", null);

        Assert.Equal(4, drawing.Write("all").Split("<a href=").Length - 1);
    }

    private static SweepDesk Desk()
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection([new KeyValuePair<string, string?>("sweeps", "memory")]).Build();
        return new SweepDesk(settings, TimeProvider.System, NullLogger<SweepDesk>.Instance);
    }
}
