using Bunit;
using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Tests.TestKit;
using GossipLab.Tests.Web.Labs;
using GossipLab.Web.Features.Nodes;
using GossipLab.Web.Labs;

namespace GossipLab.Tests.Web.Features;

/// <summary>The inspector shows one node as it is: its store, and what it believes of the others.</summary>
public sealed class InspectorTests : MudContext
{
    [Fact]
    public async Task Without_a_node_it_says_how_to_choose_one()
    {
        await using var lab = LabRig.Open();

        var inspector = RenderInspector(lab.View);

        Assert.Contains("Choose a node", inspector.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_node_is_chosen_by_its_name()
    {
        await using var lab = LabRig.Open();
        NodeId? chosen = null;
        var inspector = Render<NodeInspector>(parameters => parameters
            .Add(one => one.View, lab.View).Add(one => one.NodeChosen, node => chosen = node));

        await Find(inspector, "node-picker").ChangeAsync(new() { Value = "n12" });
        Assert.Equal(new NodeId(12), chosen);

        await Find(inspector, "node-picker").ChangeAsync(new() { Value = "n99" });
        Assert.Equal(new NodeId(12), chosen);
    }

    [Fact]
    public async Task A_set_value_says_who_set_it_and_when()
    {
        await using var lab = LabRig.Open();
        await lab.StepAsync(StepKind.Belief);
        await lab.SelectAsync(new NodeId(0));

        var text = Find(RenderInspector(lab.View), "node-store").TextContent;

        Assert.Contains("7", text, StringComparison.Ordinal);
        Assert.Contains("generation 1", text, StringComparison.Ordinal);
        Assert.Contains("0.400 s, from itself", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suspicion_shows_the_time_left_and_its_confirmations()
    {
        await using var lab = LabRig.Open(Crash, LabRig.Manual with { StandAt = Instant.FromMilliseconds(6_000) });
        await lab.SelectAsync(new NodeId(7));

        var inspector = RenderInspector(lab.View);
        var row = Find(inspector, "view-n3");

        Assert.Equal("suspect", row.GetAttribute("data-state"));
        Assert.Matches("[0-9.]+ m?s left, [0-2] of 2", row.TextContent);
    }

    [Fact]
    public async Task Only_those_not_alive_leaves_the_rest_out()
    {
        await using var lab = LabRig.Open(Crash, LabRig.Manual with { StandAt = Instant.FromMilliseconds(6_000) });
        await lab.SelectAsync(new NodeId(7));
        var inspector = RenderInspector(lab.View);

        await inspector.Find(".membership input[type=checkbox]").ChangeAsync(new() { Value = true });

        Assert.Equal("view-n3", Assert.Single(inspector.FindAll("[data-testid^=view-]")).GetAttribute("data-testid"));
    }

    [Fact]
    public async Task A_given_list_has_no_beliefs()
    {
        await using var lab = LabRig.Open();
        await lab.SelectAsync(new NodeId(0));

        var inspector = RenderInspector(lab.View);

        Assert.Contains("Members are a given list here", inspector.Markup, StringComparison.Ordinal);
    }

    private static Scenario Crash => LabRig.Rumour() with
    {
        Node = GossipNodeOptions.Swim,
        Commands = [new TimedCommand(new Instant(1_000_000), new KillNode(new NodeId(3)))],
    };

    private IRenderedComponent<NodeInspector> RenderInspector(LabView view) =>
        Render<NodeInspector>(parameters => parameters.Add(one => one.View, view));
}
