using GossipLab.Core.Dissemination;
using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Tests.Web.Labs;
using GossipLab.Web.Features.Caption;
using GossipLab.Web.Labs;

namespace GossipLab.Tests.Web.Features;

/// <summary>Why a run stands still, found in real runs.</summary>
public sealed class StatusNoteTests
{
    private static readonly Instant Set = Instant.FromMilliseconds(400);

    [Fact]
    public async Task A_cluster_without_a_value_says_how_to_give_it_one()
    {
        var view = await ViewAfter(new Scenario(), rounds: 1);

        Assert.Equal("No value has been set. Press i to give n0 one, or open a scenario.", StatusNote.Of(view));
    }

    [Fact]
    public async Task A_value_can_die_with_its_only_holder()
    {
        var script = LabRig.Rumour() with
        {
            Commands = [new(Set, new SetValue(new NodeId(0), 7)), new(Set, new KillNode(new NodeId(0)))],
        };

        var view = await ViewAfter(script, rounds: 2);

        Assert.StartsWith(
            "The value died with n0 before it told anyone (0 of 15).", StatusNote.Of(view), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tie_that_nothing_breaks_is_named()
    {
        var view = await ViewAfter(ScenarioLibrary.Find("simultaneous-sets")!.Scenario, rounds: 12); // In the library.

        Assert.Contains("both generation 1", StatusNote.Of(view), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wall_that_hides_the_value_is_named()
    {
        var script = LabRig.Rumour() with
        {
            Commands =
            [
                new(Instant.Zero, new BuildWall("w1", [new(0), new(1), new(2), new(3)])),
                new(Set, new SetValue(new NodeId(0), 7)),
            ],
        };

        var view = await ViewAfter(script, rounds: 60);

        Assert.StartsWith("12 running nodes are behind w1", StatusNote.Of(view), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rumour_that_died_out_left_a_residue()
    {
        var script = LabRig.Rumour() with
        {
            Node = new GossipNodeOptions
            {
                Dissemination = new DisseminationOptions { FanOut = 1, Stop = StopRule.AfterRounds, StopAfter = 1 },
            },
        };

        var view = await ViewAfter(script, rounds: 40);

        Assert.Contains("the stop rule left a residue", StatusNote.Of(view), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_on_its_way_needs_no_note()
    {
        var view = await ViewAfter(LabRig.Rumour(), rounds: 2);

        Assert.Null(StatusNote.Of(view));
    }

    private static async Task<LabView> ViewAfter(Scenario scenario, int rounds)
    {
        await using var lab = LabRig.Open(scenario);
        for (var round = 0; round < rounds; round++)
        {
            await lab.StepAsync(StepKind.Round);
        }

        return lab.View;
    }
}
