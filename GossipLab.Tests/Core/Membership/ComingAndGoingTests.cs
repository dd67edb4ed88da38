using GossipLab.Core.Membership;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Tests.TestKit;
using static GossipLab.Tests.TestKit.News;

namespace GossipLab.Tests.Core.Membership;

/// <summary>Joining, leaving, crashing, coming back (memberlist's Join and Leave; Serf's reconnect).</summary>
public sealed class ComingAndGoingTests
{
    [Fact]
    public void A_joiner_learns_all_members_and_all_learn_the_joiner()
    {
        var rig = new MembershipRig(4);
        var joiner = rig.AddFresh();

        joiner.Join(2);
        rig.Run(2000);

        Assert.All(rig.Nodes, node => Assert.Equal(5, node.Node.CountOf(MemberState.Alive)));
        Assert.False(joiner.Node.View().IsJoining);
    }

    [Fact]
    public void A_contact_is_asked_again_after_ever_longer_times_until_it_answers()
    {
        var rig = NodeRig.Fresh();
        rig.Join(1);
        rig.Run(100_000);
        var asked = rig.Reports.Count(what => what.Rule == Rule.JoinTried);

        rig.Receive(1, Message.SyncReply(MemberUpdates.Of(Alive(1, 1)), joins: true));
        rig.Run(100_000);

        // At 0, 1, 3, 7, 15, 31, 61 and 91 s.
        Assert.Equal(8, asked);
        Assert.Equal(8, rig.SentOf(MessageKind.SyncRequest).Length);
    }

    [Fact]
    public void Several_contacts_are_asked_in_turn()
    {
        var rig = NodeRig.Fresh();

        rig.Join(1);
        rig.Join(2);
        rig.Join(2);
        rig.Join(0);
        rig.Run(7000);

        Assert.Equal([1, 2, 2, 1, 2], rig.SentOf(MessageKind.SyncRequest).Select(request => request.To.Index));
    }

    [Fact]
    public void Contacts_beyond_the_bound_are_not_asked()
    {
        var rig = NodeRig.Fresh();

        for (var contact = 1; contact <= 20; contact++)
        {
            rig.Join(contact);
        }

        Assert.Equal(16, rig.Sent.Count);
    }

    [Fact]
    [Trait("row", "I1")]
    public void Who_leaves_is_gone_for_all_and_has_not_failed()
    {
        var rig = new MembershipRig(2);
        rig.Run(1000);

        rig[0].Leave();
        Assert.False(rig[0].Node.HasLeft);
        rig.Run(1000);

        Assert.True(rig[0].Node.HasLeft);
        Assert.All(rig.Nodes, node => Assert.Equal(MemberState.Left, node.StateOf(0)));
        Assert.All(rig.Nodes, node => Assert.Equal(1, node.Node.CountOf(MemberState.Alive)));
        Assert.Equal([Rule.LeftAccepted, Rule.LeaveSpread], rig[0].RulesAbout(0));
    }

    [Fact]
    public void A_leave_has_its_time_to_spread_and_no_more()
    {
        var rig = new NodeRig(known: [1]);
        rig.Leave();
        rig.Leave();

        rig.Run(4999);
        Assert.False(rig.Node.HasLeft);
        rig.Run(1);

        Assert.True(rig.Node.HasLeft);
        Assert.Single(rig.Reports, what => what.Rule == Rule.LeaveSpread);
    }

    [Fact]
    public void A_node_that_is_alone_has_left_at_once()
    {
        var rig = NodeRig.Fresh();

        rig.Leave();

        Assert.True(rig.Node.HasLeft);
    }

    [Fact]
    public void Who_leaves_still_answers()
    {
        var rig = new NodeRig(known: [1]);
        rig.Leave();

        rig.Receive(1, Message.Ping(rig.Self, 5));

        Assert.Equal(MessageKind.Ack, rig.Sent[^1].Kind);
    }

