using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Core.Simulation;

/// <summary>What each command does to nodes.</summary>
public sealed class CommandTests
{
    private static readonly NodeId N0 = new(0);
    private static readonly NodeId N1 = new(1);

    private readonly ClusterRig _rig = new(ClusterRig.Calm(4));

    [Fact]
    public void A_posted_command_is_carried_out_a_microsecond_later_before_anything_else_due_then()
    {
        _rig.RunUntil(0.999999);

        var timed = _rig.Cluster.Post(new SetValue(N0, 7));

        Assert.Equal(Instant.FromMilliseconds(1_000), timed.At);
        _rig.RunUntil(1);
        Assert.Equal(2, _rig.Sent(MessageKind.Push).Count);
        Assert.Equal(timed, Assert.Single(_rig.Cluster.Scenario.Commands));
    }

    [Fact]
    public void Commands_of_one_moment_keep_their_order()
    {
        _rig.Cluster.Post(new SetValue(N0, 7));
        _rig.Cluster.Post(new SetValue(N0, 8));
        _rig.RunFor(0.001);

        Assert.Equal(8, _rig.Values[0]);
        Assert.Equal(2, _rig.Cluster.Node(N0).Store.Current.Generation.Number);
    }

    [Fact]
    public void A_value_that_is_set_reaches_all()
    {
        _rig.Post(new SetValue(N1, 7)).RunFor(10);

        Assert.Equal([7, 7, 7, 7], _rig.Values);
        Assert.True(_rig.Cluster.Census.IsConverged);
    }

    [Fact]
    public void A_killed_node_does_nothing_and_what_it_is_sent_is_lost()
    {
        _rig.Post(new KillNode(N0), new SetValue(N1, 7)).RunFor(10);

        Assert.Equal([7, 7, 7], _rig.Values);
        Assert.False(_rig.Cluster.Condition(N0).IsUp);
        Assert.DoesNotContain(_rig.Entries, entry => entry.Kind == TraceKind.Sent && entry.Flight.From == N0);
        Assert.True(_rig.Cluster.Counters.LostTo(LossReason.ReceiverDown) > 0);
    }

    [Theory]
    [InlineData(true, 7, 1)]
    [InlineData(false, 42, 0)]
    public void A_restart_finds_the_disk_or_a_new_one(bool keepDisk, long value, long generation)
    {
        _rig.Post(new SetValue(N0, 7)).RunFor(5);
        _rig.Post(new KillNode(N0)).RunFor(5);

        _rig.Post(new RestartNode(N0, keepDisk));

        var store = _rig.Cluster.Node(N0).Store;
        Assert.Equal((value, generation), (store.Current.Value, store.Current.Generation.Number));
        Assert.Equal((true, 2), (_rig.Cluster.Condition(N0).IsUp, _rig.Cluster.Condition(N0).Life));
    }

    [Fact]
    public void The_timers_of_an_earlier_life_are_void()
    {
        _rig.Post(new SetValue(N0, 7)).RunFor(5);
        _rig.Post(new KillNode(N0)).RunFor(0.1);
        _rig.Post(new RestartNode(N0, KeepDisk: true));
        var before = _rig.Sent(MessageKind.Push).Count(sent => sent.Flight.From == N0);

        _rig.RunFor(3);

        // Two pushes at each of three ticks, not twice as many.
        Assert.Equal(6, _rig.Sent(MessageKind.Push).Count(sent => sent.Flight.From == N0) - before);
    }

    [Fact]
    public void A_paused_node_stands_still_and_catches_up_in_order()
    {
        _rig.Post(new SetValue(N1, 7), new PauseNode(N0, null)).RunFor(5);
        Assert.Equal(42, _rig.Values[0]);
        Assert.True(_rig.Cluster.Condition(N0).IsPaused);
        Assert.DoesNotContain(_rig.Entries,
            entry => entry.Stamp.Node == N0 && entry.Kind is TraceKind.Sent or TraceKind.Arrived);

        _rig.Post(new ResumeNode(N0));

        Assert.Equal(7, _rig.Values[0]);
        Assert.False(_rig.Cluster.Condition(N0).IsPaused);
    }

