using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Core.Simulation.Checkpoints;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Core.Simulation.Checkpoints;

/// <summary>Steps back, lanes and their limits.</summary>
public sealed class RunHistoryTests
{
    private static readonly Instant Later = Instant.FromMilliseconds(20_000);

    [Fact]
    public void A_step_back_by_events_is_the_inverse_of_each_step_forward()
    {
        var history = Open();
        var places = new List<RunPosition> { history.Position };
        for (var step = 0; step < 300; step++)
        {
            Forward(history, () => history.Cluster.EventCount);
            places.Add(history.Position);
        }

        AssertLeadsBack(history, places, history.EventBefore);
    }

    [Fact]
    public void A_step_back_by_changes_is_the_inverse_of_each_step_forward()
    {
        var history = Open();
        var places = new List<RunPosition> { history.Position };
        for (var step = 0; step < 10; step++)
        {
            Forward(history, () => history.Changes);
            places.Add(history.Position);
        }

        AssertLeadsBack(history, places, history.ChangeBefore);
    }

    [Fact]
    public void A_step_back_by_periods_is_the_inverse_of_each_step_forward()
    {
        var history = Open();
        var node = new NodeId(3);
        var places = new List<RunPosition> { history.Position };
        for (var step = 0; step < 12; step++)
        {
            Forward(history, () => history.ProbesOf(node));
            places.Add(history.Position);
        }

        AssertLeadsBack(history, places, () => history.ProbeBefore(node));
    }

    [Fact]
    public void Acting_in_the_past_opens_a_lane_and_leaves_the_old_future_as_it_was()
    {
        var hash = new TraceHash();
        var history = Open(hash);
        history.RunUntil(Later);
        var before = (history.Position, hash.Value, history.Cluster.Scenario.Commands.Count);

        history.Travel(history.Lane, Destination.To(Instant.FromMilliseconds(4_000)));
        history.Post(new KillNode(new NodeId(3)), "kill n3");
        history.RunUntil(Later);
        var branch = history.Lane;

        Assert.Equal(("kill n3", 1, 0), (branch.Name, branch.Id, branch.Parent?.Id));
        Assert.Equal(Instant.FromMilliseconds(4_000), branch.ForkedAt);
        Assert.NotEqual(before.Value, hash.Value);

        history.Travel(history.Lanes[0], Destination.To(history.Lanes[0].Edge));
        Assert.Equal(before, (history.Position, hash.Value, history.Cluster.Scenario.Commands.Count));
    }

    [Fact]
    public void Acting_at_the_edge_stays_in_the_lane()
    {
        var history = Open();
        history.RunUntil(Later);

        history.Post(new KillNode(new NodeId(3)), "kill n3");

        Assert.Single(history.Lanes);
    }

    [Fact]
    public void A_lane_keeps_what_is_planned_but_not_for_single_messages()
    {
        var late = Instant.FromMilliseconds(9_000);
        var history = new RunHistory(
            Scenario with
            {
                Commands =
                [
                    .. Scenario.Commands, new(late, new DropMessage(9)), new(late, new KillNode(new NodeId(5))),
                ],
            },
            []);
        history.RunUntil(Instant.FromMilliseconds(1_000));

        var lane = history.Fork("here");

        Assert.DoesNotContain(lane.Commands, timed => timed.Command is DropMessage);
        Assert.Contains(lane.Commands, timed => timed.Command is KillNode);
        Assert.Contains(history.Lanes[0].Commands, timed => timed.Command is DropMessage);
    }

    [Fact]
    public void Lanes_of_a_deleted_lane_part_from_its_parent_and_go_as_before()
    {
        var hash = new TraceHash();
        var history = Open(hash);
        history.RunUntil(Instant.FromMilliseconds(3_000));
        history.Fork("first");
        history.Post(new KillNode(new NodeId(1)), "");
        history.RunUntil(Instant.FromMilliseconds(6_000));
        var first = history.Lane;
        var second = history.Fork("second");
        history.Post(new KillNode(new NodeId(2)), "");
        history.RunUntil(Later);
        var (edge, value) = (second.Edge, hash.Value);

        history.Delete(first);

        Assert.Equal((0, Instant.FromMilliseconds(3_000)), (second.Parent?.Id, second.ForkedAt));
        history.Travel(history.Lanes[0], Destination.To(Instant.FromMilliseconds(1_000)));
        history.Travel(second, Destination.To(edge));
        Assert.Equal(value, hash.Value);
    }

    [Fact]
    public void The_first_lane_and_the_one_shown_stay()
    {
        var history = Open();
        var lane = history.Fork("here");

        Assert.Throws<ArgumentException>(() => history.Delete(lane));
        Assert.Throws<ArgumentException>(() => history.Delete(history.Lanes[0]));
    }

    [Fact]
    public void There_are_at_most_32_lanes()
    {
        var history = Open();
        while (history.CanFork)
        {
            history.Fork("one more");
        }

        Assert.Equal(RunHistory.MostLanes, history.Lanes.Count);
        Assert.Throws<InvalidOperationException>(() => history.Fork("too many"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("two\nlines")]
    [InlineData("a name that goes on and on, far beyond what can be shown in a row")]
    public void A_name_that_cannot_be_shown_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() => Open().Fork(name));

    [Fact]
    public void A_jump_that_is_given_up_stands_at_a_place_of_the_lane()
    {
        var hash = new TraceHash();
        var history = Open(hash);
        history.RunUntil(Later);
        history.BeginTravel(history.Lane, Destination.To(Instant.FromMilliseconds(9_000)));
        var asked = 0;
        Assert.False(history.ContinueTravel(() => ++asked < 50));
        Assert.True(history is { IsTraveling: true, Progress: < 1 });

        history.EndTravel();

        var fresh = new TraceHash();
        var cluster = new SimulatedCluster(Scenario, fresh);
        for (var step = 0L; step < history.Position.Step; step++)
        {
            cluster.Step();
        }

        Assert.Equal(fresh.Value, hash.Value);
    }

    private static Scenario Scenario { get; } = RandomScenarios.Of(7) with
    {
        Node = GossipLab.Core.Nodes.GossipNodeOptions.Swim,
        Nodes = 12,
        Commands = [new TimedCommand(Instant.FromMilliseconds(500), new SetValue(new NodeId(0), 7))],
    };

    private static RunHistory Open(params IRewindable[] observers) => new(Scenario, observers);

    private static void Forward(RunHistory history, Func<long> reading)
    {
        var before = reading();
        while (reading() == before)
        {
            history.Step();
        }
    }

    private static void AssertLeadsBack(RunHistory history, List<RunPosition> places, Func<RunPosition> before)
    {
        for (var place = places.Count - 2; place >= 0; place--)
        {
            history.Travel(history.Lane, Destination.To(before()));
            Assert.Equal(places[place], history.Position);
        }
    }
}