    [Fact]
    [Trait("row", "I2")]
    public void Who_crashes_is_found_dead()
    {
        var rig = new MembershipRig(2, new MembershipOptions
        {
            ProbeInterval = TimeSpan.FromMilliseconds(10),
            ProbeTimeout = TimeSpan.FromMilliseconds(5),
            SuspicionMaxMultiplier = 1,
        });
        rig.Run(100);

        rig.Stop(0);
        rig.Run(100);

        Assert.Equal((MemberState.Dead, 1), (rig[1].StateOf(0), rig[1].Node.CountOf(MemberState.Alive)));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(8)]
    public void All_find_a_crash_within_the_bound_of_the_protocol(int nodes)
    {
        var rig = new MembershipRig(nodes);
        rig.Run(5000);

        rig.Stop(0);

        // The first probe of it, which some node makes within 2n - 1 periods, its failure, and the longest suspicion.
        rig.Run(1000 * (2 * nodes - 1) + 1000 + 24_000);
        Assert.All(rig.Nodes.Skip(1), node => Assert.Contains(
            node.Reports, what => (what.Subject.Index, what.State) == (0, MemberState.Dead)));
        Assert.All(rig.Nodes.Skip(1), node => Assert.Equal(nodes - 1, node.Node.CountOf(MemberState.Alive)));
    }

    [Fact]
    public void A_failed_member_is_tried_again_with_the_chance_of_failed_to_live_members()
    {
        var rig = new NodeRig(known: [1, 2, 3]);
        rig.Hear(Dead(1, 1, from: 9));

        for (var interval = 1; interval <= 3000; interval++)
        {
            rig.StandAt(Instant.FromMilliseconds(interval));
            rig.Tick(TimerKind.ReconnectTick);
        }

        Assert.InRange(rig.SentOf(MessageKind.SyncRequest).Length, 900, 1100);
        Assert.All(rig.Sent, sending => Assert.Equal((1, true), (sending.To.Index, sending.Message.Flag)));
    }

    [Fact]
    public void A_failed_member_is_tried_long_after_it_was_forgotten_and_given_up_after_a_day()
    {
        var rig = new NodeRig(known: [1]);
        rig.Hear(Dead(1, 1, from: 9));

        rig.StandAt(Instant.Zero + TimeSpan.FromHours(24));
        rig.Tick(TimerKind.ProbeTick);
        rig.Tick(TimerKind.ProbeTick);
        rig.Tick(TimerKind.ProbeTick);
        Assert.Null(rig.StateOf(1));
        rig.Tick(TimerKind.ReconnectTick);
        Assert.Single(rig.SentOf(MessageKind.SyncRequest));
        rig.StandAt(rig.Now + TimeSpan.FromMilliseconds(1));
        rig.Tick(TimerKind.ReconnectTick);

        Assert.Single(rig.SentOf(MessageKind.SyncRequest));
        Assert.Equal(0, rig.Node.View().Failed);
    }

    [Fact]
    public void Who_left_is_not_tried_again_and_neither_is_who_came_back()
    {
        var rig = new NodeRig(known: [1, 2]);
        rig.Hear(Left(1, 1), Dead(2, 1, from: 9), Alive(2, 2));

        rig.Tick(TimerKind.ReconnectTick);

        Assert.Empty(rig.Sent);
        Assert.Equal(0, rig.Node.View().Failed);
    }

    [Theory]
    [InlineData(30, true)]
    [InlineData(0, false)]
    public void A_partition_heals_only_because_the_failed_are_tried_again(int reconnectSeconds, bool heals)
    {
        var options = new MembershipOptions { ReconnectInterval = TimeSpan.FromSeconds(reconnectSeconds) };
        var rig = new MembershipRig(6, options);
        rig.Run(1000);
        rig.IsLost = (from, to, _) => from < 3 != to < 3;
        rig.Run(120_000);
        Assert.All(rig.Nodes, node => Assert.Equal(3, node.Node.CountOf(MemberState.Alive)));

        rig.IsLost = (_, _, _) => false;
        rig.Run(120_000);

        Assert.All(rig.Nodes, node => Assert.Equal(heals ? 6 : 3, node.Node.CountOf(MemberState.Alive)));
    }

    [Fact]
    public void A_restarted_node_with_an_empty_disk_comes_back_above_the_incarnation_others_buried()
    {
        var rig = new MembershipRig(3);
        rig.Run(1000);
        rig.IsLost = (from, to, _) => from == 2 || to == 2;
        rig.Run(20_000);
        Assert.Equal(MemberState.Dead, rig[0].StateOf(2));

        rig.IsLost = (_, _, _) => false;
        rig.Replace(2, last: 0).Join(0);
        rig.Run(2000);

        Assert.All(rig.Nodes, node => Assert.Equal(MemberState.Alive, node.StateOf(2)));
        Assert.All(rig.Nodes, node => Assert.Equal(2u, node.Member(2).Incarnation.Number));
    }
}
