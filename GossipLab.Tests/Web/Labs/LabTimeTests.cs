using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Web.Labs;

namespace GossipLab.Tests.Web.Labs;

/// <summary>A lab goes back and forth in time; all it shows is what it showed there before.</summary>
public sealed class LabTimeTests
{
    private static readonly Instant Late = Instant.FromMilliseconds(12_000);
    private static readonly Instant Early = Instant.FromMilliseconds(5_000);

    [Theory]
    [InlineData(StepKind.Event)]
    [InlineData(StepKind.Round)]
    [InlineData(StepKind.Period)]
    [InlineData(StepKind.Belief)]
    public async Task Each_step_back_shows_again_what_was_shown_before_the_step_forward(StepKind kind)
    {
        await using var lab = LabRig.Open(Swim());
        var shown = new List<string> { Portrait(lab.View) };
        for (var step = 0; step < 8; step++)
        {
            await lab.StepAsync(kind);
            shown.Add(Portrait(lab.View));
        }

        for (var step = 7; step >= 0; step--)
        {
            await lab.StepBackAsync(kind);
            Assert.Equal(shown[step], Portrait(lab.View));
        }
    }

    [Fact]
    public async Task The_edge_is_found_again_with_its_curve_log_counters_and_hash()
    {
        await using var lab = LabRig.Open(Swim(), LabRig.Manual with { StandAt = Late });
        await AssertStandsAtAsync(lab, Late);
        var edge = Portrait(lab.View);

        await lab.ScrubAsync(Early);
        Assert.False(lab.View.Tape.IsAtEdge);
        await lab.GoLiveAsync();

        Assert.True(lab.View.Tape.IsAtEdge);
        Assert.Equal(edge, Portrait(lab.View));
    }

    [Fact]
    public async Task A_moment_gone_to_is_as_in_a_lab_that_ran_just_so_far()
    {
        await using var fresh = LabRig.Open(Swim(), LabRig.Manual with { StandAt = Early });
        await using var lab = LabRig.Open(Swim(), LabRig.Manual with { StandAt = Late });
        await AssertStandsAtAsync(fresh, Early);
        await AssertStandsAtAsync(lab, Late);

        await lab.ScrubAsync(Early);

        Assert.Equal(Portrait(fresh.View), Portrait(lab.View));
    }

    [Fact]
    public async Task Acting_in_the_past_opens_a_branch_named_by_the_act()
    {
        await using var lab = LabRig.Open(Swim(), LabRig.Manual with { StandAt = Late });
        await AssertStandsAtAsync(lab, Late);
        var edge = Portrait(lab.View);
        await lab.ScrubAsync(Early);

        Assert.Null(await lab.PostAsync(new KillNode(new NodeId(3))));

        Assert.Equal("kill n3 at 5 s", lab.View.Tape.Lane.Name);
        Assert.Equal(2, lab.View.Tape.Lanes.Count);
        Assert.Equal(10, lab.View.Running);
        await lab.GoToLaneAsync(0);
        await lab.GoLiveAsync();
        await AssertStandsAtAsync(lab, Late);
        Assert.Equal(edge, Portrait(lab.View));
    }

    [Fact]
    public async Task A_branch_can_be_named_and_deleted_while_it_is_shown()
    {
        await using var lab = LabRig.Open(Swim(), LabRig.Manual with { StandAt = Early });
        await AssertStandsAtAsync(lab, Early);
        Assert.Null(await lab.ForkAsync());
        var id = lab.View.Tape.Lane.Id;

        Assert.NotNull(await lab.RenameLaneAsync(id, " "));
        Assert.Null(await lab.RenameLaneAsync(id, "what if"));
        Assert.Equal("what if", lab.View.Tape.Lane.Name);
        await lab.DeleteLaneAsync(id);

        Assert.Equal("main", Assert.Single(lab.View.Tape.Lanes).Name);
    }

    [Fact]
    public async Task Of_two_wishes_to_be_elsewhere_the_later_one_counts()
    {
        await using var lab = LabRig.Open(Swim(), LabRig.Manual with { StandAt = Late });
        await AssertStandsAtAsync(lab, Late);

        var first = lab.ScrubAsync(Early).AsTask();
        var second = lab.ScrubAsync(Instant.FromMilliseconds(2_000)).AsTask();
        await Task.WhenAll(first, second);

        await AssertStandsAtAsync(lab, Instant.FromMilliseconds(2_000));
    }

    [Fact]
    public async Task There_is_a_most_of_branches_and_it_is_said_in_words()
    {
        await using var lab = LabRig.Open(Swim(), LabRig.Manual with { StandAt = Early });
        await AssertStandsAtAsync(lab, Early);
        while (await lab.ForkAsync() is null)
        {
        }

        Assert.False(lab.View.Tape.CanFork);
        Assert.Contains("at most 32 branches", await lab.ForkAsync(), StringComparison.Ordinal);
    }

    private static Scenario Swim() => new()
    {
        Name = "swim",
        Nodes = 12,
        Seed = 5,
        Node = GossipNodeOptions.Swim,
        Commands =
        [
            new TimedCommand(Instant.FromMilliseconds(400), new SetValue(new NodeId(0), 7)),
            new TimedCommand(Instant.FromMilliseconds(3_000), new KillNode(new NodeId(8))),
        ],
    };

    // A long way is gone in pieces; the view tells when it is done.
    private static async Task AssertStandsAtAsync(Lab lab, Instant at)
    {
        for (var turn = 0; turn < 1_000 && (lab.View.Status == LabStatus.Seeking || lab.View.Now != at); turn++)
        {
            await lab.SelectAsync(null);
        }

        Assert.Equal(at, lab.View.Now);
    }

    private static string Portrait(LabView view) => string.Join('\n',
    [
        $"{view.Now} {view.Event} {view.TraceHash} {view.Informed} {view.Running} {view.Suspicions} {view.Deaths}",
        $"{view.FalseSuspicions} {view.FalseDeaths} {view.Refutations} {view.InformedAt} {view.MessagesToInformed}",
        $"{view.Counters.Sent} {view.Counters.Delivered} {view.Counters.Lost} {view.Counters.Bytes}",
        string.Join(' ', view.Curve), string.Join(' ', view.InFlight), string.Join(' ', view.NodeRows),
    ]);
}
