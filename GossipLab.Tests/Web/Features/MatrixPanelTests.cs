using Bunit;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Tests.TestKit;
using GossipLab.Tests.Web.Labs;
using GossipLab.Web.Features.Matrix;
using GossipLab.Web.Labs;
using Microsoft.Extensions.DependencyInjection;

namespace GossipLab.Tests.Web.Features;

/// <summary>The matrix on screen: a grid that tells each cell in words, and asks what was pressed.</summary>
public sealed class MatrixPanelTests : MudContext
{
    public MatrixPanelTests() => Services.AddSingleton(TimeProvider.System);

    [Fact]
    public async Task Each_cell_says_in_words_what_it_shows()
    {
        await using var lab = Stalled();
        var panel = RenderMatrix(lab);

        var cell = Find(panel, "belief-n7-n3");

        Assert.Equal("gridcell", cell.GetAttribute("role"));
        Assert.Equal("n7 believes of n3: dead, incarnation 1", cell.GetAttribute("aria-label"));
        Assert.Equal("✕", cell.TextContent.Trim());
        Assert.Contains("n3 is disputed", Find(panel, "matrix-disputes").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pressed_cell_is_asked_about_and_one_that_is_gone_is_not()
    {
        await using var lab = Stalled();
        MatrixChoice? chosen = null;
        var panel = Render<LabMatrix>(parameters => parameters.Add(one => one.Lab, lab).Add(one => one.View, lab.View)
            .Add(one => one.CellChosen, choice => chosen = choice));
        panel.WaitForElement("[data-testid=belief-n7-n3]");
        var inner = panel.FindComponent<MatrixPanel>().Instance;

        await panel.InvokeAsync(() => inner.Pressed(99, 0));
        Assert.Null(chosen);

        await panel.InvokeAsync(() => inner.Pressed(7, 3));
        Assert.Equal(new MatrixChoice(new NodeId(7), new NodeId(3), CellKind.Dead, MatrixTopic.Membership), chosen);
    }

    [Fact]
    public async Task A_row_sets_the_lens_and_takes_it_away_again()
    {
        await using var lab = Stalled();
        var panel = RenderMatrix(lab);

        await Find(panel, "observer-n7").ClickAsync(new());
        Assert.Equal(new NodeId(7), lab.View.Lens);

        panel.Render(parameters => parameters.Add(one => one.View, lab.View));
        Assert.Equal("true", Find(panel, "observer-n7").GetAttribute("aria-pressed"));
        await Find(panel, "observer-n7").ClickAsync(new());
        Assert.Null(lab.View.Lens);
    }

    [Fact]
    public async Task Values_are_one_press_away()
    {
        await using var lab = LabRig.Open();
        await lab.StepAsync(StepKind.Belief);
        var panel = RenderMatrix(lab);

        await Find(panel, "matrix-data").ClickAsync(new());

        Assert.Equal("ahead", Find(panel, "belief-n0-n1").GetAttribute("data-belief"));
        Assert.Equal("Compared with n0, n1 holds: older value", Find(panel, "belief-n1-n0").GetAttribute("title"));
    }

    private static Lab Stalled()
    {
        var scenario = ScenarioLibrary.Find("stall-false-death")!.Scenario; // It is in the library.
        var lab = LabRig.Open(
            scenario, LabRig.Manual with { StandAt = Instant.FromMilliseconds(10_500) });
        return lab;
    }

    private IRenderedComponent<LabMatrix> RenderMatrix(Lab lab)
    {
        var panel = Render<LabMatrix>(parameters => parameters.Add(one => one.Lab, lab).Add(one => one.View, lab.View));
        panel.WaitForElement("[data-testid=matrix]");
        return panel;
    }
}