    [Fact]
    public void A_pause_ends_by_itself_after_its_duration()
    {
        _rig.Post(new PauseNode(N0, TimeSpan.FromSeconds(2.5)));
        var pausedAt = _rig.Cluster.Now;

        _rig.RunFor(2.4);
        Assert.True(_rig.Cluster.Condition(N0).IsPaused);
        _rig.RunFor(0.2);
        Assert.False(_rig.Cluster.Condition(N0).IsPaused);
        var resumed = _rig.Entries.Single(entry => entry.Command is ResumeNode);
        Assert.Equal(pausedAt + TimeSpan.FromSeconds(2.5), resumed.Stamp.At);
        Assert.Single(_rig.Cluster.Scenario.Commands);
    }

    [Fact]
    public void The_end_of_an_earlier_pause_does_not_end_a_later_one()
    {
        _rig.Post(new PauseNode(N0, TimeSpan.FromSeconds(2)), new ResumeNode(N0), new PauseNode(N0, null));

        _rig.RunFor(5);

        Assert.True(_rig.Cluster.Condition(N0).IsPaused);
    }

    [Fact]
    public void A_killed_node_is_not_paused_after_its_restart()
    {
        _rig.Post(new SetValue(N1, 7), new PauseNode(N0, TimeSpan.FromSeconds(2))).RunFor(1.5);
        _rig.Post(new KillNode(N0), new RestartNode(N0, KeepDisk: true));

        Assert.False(_rig.Cluster.Condition(N0).IsPaused);
        _rig.RunFor(5);
        Assert.Equal(7, _rig.Values[0]);
    }

    [Fact]
    public void A_slow_node_handles_messages_late_and_one_after_the_other()
    {
        _rig.Post(new SlowNode(N0, Ms(300)));
        _rig.Post(new SetValue(N1, 7), new SetValue(new(2), 7), new SetValue(new(3), 7)).RunFor(3);

        var arrivals = _rig.Entries.Where(entry => entry.Kind == TraceKind.Arrived && entry.Flight.To == N0).ToArray();
        Assert.True(arrivals.Length >= 2);
        Assert.All(arrivals, entry => Assert.True(entry.Stamp.At - entry.Flight.SentAt >= Ms(310)));
        Assert.All(arrivals.Zip(arrivals.Skip(1)),
            pair => Assert.True(pair.Second.Stamp.At - pair.First.Stamp.At >= Ms(300)));
    }

    [Fact]
    public void A_node_that_leaves_ends_a_while_later()
    {
        _rig.Post(new LeaveNode(N0));
        Assert.Equal((true, true), (_rig.Cluster.Condition(N0).IsUp, _rig.Cluster.Condition(N0).HasLeft));

        _rig.RunFor(6);

        Assert.Equal((false, true), (_rig.Cluster.Condition(N0).IsUp, _rig.Cluster.Condition(N0).HasLeft));
        Assert.Single(_rig.Cluster.Scenario.Commands);
    }

    [Fact]
    public void A_pause_does_not_keep_a_leaving_node_for_ever()
    {
        _rig.Post(new LeaveNode(N0), new PauseNode(N0, TimeSpan.FromSeconds(1))).RunFor(6);

        Assert.False(_rig.Cluster.Condition(N0).IsUp);
    }

    [Fact]
    public void A_new_node_joins_and_learns_the_value()
    {
        _rig.Post(new SetValue(N0, 7)).RunFor(5);

        _rig.Post(new AddNode(N0)).RunFor(10);

        Assert.Equal([7, 7, 7, 7, 7], _rig.Values);
        Assert.Equal(5, _rig.Cluster.NodeCount);
    }

    [Fact]
    public void A_command_that_does_not_fit_any_more_has_no_effect_and_is_still_recorded()
    {
        var twice = ClusterRig.Calm(4) with
        {
            Commands =
            [
                new TimedCommand(Instant.FromMilliseconds(10), new KillNode(N0)),
                new TimedCommand(Instant.FromMilliseconds(20), new SetValue(N0, 7)),
            ],
        };

        var rig = new ClusterRig(twice).RunUntil(1);

        Assert.Equal(2, rig.Entries.Count(entry => entry.Kind == TraceKind.Command));
        Assert.Equal([42, 42, 42], rig.Values);
    }

    private static TimeSpan Ms(double milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}
