using Bunit;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Tests.TestKit;
using GossipLab.Tests.Web.Labs;
using GossipLab.Web.Features.Faults;
using GossipLab.Web.Labs;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace GossipLab.Tests.Web.Features;

/// <summary>What visitors do to a cluster becomes a command, or is explained.</summary>
public sealed class HandTests : MudContext
{
    [Fact]
    public async Task A_message_in_hand_can_be_dropped()
    {
        await using var lab = LabRig.Open();
        await lab.StepAsync(StepKind.Event);
        await lab.StepAsync(StepKind.Event);
        var flight = lab.View.InFlight[0].Flight.Id;
        await lab.SelectFlightAsync(flight);
        var panel = Render<MessagesPanel>(parameters => parameters
            .Add(one => one.Lab, lab).Add(one => one.View, lab.View).Add(one => one.Desk, DeskOf(lab)));

        await Find(panel, "drop").ClickAsync(new());

        Assert.Contains(new DropMessage(flight), lab.CurrentScenario.Commands.Select(timed => timed.Command));
        Assert.Equal(1, lab.View.Counters.Lost);
    }

    [Fact]
    public async Task A_message_in_hand_says_why_it_was_sent_and_what_is_new_in_it()
    {
        await using var lab = LabRig.Open();
        while (!lab.View.InFlight.Any(one => one.Message.CarriesValue))
        {
            await lab.StepAsync(StepKind.Event);
        }

        var flight = lab.View.InFlight.First(one => one.Message.CarriesValue).Flight;
        await lab.SelectFlightAsync(flight.Id);
        var panel = Render<MessagesPanel>(parameters => parameters
            .Add(one => one.Lab, lab).Add(one => one.View, lab.View).Add(one => one.Desk, DeskOf(lab)));

        Assert.Equal($"A timer of {flight.From}: round of spreading the value.",
            Find(panel, "message-cause").TextContent);
        var payload = Find(panel, "message-payload");
        Assert.Equal("new", payload.QuerySelector("tbody tr")?.GetAttribute("data-news"));
        Assert.Contains($"New to {flight.To}?", payload.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_message_on_its_way_knows_its_cause_also_after_a_jump()
    {
        await using var lab = LabRig.Open(
            ScenarioLibrary.Find("crash-detection")!.Scenario, // It is in the library.
            LabRig.Manual with { StandAt = Instant.FromMilliseconds(6_000) });
        await lab.StepAsync(StepKind.Round);
        await lab.ScrubAsync(Instant.FromMilliseconds(5_000));
        while (lab.View.InFlight.Count == 0)
        {
            await lab.StepAsync(StepKind.Event);
        }

        foreach (var one in lab.View.InFlight)
        {
            await lab.SelectFlightAsync(one.Flight.Id);
            Assert.NotNull(lab.View.SelectedFlight?.Sent);
        }

        Assert.Equal(
            lab.View.Counters.InFlight, await lab.ReadAsync(run => (long)run.SendCauses.Count));
    }

    [Fact]
    public async Task While_time_runs_no_message_is_in_hand()
    {
        await using var lab = LabRig.Open();
        var playing = lab.View with { Status = LabStatus.Live };

        var panel = Render<MessagesPanel>(parameters => parameters
            .Add(one => one.Lab, lab).Add(one => one.View, playing).Add(one => one.Desk, DeskOf(lab)));

        Assert.Contains("Pause, and the messages", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wall_is_built_around_the_nodes_that_were_named()
    {
        await using var lab = LabRig.Open();
        var draft = new WallDraft();
        var isClosed = false;
        var bar = Render<WallBar>(parameters => parameters
            .Add(one => one.Desk, DeskOf(lab)).Add(one => one.View, lab.View).Add(one => one.Draft, draft)
            .Add(one => one.DraftChanged, changed => draft = changed).Add(one => one.Closed, () => isClosed = true));

        await Find(bar, "wall-side").ChangeAsync(new() { Value = "n0-n3" });
        bar.Render(parameters => parameters.Add(one => one.Draft, draft));
        await Find(bar, "wall-bar").SubmitAsync();

        Assert.True(isClosed);
        var wall = Assert.Single(lab.View.Walls);
        Assert.Equal([new NodeId(0), new(1), new(2), new(3)], wall.Side);
    }

    [Fact]
    public async Task A_side_that_cannot_be_read_stays_in_the_field_with_the_reason()
    {
        await using var lab = LabRig.Open();
        var bar = Render<WallBar>(parameters => parameters
            .Add(one => one.Desk, DeskOf(lab)).Add(one => one.View, lab.View).Add(one => one.Draft, new WallDraft()));

        await Find(bar, "wall-side").ChangeAsync(new() { Value = "n0-n99" });

        Assert.Equal("n0-n99", Find(bar, "wall-side").GetAttribute("value"));
        Assert.Contains("There is no n99", bar.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_loss_of_the_running_network_is_a_command()
    {
        await using var lab = LabRig.Open();
        var tools = Render<NetworkTools>(parameters => parameters
            .Add(one => one.Desk, DeskOf(lab)).Add(one => one.View, lab.View));

        await Find(tools, "live-loss").ChangeAsync(new() { Value = "25" });

        Assert.Equal(0.25, lab.View.Loss);
    }

    [Fact]
    public async Task What_cannot_be_done_is_told_and_changes_nothing()
    {
        await using var lab = LabRig.Open();
        var snackbar = Services.GetRequiredService<ISnackbar>();
        var desk = DeskOf(lab);
        await desk.DoAsync(NodeActKind.Kill, new NodeId(3));
        var commands = lab.CurrentScenario.Commands.Count;

        await desk.DoAsync(NodeActKind.Kill, new NodeId(3));

        Assert.Equal(commands, lab.CurrentScenario.Commands.Count);
        Assert.Equal("n3 is not running.", Assert.Single(snackbar.ShownSnackbars).Message);
    }

    [Fact]
    public async Task One_key_kills_and_restarts()
    {
        await using var lab = LabRig.Open();
        var desk = DeskOf(lab);

        await desk.KillOrRestartAsync(new NodeId(3), keepsDisk: true);
        Assert.False(lab.View.NodeRows[3].IsUp);

        await desk.KillOrRestartAsync(new NodeId(3), keepsDisk: true);
        Assert.True(lab.View.NodeRows[3].IsUp);
    }

    private FaultDesk DeskOf(Lab lab) => new(
        lab, Services.GetRequiredService<IDialogService>(), Services.GetRequiredService<ISnackbar>());
}
