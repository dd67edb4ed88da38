using Bunit;
using GossipLab.Core.Experiments;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Tests.TestKit;
using GossipLab.Tests.Web.Labs;
using GossipLab.Web.Features.Curve;
using GossipLab.Web.Labs;

namespace GossipLab.Tests.Web.Features;

/// <summary>When all will be informed, beside the curve; estimated, never decided, by runs of its own.</summary>
public sealed class ForecastChipTests : MudContext
{
    [Fact]
    public async Task It_says_when_all_will_be_informed_and_nothing_once_they_are()
    {
        await using var lab = LabRig.Open();
        await lab.StepAsync(StepKind.Round);
        var expected = Forecaster.Of(lab.View.Scenario, lab.View.Now, new(), () => false)!;

        var chip = Render<ForecastChip>(parameters => parameters.Add(one => one.View, lab.View));

        chip.WaitForAssertion(
            () => Assert.Equal(
                $"forecast: all informed in {expected.FewestRounds}–{expected.MostRounds} more rounds (90 %)",
                chip.Find("[data-testid=forecast]").TextContent),
            TimeSpan.FromSeconds(30));
        Assert.InRange(expected.MostRounds, 1, 20);

        chip.Render(parameters => parameters.Add(one => one.View, lab.View with { IsConverged = true }));

        Assert.Empty(chip.FindAll("[data-testid=forecast]"));
    }

    [Fact]
    public async Task What_the_visitor_does_takes_the_old_forecast_away_at_once()
    {
        await using var lab = LabRig.Open();
        await lab.StepAsync(StepKind.Round);
        var chip = Render<ForecastChip>(parameters => parameters.Add(one => one.View, lab.View));
        chip.WaitForElement("[data-testid=forecast]", TimeSpan.FromSeconds(30));

        Assert.Null(await lab.PostAsync(new BuildWall("half", [new NodeId(14), new NodeId(15)])));
        chip.Render(parameters => parameters.Add(one => one.View, lab.View));

        chip.WaitForAssertion(
            () => Assert.Contains(
                "not all will be informed", chip.Find("[data-testid=forecast]").TextContent, StringComparison.Ordinal),
            TimeSpan.FromSeconds(30));
    }
}
