using GossipLab.Core.Membership;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Tests.TestKit;
using static GossipLab.Tests.TestKit.News;

namespace GossipLab.Tests.Core.Membership;

/// <summary>News that a member is dead or left (memberlist's deadNode; protocol table «dead»).</summary>
public sealed class DeadTests
{
    [Fact]
    [Trait("row", "S13")]
    public void A_node_that_is_declared_dead_refutes_and_doubts_its_health()
    {
        var rig = new NodeRig();

        rig.Hear(Dead(0, 1, from: 2));

        Assert.Equal(MemberState.Alive, rig.StateOf(0));
        Assert.Equal("alive n0 inc 2 from n0", Assert.Single(rig.Rumors).News.ToString());
        Assert.Equal(1, rig.Health);
    }

    [Fact]
    [Trait("row", "S14")]
    public void A_death_announced_by_another_is_believed_and_told_on()
    {
        var rig = new NodeRig(known: [1]);
        rig.Run(500);

        rig.Hear(Dead(1, 1, from: 2));

        Assert.Equal(MemberState.Dead, rig.StateOf(1));
        Assert.Equal(rig.Now, rig.Member(1).Since);
        Assert.Equal([Rule.DeadAccepted], rig.RulesAbout(1));
        Assert.Equal("dead n1 inc 1 from n2", Assert.Single(rig.Rumors).News.ToString());
    }

    [Fact]
    [Trait("row", "S15")]
    public void The_dead_do_not_die_again()
    {
        var rig = new NodeRig(known: [1]);
        rig.Hear(Dead(1, 1, from: 2));
        rig.ClearRumors();
        rig.Clear();

        rig.Hear(Dead(1, 2, from: 2));

        Assert.Equal(1u, rig.Member(1).Incarnation.Number);
        Assert.Empty(rig.Reports);
        Assert.Empty(rig.Rumors);
    }

    [Fact]
    public void Whoever_says_so_itself_has_left()
    {
        var rig = new NodeRig(known: [1]);

        rig.Hear(Left(1, 1));

        Assert.Equal(MemberState.Left, rig.StateOf(1));
        Assert.Equal([Rule.LeftAccepted], rig.RulesAbout(1));
    }

    [Fact]
    public void What_a_message_calls_it_does_not_count_only_who_says_it()
    {
        var rig = new NodeRig(known: [1, 2]);

        rig.Hear(Dead(1, 1, from: 1) with { State = MemberState.Dead });
        rig.Hear(Dead(2, 1, from: 1) with { State = MemberState.Left });

        Assert.Equal((MemberState.Left, MemberState.Dead), (rig.StateOf(1), rig.StateOf(2)));
    }

    [Fact]
    public void Dead_never_becomes_left_nor_the_other_way_round()
    {
        var rig = new NodeRig(known: [1, 2]);
        rig.Hear(Dead(1, 1, from: 3), Left(2, 1));

        rig.Hear(Left(1, 2), Dead(2, 2, from: 3));

        Assert.Equal((MemberState.Dead, MemberState.Left), (rig.StateOf(1), rig.StateOf(2)));
    }

    [Fact]
    public void A_death_ends_the_suspicion()
    {
        var rig = new NodeRig(known: [1]);
        rig.Hear(Suspect(1, 1, from: 2));
        rig.Run(1500);

        rig.Hear(Dead(1, 1, from: 2));

        Assert.Null(rig.Node.SuspicionDeadline(new NodeId(1)));
        Assert.Equal(1_500_000, rig.Reports[^1].Value);
        rig.Clear();
        rig.Run(60_000);
        Assert.Empty(rig.Reports);
    }

    [Fact]
    [Trait("row", "S19")]
    public void The_dead_are_forgotten_at_the_end_of_a_probe_order_once_they_are_dead_for_long()
    {
        var options = new MembershipOptions { GossipToTheDeadTime = TimeSpan.FromMilliseconds(100) };
        var rig = new NodeRig(options: options, known: [1, 2]);
        rig.Hear(Dead(2, 1, from: 1));

        EndOrder(rig);
        Assert.Equal((3, MemberState.Dead), (rig.Node.Roster.Count, rig.StateOf(2)));
        rig.Run(200);
        EndOrder(rig);

        Assert.Equal(2, rig.Node.Roster.Count);
        Assert.Null(rig.StateOf(2));
        Assert.Equal(Rule.MemberReaped, rig.RulesAbout(2)[^1]);
    }

    [Fact]
    [Trait("row", "Q11")]
    public void Only_those_who_are_dead_or_left_for_longer_than_the_limit_are_forgotten()
    {
        var options = new MembershipOptions { GossipToTheDeadTime = TimeSpan.FromSeconds(15) };
        var rig = new NodeRig(options: options, known: [1, 2, 3, 4, 5, 6, 7, 8]);
        rig.Hear(Dead(1, 1, from: 9), Dead(3, 1, from: 9), Left(4, 1), Left(6, 1));
        rig.Run(10_000);
        rig.Hear(Dead(2, 1, from: 9), Left(5, 1));
        rig.Run(10_000);

        EndOrder(rig);

        var known = Enumerable.Range(0, rig.Node.Roster.Places).Select(place => rig.Node.Roster[place].Index);
        Assert.Equal([0, 2, 5, 7, 8], known.Where(index => index >= 0));
        Assert.Equal(1, rig.Node.CountOf(MemberState.Dead));
        Assert.Equal(1, rig.Node.CountOf(MemberState.Left));
    }

    [Fact]
    public void Once_forgotten_a_member_is_taken_in_again_at_any_incarnation()
    {
        var options = new MembershipOptions { GossipToTheDeadTime = TimeSpan.FromMilliseconds(100) };
        var rig = new NodeRig(options: options, known: [1]);
        rig.Hear(Dead(1, 5, from: 2));
        rig.Run(200);
        EndOrder(rig);

        rig.Hear(Alive(1, 1));

        Assert.Equal((MemberState.Alive, 1u), (rig.Member(1).State, rig.Member(1).Incarnation.Number));
        Assert.Equal(Rule.AliveJoined, rig.RulesAbout(1)[^1]);
    }

    [Fact]
    [Trait("row", "S20")]
    public void Suspects_are_probed_and_the_gone_are_not_and_only_the_alive_are_live()
    {
        var rig = new NodeRig(known: [1, 2, 3, 4]);
        rig.Hear(Suspect(2, 1, from: 1), Dead(3, 1, from: 1), Left(4, 1));
        rig.Clear();

        EndOrder(rig);

        Assert.Equal([1, 2], rig.SentOf(MessageKind.Ping).Select(ping => ping.To.Index).Distinct().Order());
        Assert.Equal([true, false, false, false],
            Enumerable.Range(1, 4).Select(index => rig.Node.Roster.IsLive(new NodeId(index))));
    }

    // Ticks through the whole order, and once more: the first tick of the next order resets it.
    private static void EndOrder(NodeRig rig)
    {
        for (var place = 0; place <= rig.Node.Roster.Count; place++)
        {
            rig.Tick(TimerKind.ProbeTick);
            if (rig.Node.View().Probe is { } probe)
            {
                rig.Receive(probe.Subject.Index, Message.Ack(probe.Sequence));
            }
        }
    }
}
