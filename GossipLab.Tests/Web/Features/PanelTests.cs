using Bunit;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Tests.TestKit;
using GossipLab.Tests.Web.Labs;
using GossipLab.Web.Features.EventLog;
using GossipLab.Web.Features.Playback;
using GossipLab.Web.Features.Stage;
using GossipLab.Web.Labs;

namespace GossipLab.Tests.Web.Features;

/// <summary>Panels show a view and raise intents on the lab; they decide nothing.</summary>
public sealed class PanelTests : MudContext
{
    [Fact]
    public async Task The_list_of_nodes_says_in_words_what_the_stage_draws()
    {
        await using var lab = LabRig.Open();
        await lab.StepAsync(StepKind.Round);
        await lab.PostAsync(new KillNode(new NodeId(5)));

        var list = Render<NodeList>(parameters => parameters.Add(one => one.View, lab.View));

        Assert.Equal(16, list.FindAll("button").Count);
        Assert.Equal("7", Find(list, "node-n0").GetAttribute("data-value"));
        Assert.Equal("true", Find(list, "node-n0").GetAttribute("data-up"));
        Assert.Equal("false", Find(list, "node-n5").GetAttribute("data-up"));
    }

    [Fact]
    public async Task Choosing_a_node_in_the_list_names_it()
    {
        await using var lab = LabRig.Open();
        NodeId? chosen = null;
        var list = Render<NodeList>(parameters => parameters
            .Add(one => one.View, lab.View).Add(one => one.Chosen, id => chosen = id));

        await Find(list, "node-n3").ClickAsync(new());

        Assert.Equal(new NodeId(3), chosen);
    }

    [Fact]
    public async Task A_step_is_an_intent_of_the_lab()
    {
        await using var lab = LabRig.Open();
        var transport = Render<TransportBar>(parameters => parameters
            .Add(one => one.Lab, lab).Add(one => one.View, lab.View));

        await Find(transport, "step-round").ClickAsync(new());

        Assert.Equal(3, lab.View.Informed);
    }

    [Fact]
    public async Task A_lab_that_goes_by_steps_only_cannot_be_played()
    {
        await using var lab = LabRig.Open();

        var transport = Render<TransportBar>(parameters => parameters
            .Add(one => one.Lab, lab).Add(one => one.View, lab.View));

        Assert.True(Find(transport, "play").HasAttribute("disabled"));
    }

    [Fact]
    public async Task A_log_filter_that_matches_nothing_says_of_how_many_and_can_be_cleared()
    {
        await using var lab = LabRig.Open();
        await lab.StepAsync(StepKind.Round);
        var log = Render<LogPanel>(parameters => parameters.Add(one => one.Source, lab));

        await Find(log, "log-text").InputAsync(new() { Value = "no such words" });
        Assert.Contains($"of {lab.Log.Count}", Find(log, "log-empty").TextContent, StringComparison.Ordinal);
        await Find(log, "log-clear").ClickAsync(new());

        Assert.Empty(log.FindAll("[data-testid=log-empty]"));
    }
}
