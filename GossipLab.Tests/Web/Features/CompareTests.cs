using Bunit;
using GossipLab.Core.Experiments;
using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Simulation;
using GossipLab.Tests.TestKit;
using GossipLab.Tests.Web.Labs;
using GossipLab.Web.Features.Compare;
using GossipLab.Web.Labs;

namespace GossipLab.Tests.Web.Features;

/// <summary>Two runs that differ in one thing: equal until it matters, then measured against each other.</summary>
public sealed class CompareTests : MudContext
{
    public static TheoryData<string> Keys => new(ComparePair.Ready.Select(pair => pair.Key));

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_ready_pair_has_one_seed_and_one_script_and_different_nodes(string key)
    {
        var (first, second) = (ComparePair.Find(key).First.Scenario, ComparePair.Find(key).Second.Scenario);

        Assert.Equal(first.Commands, second.Commands);
        Assert.NotEqual(first.Node, second.Node);
        Assert.Equal(first with { Node = GossipNodeOptions.Swim, Commands = [] },
            second with { Node = GossipNodeOptions.Swim, Commands = [] });
        Assert.Empty(ScenarioFaults.In(first));
        Assert.Empty(ScenarioFaults.In(second));
        Assert.InRange(first.Nodes, 2, ComparePair.MostNodes);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Each_ready_pair_parts_within_its_time(string key)
    {
        using var comparison = new Comparison(ComparePair.Find(key));

        await comparison.FindAsync();

        Assert.True(comparison.Difference?.IsFound);
        Assert.NotEqual(comparison.First, comparison.Second);
    }

    [Fact]
    public async Task Without_suspicion_a_pause_kills_and_with_it_nobody_dies()
    {
        using var comparison = new Comparison(ComparePair.Find("suspicion"));

        await comparison.FindAsync();

        Assert.True(comparison.First?.FalseDeaths > 0);
        Assert.Equal(0, comparison.Second?.FalseDeaths);
        Assert.True(comparison.Second?.FalseSuspicions > 0);
    }

    [Fact]
    public async Task Lifeguard_spares_the_others_the_slowness_of_one()
    {
        using var comparison = new Comparison(ComparePair.Find("lifeguard"));

        await comparison.FindAsync();

        Assert.True(comparison.First?.FalseSuspicions > 2 * comparison.Second?.FalseSuspicions);
    }

    [Fact]
    public async Task Equal_runs_never_part()
    {
        var run = new ComparedSide("one", LabRig.Rumour());
        using var comparison = new Comparison(new ComparePair(
            "same", "", "", run, run with { Name = "other" }, Instant.FromMilliseconds(6_000)));

        await comparison.FindAsync();

        Assert.False(comparison.Difference?.IsFound);
        Assert.Equal(comparison.First, comparison.Second);
    }

    [Fact]
    public void A_run_is_measured_from_the_set_of_its_value_and_from_its_crash()
    {
        var spread = new MeasuredRun(LabRig.Rumour());
        var crash = new MeasuredRun(ScenarioLibrary.Find("crash-detection")!.Scenario); // It is in the library.

        Assert.True(spread.Play(Instant.FromMilliseconds(30_000), () => true));
        Assert.True(crash.Play(Instant.FromMilliseconds(30_000), () => true));

        Assert.True(spread.Outcome.ToHalf <= spread.Outcome.ToMost && spread.Outcome.ToMost <= spread.Outcome.ToAll);
        Assert.Null(spread.Outcome.ToFirstDetection);
        Assert.False(crash.Outcome.HasValue);
        Assert.True(crash.Outcome.ToFirstDetection <= crash.Outcome.ToAllDetections);
    }

    [Fact]
    public void What_never_happened_says_so_and_changes_are_in_percent()
    {
        var rows = OutcomeRow.Of(
            new Outcome { HasValue = true, ToHalf = TimeSpan.FromSeconds(4), Messages = 100 },
            new Outcome { HasValue = true, ToHalf = TimeSpan.FromSeconds(2), Messages = 150 });

        Assert.Equal("−50 %", rows[0].Change);
        Assert.Equal(("never", "never"), (rows[2].First, rows[2].Second));
        Assert.Equal("+50 %", rows[3].Change);
        Assert.DoesNotContain(rows, row => row.Name.StartsWith("Crash", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_labs_stand_at_one_moment()
    {
        var pair = ComparePair.Find("push-pull") with { Until = Instant.FromMilliseconds(3_000) };
        var start = new LabStart { IsPlaying = false, StandAt = pair.Until };
        await using var first = LabRig.Open(pair.First.Scenario, start);
        await using var second = LabRig.Open(pair.Second.Scenario, start);
        using var duo = new LabDuo(pair, first, second);
        while (!duo.IsReady)
        {
            await first.PauseAsync();
            await first.ScrubAsync(pair.Until);
            await second.ScrubAsync(pair.Until);
            await duo.LookAsync();
        }

        await duo.GoAsync(Instant.FromMilliseconds(2_050));

        Assert.Equal(Instant.FromMilliseconds(2_050), first.View.Now);
        Assert.Equal(first.View.Now, second.View.Now);
    }

    [Fact]
    public async Task Two_values_of_a_parameter_become_a_pair_and_wrong_ones_are_explained()
    {
        ComparePair? chosen = null;
        var form = Render<ValuesForm>(parameters => parameters.Add(one => one.PairChosen, pair => chosen = pair));

        await Find(form, "compare-second").ChangeAsync(new() { Value = "99" });
        await Find(form, "compare-form").SubmitAsync();
        Assert.Null(chosen);
        Assert.Contains("99 is not within 1 to 16", Find(form, "compare-fault").TextContent, StringComparison.Ordinal);

        await Find(form, "compare-second").ChangeAsync(new() { Value = "4" });
        await Find(form, "compare-form").SubmitAsync();
        Assert.Equal(("Fan-out 1", "Fan-out 4"), (chosen?.First.Name, chosen?.Second.Name));
        Assert.Equal(4, chosen?.Second.Scenario.Node.Dissemination.FanOut);
    }

    [Fact]
    public async Task More_nodes_than_can_be_shown_are_refused()
    {
        ComparePair? chosen = null;
        var form = Render<ValuesForm>(parameters => parameters.Add(one => one.PairChosen, pair => chosen = pair));

        await Find(form, "compare-parameter").ChangeAsync(new() { Value = nameof(SweepParameter.Nodes) });
        await Find(form, "compare-first").ChangeAsync(new() { Value = "16" });
        await Find(form, "compare-second").ChangeAsync(new() { Value = "65" });
        await Find(form, "compare-form").SubmitAsync();

        Assert.Null(chosen);
        Assert.Contains("at most 64", Find(form, "compare-fault").TextContent, StringComparison.Ordinal);
    }
}
