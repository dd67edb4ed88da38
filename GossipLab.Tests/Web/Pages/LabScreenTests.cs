using Bunit;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Tests.TestKit;
using GossipLab.Tests.Web.Labs;
using GossipLab.Web.Features.Keyboard;
using GossipLab.Web.Features.Scenarios;
using GossipLab.Web.Labs;
using GossipLab.Web.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace GossipLab.Tests.Web.Pages;

/// <summary>The screen puts the features together and says what tests read.</summary>
public sealed class LabScreenTests : MudContext
{
    private static readonly LabLink Link = LabLinkReader.Read(new Uri("http://localhost/lab?s=hello&clock=manual"));

    public LabScreenTests() => Services.AddSingleton(TimeProvider.System);

    [Fact]
    public async Task The_root_says_which_run_it_shows_and_where_it_stands()
    {
        await using var lab = LabRig.Open(Link.Scenario);
        await lab.StepAsync(StepKind.Round);

        var root = Find(RenderScreen(lab), "lab");

        Assert.Equal("7", root.GetAttribute("data-seed"));
        Assert.Equal("3", root.GetAttribute("data-informed"));
        Assert.Equal("16", root.GetAttribute("data-nodes"));
        Assert.Equal("paused", root.GetAttribute("data-status"));
        Assert.Equal("ring", root.GetAttribute("data-mode"));
        Assert.Equal("main", root.GetAttribute("data-branch"));
        Assert.Equal(lab.View.TraceHash, root.GetAttribute("data-trace-hash"));
    }

    [Fact]
    public async Task The_screen_follows_its_lab()
    {
        await using var lab = LabRig.Open(Link.Scenario);
        var screen = RenderScreen(lab);

        await lab.StepAsync(StepKind.Round);

        screen.WaitForAssertion(() => Assert.Equal("3", Find(screen, "lab").GetAttribute("data-informed")));
    }

    [Fact]
    public async Task A_chosen_node_opens_the_inspector()
    {
        await using var lab = LabRig.Open(Link.Scenario);
        var screen = RenderScreen(lab);
        await Find(screen, "tab-log").ClickAsync(new());

        await Find(screen, "node-n4").ClickAsync(new());

        screen.WaitForAssertion(() => Assert.Equal("n4", Find(screen, "node-picker").GetAttribute("value")));
    }

    [Fact]
    public async Task Keys_act_on_the_node_that_has_the_focus()
    {
        await using var lab = LabRig.Open(Link.Scenario);
        var visit = VisitOf(lab);

        await KeyDispatch.DoAsync(visit, new KeyPress(KeyAct.KillOrRestart, new NodeId(3)));
        await KeyDispatch.DoAsync(visit, new KeyPress(KeyAct.Lens, new NodeId(7)));
        await KeyDispatch.DoAsync(visit, new KeyPress(KeyAct.LogTab, null));
        await KeyDispatch.DoAsync(visit, new KeyPress(KeyAct.Wall, null));

        Assert.False(lab.View.NodeRows[3].IsUp);
        Assert.Equal(new NodeId(7), lab.View.Lens);
        Assert.Equal(RightTab.Log, visit.Layout.Right);
        Assert.NotNull(visit.Wall);
    }

    [Fact]
    public async Task While_a_wall_is_planned_nodes_join_it_instead_of_being_chosen()
    {
        await using var lab = LabRig.Open(Link.Scenario);
        var visit = VisitOf(lab);
        visit.PlanWall(new());

        await visit.PressAsync(new NodeId(2));

        Assert.Equal([new NodeId(2)], visit.Wall?.Side);
        Assert.Null(lab.View.Selected);
    }

    [Fact]
    public async Task Another_seed_begins_the_script_anew_without_what_was_done_to_it()
    {
        await using var lab = LabRig.Open(Link.Scenario);
        var visit = VisitOf(lab);
        await visit.Desk.PostAsync(new KillNode(new NodeId(3)));

        await visit.ReplayAsync(visit.Script with { Seed = 8 });

        Assert.Equal(8ul, lab.View.Scenario.Seed);
        Assert.Equal(Link.Scenario.Commands.Count, lab.View.Scenario.Commands.Count);
        Assert.EndsWith($"/lab?s=hello&seed=8&clock=manual&lab={lab.Id}",
            Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("log", RightTab.Log, Sheet.Log)]
    [InlineData("messages", RightTab.Messages, Sheet.Node)]
    [InlineData("more", RightTab.Node, Sheet.More)]
    [InlineData(null, RightTab.Node, Sheet.Curve)]
    public void A_link_may_say_which_panel_is_open(string? tab, RightTab right, Sheet sheet)
    {
        var layout = ScreenLayout.Of(tab);

        Assert.Equal(right, layout.Right);
        Assert.Equal(sheet, layout.Sheet);
    }

    private Visit VisitOf(Lab lab) => new(
        lab, Link, Services.GetRequiredService<IDialogService>(), Services.GetRequiredService<ISnackbar>(),
        Services.GetRequiredService<NavigationManager>());

    private IRenderedComponent<LabScreen> RenderScreen(Lab lab)
    {
        RenderPopovers();
        return Render<LabScreen>(parameters => parameters.Add(one => one.Lab, lab).Add(one => one.Link, Link));
    }
}
