using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Web.Labs;

namespace GossipLab.Tests.Web.Labs;

/// <summary>A lab is a scenario and a position.</summary>
public sealed class LabTests
{
    [Fact]
    public async Task Two_labs_of_one_seed_have_one_hash_after_each_round()
    {
        await using var first = LabRig.Open();
        await using var second = LabRig.Open();
        await using var other = LabRig.Open(LabRig.Rumour(seed: 8));

        for (var round = 0; round < 6; round++)
        {
            await first.StepAsync(StepKind.Round);
            await second.StepAsync(StepKind.Round);
            await other.StepAsync(StepKind.Round);
            Assert.Equal(first.View.TraceHash, second.View.TraceHash);
            Assert.NotEqual(first.View.TraceHash, other.View.TraceHash);
        }
    }

    [Fact]
    public async Task A_round_informs_three_nodes_at_fan_out_two()
    {
        await using var lab = LabRig.Open();

        await lab.StepAsync(StepKind.Round);

        Assert.Equal(3, lab.View.Informed);
    }

    [Fact]
    public async Task A_step_by_events_handles_one_input_and_what_follows_from_it_at_once()
    {
        await using var lab = LabRig.Open();

        await lab.StepAsync(StepKind.Event);
        Assert.Equal(2, lab.View.Event); // the command and the changed value

        await lab.StepAsync(StepKind.Event);
        Assert.Equal(4, lab.View.Event); // n0's tick sends two messages
    }

    [Fact]
    public async Task A_step_to_the_next_belief_stops_at_the_next_node_that_learns()
    {
        await using var lab = LabRig.Open();
        await lab.StepAsync(StepKind.Belief);
        Assert.Equal(1, lab.View.Informed);

        await lab.StepAsync(StepKind.Belief);

        Assert.Equal(2, lab.View.Informed);
    }

    [Fact]
    public async Task What_is_done_becomes_part_of_the_scenario_and_happens_at_once()
    {
        await using var lab = LabRig.Open();

        var fault = await lab.PostAsync(new KillNode(new NodeId(5)));

        Assert.Null(fault);
        Assert.Equal(15, lab.View.Running);
        Assert.Contains(lab.CurrentScenario.Commands, timed => timed.Command == new KillNode(new NodeId(5)));
    }

    [Fact]
    public async Task What_cannot_be_done_is_said_in_words_and_changes_nothing()
    {
        await using var lab = LabRig.Open();
        await lab.PostAsync(new KillNode(new NodeId(5)));
        var before = lab.View;

        var fault = await lab.PostAsync(new KillNode(new NodeId(5)));

        Assert.Equal("n5 is not running", fault);
        Assert.Equal(before.Event, lab.View.Event);
        Assert.Equal(before.Scenario.Commands.Count, lab.View.Scenario.Commands.Count);
    }

    [Fact]
    public async Task A_saved_run_played_again_gives_the_same_hash()
    {
        await using var lab = LabRig.Open();
        await lab.StepAsync(StepKind.Round);
        await lab.PostAsync(new KillNode(new NodeId(5)));
        await lab.PostAsync(new SetValue(new NodeId(3), 9));
        await lab.StepAsync(StepKind.Round);

        await using var again = LabRig.Open(lab.CurrentScenario, LabRig.Manual with { StandAt = lab.View.Now });

        Assert.Equal(lab.View.TraceHash, again.View.TraceHash);
        Assert.Equal(lab.View.Event, again.View.Event);
    }

    [Fact(Timeout = 30_000)]
    public async Task Running_until_all_know_stops_when_they_do()
    {
        await using var lab = LabRig.Open();
        var done = new TaskCompletionSource();
        using var subscription = lab.Subscribe(() =>
        {
            if (lab.View is { IsConverged: true, Status: LabStatus.Paused })
            {
                done.TrySetResult();
            }
        });

        await lab.RunUntilInformedAsync();
        await done.Task.WaitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(16, lab.View.Informed);
        Assert.NotNull(lab.View.RoundsToInformed);
        Assert.Equal(lab.View.Now, lab.View.InformedAt);
    }

    [Fact]
    public async Task A_new_run_in_a_lab_begins_at_zero_with_the_next_epoch()
    {
        await using var lab = LabRig.Open();
        await lab.StepAsync(StepKind.Round);

        await lab.RestartAsync(LabRig.Rumour(nodes: 8), LabRig.Manual);

        Assert.Equal((2, 8, 0.0), (lab.View.Epoch, lab.View.Nodes, lab.View.Now.Seconds));
    }

    [Fact]
    public async Task A_faulty_run_is_refused_and_the_present_one_goes_on()
    {
        await using var lab = LabRig.Open();

        await Assert.ThrowsAsync<ArgumentException>(() =>
            lab.RestartAsync(LabRig.Rumour(nodes: 0), LabRig.Manual).AsTask());

        Assert.Equal((1, 16), (lab.View.Epoch, lab.View.Nodes));
    }

    [Fact]
    public async Task A_closed_lab_answers_that_it_is_closed()
    {
        var lab = LabRig.Open();
        await lab.DisposeAsync();

        var refused = await Assert.ThrowsAsync<LabLimitException>(() => lab.StepAsync(StepKind.Round).AsTask());

        Assert.StartsWith("This lab is closed", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_jump_the_caption_tells_the_latest_and_not_the_command_long_before()
    {
        await using var lab = LabRig.Open();

        await lab.StepAsync(StepKind.Round);

        Assert.Equal("2 nodes learn 7; 3 of 16 know it.", lab.View.Caption);
    }
}
