using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Web.Labs;
using GossipLab.Web.RealClusters.Watching;

namespace GossipLab.Tests.Web.RealClusters;

/// <summary>What is known of a real cluster is what was heard of it, and no more.</summary>
public sealed class ObservedClusterTests
{
    private const byte RingUnknown = 6, RingSuspect = 2, RingDead = 3, BadgeDown = 1;

    [Fact]
    public void Before_anything_was_heard_everything_is_unknown()
    {
        var cluster = new ObservedCluster(3);

        cluster.Process(N(1), ProcessState.Starting);

        Assert.Null(cluster.Node(N(1)).Value);
        Assert.Equal(Belief.Unknown, cluster.Beliefs.Of(N(1), N(0)));
        Assert.Equal(2, cluster.Beliefs.Count(N(0), Belief.Unknown));
        Assert.Equal(1, cluster.Census.Unknown);
        Assert.Equal(RingUnknown, cluster.MarkOf(N(1)).Ring);
    }

    [Fact]
    public void A_node_that_does_not_list_another_is_known_not_to_know_it()
    {
        var cluster = Running(3);

        cluster.Stated(N(0), Report(7, 1, (N(0), MemberState.Alive), (N(1), MemberState.Alive)));

        Assert.Equal(Belief.Alive, cluster.Beliefs.Of(N(0), N(1)));
        Assert.Equal(Belief.Absent, cluster.Beliefs.Of(N(0), N(2)));
        Assert.Equal(Belief.Unknown, cluster.Beliefs.Of(N(1), N(2)));
    }

    [Fact]
    public void The_others_beliefs_are_counted_and_a_node_s_own_is_not()
    {
        var cluster = Running(4);

        Believe(cluster, 0, 3, MemberState.Suspect, Rule.SuspectAccepted);
        Believe(cluster, 1, 3, MemberState.Dead, Rule.DeadAccepted);
        Believe(cluster, 3, 3, MemberState.Suspect, Rule.SuspectAccepted);
        Believe(cluster, 0, 3, MemberState.Dead, Rule.SuspicionTimeout);

        Assert.Equal(0, cluster.Beliefs.Count(N(3), Belief.Suspect));
        Assert.Equal(2, cluster.Beliefs.Count(N(3), Belief.Dead));
        Assert.Equal(1, cluster.Beliefs.Count(N(3), Belief.Unknown));
        Assert.Equal((RingDead, (byte)2), (cluster.MarkOf(N(3)).Ring, cluster.MarkOf(N(3)).RingAux));
    }

    [Fact]
    public void What_a_killed_node_held_and_believed_is_unknown_again()
    {
        var cluster = Running(3);
        cluster.Stated(N(2), Report(7, 1, (N(0), MemberState.Alive)));
        Believe(cluster, 0, 2, MemberState.Suspect, Rule.SuspectAccepted);

        cluster.Process(N(2), ProcessState.Ended, "killed");

        Assert.Null(cluster.Node(N(2)).Value);
        Assert.Equal(Belief.Unknown, cluster.Beliefs.Of(N(2), N(0)));
        Assert.Equal(Belief.Suspect, cluster.Beliefs.Of(N(0), N(2)));
        Assert.Equal(BadgeDown, cluster.MarkOf(N(2)).Badges);
        Assert.Equal(RingSuspect, cluster.MarkOf(N(2)).Ring);
        Assert.Equal(2, cluster.Census.Running);
    }

    [Fact]
    public void The_curve_counts_running_nodes_that_said_they_hold_the_newest_value()
    {
        var cluster = Running(3);
        cluster.Pass(Instant.FromMilliseconds(1000));

        cluster.Reported(N(0), Instant.FromMilliseconds(1000), Learned(Rule.ValueSet, 9, 1, writer: 0, from: 0));
        cluster.Reported(N(1), Instant.FromMilliseconds(1400), Learned(Rule.ValueAccepted, 9, 1, writer: 0, from: 0));
        cluster.Reported(N(2), Instant.FromMilliseconds(1700), Learned(Rule.ValueAccepted, 9, 1, writer: 0, from: 1));
        cluster.Pass(Instant.FromMilliseconds(2000));

        var points = cluster.Curve(10);
        Assert.Equal([(1000, 1), (1400, 2), (1700, 3), (2000, 3)],
            points.Where(point => point.Informed > 0).Select(point => (point.At.Milliseconds, point.Informed)));
        Assert.Equal(Instant.FromMilliseconds(1000), cluster.SetAt);
        Assert.Equal(Instant.FromMilliseconds(1700), cluster.InformedAt);
        Assert.Equal(N(1), cluster.Node(N(2)).LearnedFrom);
    }

