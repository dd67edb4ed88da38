using GossipLab.Core.Membership;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Tests.TestKit;
using static GossipLab.Tests.TestKit.News;

namespace GossipLab.Tests.Core.Membership;

/// <summary>Gossip ticks and news that rides on other messages (memberlist's gossip and getBroadcasts).</summary>
public sealed class GossipTests
{
    [Fact]
    public void A_tick_tells_three_members_each_a_packet_of_its_own()
    {
        var rig = new NodeRig(known: [1, 2, 3, 4, 5]);
        rig.Hear(Alive(6, 1));

        rig.Tick(TimerKind.GossipTick);

        Assert.Equal(3, rig.SentOf(MessageKind.Gossip).Select(gossip => gossip.To).Distinct().Count());
        Assert.Equal(3, rig.Rumors[0].Transmits);
    }

    [Fact]
    public void The_alive_the_suspects_and_the_just_dead_hear_gossip_and_those_who_left_never()
    {
        var rig = new NodeRig(known: [1, 2, 3, 4]);
        rig.Hear(Dead(3, 1, from: 9));
        rig.Run(31_000);
        rig.Hear(Suspect(1, 1, from: 9), Dead(2, 1, from: 9), Left(4, 1));

        rig.Tick(TimerKind.GossipTick);
        rig.Tick(TimerKind.GossipTick);

        Assert.Equal([1, 2], rig.SentOf(MessageKind.Gossip).Select(gossip => gossip.To.Index).Distinct().Order());
    }

    [Fact]
    public void Nobody_eligible_is_missed_in_a_small_cluster()
    {
        var rig = new NodeRig(known: [1, 2, 3, 4, 5, 6, 7]);
        rig.Hear(Left(1, 1), Left(2, 1), Left(3, 1), Left(4, 1));

        AssertTargets(rig, targets => Assert.Equal([5, 6, 7], targets.Order()));
    }

    [Fact]
    public void Nobody_hears_a_tick_twice_in_a_large_cluster()
    {
        var rig = new NodeRig(known: [.. Enumerable.Range(1, 11)]);

        AssertTargets(rig, targets => Assert.Equal(3, targets.Distinct().Count()));
    }

    [Fact]
    public void A_tick_is_asked_for_only_while_there_is_news_and_keeps_its_phase()
    {
        var rig = new NodeRig(known: [1, 2, 3], isTicking: true);
        Assert.Null(rig.Node.View().NextGossip);

        rig.Run(1030);
        rig.Hear(Alive(4, 1));
        var first = rig.Node.View().NextGossip - Instant.Zero;
        rig.Run(4047);
        Assert.Null(rig.Node.View().NextGossip);
        rig.Hear(Alive(5, 1));
        var second = rig.Node.View().NextGossip - Instant.Zero;

        Assert.InRange(first.GetValueOrDefault().TotalMilliseconds, 1030, 1230);
        Assert.Equal(0, (second - first).GetValueOrDefault().TotalMilliseconds % 200);
    }

    [Fact]
    public void News_is_told_at_most_as_often_as_the_limit_says()
    {
        var rig = new NodeRig(known: [1, 2, 3, 4, 5, 6, 7, 8]);
        rig.Hear(Suspect(1, 1, from: 9));

        for (var tick = 0; tick < 20; tick++)
        {
            rig.Receive(2, Message.Ping(rig.Self, 1));
            rig.Tick(TimerKind.GossipTick);
        }

        Assert.Equal(4, rig.Sent.Sum(sending => sending.News.Length));
        Assert.Empty(rig.Rumors);
    }

    [Fact]
    public void Packets_hold_at_most_1400_bytes_and_are_filled_well()
    {
        var rig = new NodeRig(known: [.. Enumerable.Range(1, 200)]);
        rig.Hear([.. Enumerable.Range(1, 100).Select(subject => Suspect(subject, 1, from: 300))]);
        rig.Hear([.. Enumerable.Range(101, 99).Select(subject => Alive(subject, 2))]);

        rig.Tick(TimerKind.GossipTick);
        rig.Receive(150, Message.Ping(rig.Self, 1));
        rig.Receive(150, Message.PingRequest(new NodeId(151), 1, wantsNack: true));
        rig.Run(400);

        Assert.Equal(6, rig.Sent.Count);
        Assert.All(rig.Sent, sending => Assert.InRange(MessageSize.Of(sending.Message), 1300, 1400));
    }

    [Fact]
    public void A_live_member_that_is_believed_dead_hears_of_it_by_gossip_and_comes_back()
    {
        var rig = new MembershipRig(4);
        rig.Run(1000);
        rig[0].Hear(Dead(3, 1, from: 9));
        Assert.Equal(MemberState.Dead, rig[0].StateOf(3));

        rig.Run(1500);

        Assert.All(rig.Nodes, node => Assert.Equal(MemberState.Alive, node.StateOf(3)));
        Assert.All(rig.Nodes, node => Assert.Equal(2u, node.Member(3).Incarnation.Number));
    }

    private static void AssertTargets(NodeRig rig, Action<int[]> check)
    {
        for (var tick = 1u; tick <= 200; tick++)
        {
            rig.Run(200);
            rig.Hear(Alive(5, tick + 1));
            rig.Clear();
            rig.Tick(TimerKind.GossipTick);
            check(Array.ConvertAll(rig.SentOf(MessageKind.Gossip), gossip => gossip.To.Index));
        }
    }
}