    [Fact]
    public void A_running_node_of_which_nothing_is_known_keeps_the_cluster_from_counting_as_informed()
    {
        var cluster = Running(2);

        cluster.Reported(N(0), Instant.Zero, Learned(Rule.ValueSet, 9, 1, writer: 0, from: 0));

        Assert.False(cluster.Census.IsConverged);
        Assert.Equal((1, 2, 1), (cluster.Census.Informed, cluster.Census.Running, cluster.Census.Unknown));
    }

    [Fact]
    public void Two_values_of_one_generation_have_two_colours_that_stay_theirs()
    {
        var cluster = Running(3);
        cluster.Reported(N(0), Instant.Zero, Learned(Rule.ValueSet, 8, 1, writer: 0, from: 0));
        cluster.Reported(N(1), Instant.Zero, Learned(Rule.ValueSet, 9, 1, writer: 1, from: 1));
        var before = cluster.Census.SlotOf(cluster.Node(N(1)).Value);

        cluster.Reported(N(0), Instant.Zero, Learned(Rule.ValueTieWon, 9, 1, writer: 1, from: 1));

        Assert.Equal(2, before);
        Assert.Equal(2, cluster.Census.SlotOf(cluster.Node(N(0)).Value));
        Assert.Single(cluster.Census.Values);
    }

    [Fact]
    public void Under_a_lens_the_ring_is_what_that_node_believes()
    {
        var cluster = Running(3);
        Believe(cluster, 0, 2, MemberState.Suspect, Rule.SuspectAccepted);

        cluster.Lens = N(1);

        Assert.Equal(RingUnknown, cluster.MarkOf(N(2)).Ring);
        cluster.Lens = N(0);
        Assert.Equal(RingSuspect, cluster.MarkOf(N(2)).Ring);
    }

    [Fact]
    public void Nodes_that_the_cluster_does_not_have_are_ignored()
    {
        var cluster = Running(2);

        Believe(cluster, 0, 5, MemberState.Dead, Rule.DeadAccepted);
        cluster.Stated(N(0), Report(1, 0, (NodeId.None, MemberState.Alive), (N(7), MemberState.Alive)));

        Assert.Equal(Belief.Absent, cluster.Beliefs.Of(N(0), N(1)));
    }

    [Fact]
    public void The_log_keeps_a_bounded_number_of_events()
    {
        var cluster = Running(2);

        for (var count = 0; count < ObservedCluster.LogCapacity + 5; count++)
        {
            cluster.Told(new KillNode(N(0)));
        }

        Assert.Equal(ObservedCluster.LogCapacity, cluster.Log.Count);
        Assert.Equal(5, cluster.LogForgotten);
    }

    [Fact]
    public void A_frame_gathers_a_bounded_number_of_messages_and_counts_all()
    {
        var cluster = Running(2);

        for (var count = 0; count < FrameBuilder.MostFlights + 9; count++)
        {
            cluster.Flew(default);
        }

        Assert.Equal(FrameBuilder.MostFlights, cluster.Departed.Count);
        Assert.Equal(FrameBuilder.MostFlights + 9, cluster.DepartedCount);
    }

    private static NodeId N(int index) => new(index);

    private static ObservedCluster Running(int nodes)
    {
        var cluster = new ObservedCluster(nodes);
        for (var index = 0; index < nodes; index++)
        {
            cluster.Process(N(index), ProcessState.Starting);
            cluster.Process(N(index), ProcessState.Running);
        }

        return cluster;
    }

    private static NodeReport Report(long value, long generation, params (NodeId, MemberState)[] members) => new(
        new VersionedValue(value, new Generation(generation), N(0)), 1, 0,
        [.. members.Select(member => new MemberReport(member.Item1, member.Item2, 1))]);

    private static NodeEvent Learned(Rule rule, long value, long generation, int writer, int from) => NodeEvent.OfValue(
        NodeEventKind.ValueChanged, rule, N(from), new VersionedValue(value, new Generation(generation), N(writer)));

    private static void Believe(ObservedCluster cluster, int observer, int subject, MemberState state, Rule rule) =>
        cluster.Reported(N(observer), cluster.Now, new NodeEvent(
            NodeEventKind.BeliefChanged, rule, N(subject), N(observer), state, 1, 0));
}
