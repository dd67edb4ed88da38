using GossipLab.Core.Membership;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Tests.TestKit;
using static GossipLab.Tests.TestKit.News;

namespace GossipLab.Tests.Core.Membership;

/// <summary>News that a member is alive (memberlist's aliveNode; protocol table «alive»).</summary>
public sealed class AliveTests
{
    [Fact]
    [Trait("row", "S1")]
    public void An_unknown_member_is_taken_in_and_told_on()
    {
        var rig = new NodeRig();

        rig.Hear(Alive(1, 1));

        Assert.Equal(MemberState.Alive, rig.StateOf(1));
        Assert.Equal(1u, rig.Member(1).Incarnation.Number);
        Assert.Equal([Rule.AliveJoined], rig.RulesAbout(1));
        Assert.Equal("alive n1 inc 1 from n1", Assert.Single(rig.Rumors).News.ToString());
    }

    [Fact]
    [Trait("row", "S2")]
    public void A_suspect_is_cleared_by_a_newer_incarnation_only()
    {
        var rig = new NodeRig(known: [1]);
        rig.Hear(Suspect(1, 1, from: 2));
        rig.Run(1000);
        rig.Clear();

        rig.Hear(Alive(1, 1));
        Assert.Equal(MemberState.Suspect, rig.StateOf(1));
        rig.Hear(Alive(1, 2));

        Assert.Equal(MemberState.Alive, rig.StateOf(1));
        Assert.Equal(rig.Now, rig.Member(1).Since);
        Assert.Null(rig.Node.SuspicionDeadline(new NodeId(1)));
        Assert.Equal([Rule.AliveClearsSuspect], rig.RulesAbout(1));
        Assert.Equal(MemberState.Alive, Assert.Single(rig.Rumors).News.State);
    }

    [Fact]
    [Trait("row", "S3")]
    public void A_newer_incarnation_of_a_live_member_keeps_the_moment_of_its_state()
    {
        var rig = new NodeRig(known: [1]);
        rig.Run(1000);

        rig.Hear(Alive(1, 2));

        Assert.Equal(Instant.Zero, rig.Member(1).Since);
        Assert.Equal(2u, rig.Member(1).Incarnation.Number);
        Assert.Equal([Rule.AliveAccepted], rig.RulesAbout(1));
        Assert.Single(rig.Rumors);
    }

    [Fact]
    [Trait("row", "S4")]
    public void A_newer_incarnation_brings_a_new_meta()
    {
        var rig = new NodeRig();
        rig.Hear(Alive(1, 1) with { Meta = new MemberMeta("val1") });

        rig.Hear(Alive(1, 2) with { Meta = new MemberMeta("val2") });
        rig.Hear(Alive(1, 3) with { Meta = new MemberMeta("val2") });

        Assert.Equal("val2", rig.Member(1).Meta.Text);
        Assert.Equal([1, 1, 0], rig.Reports.Where(what => what.Subject.Index == 1).Select(what => what.Value));
    }

    [Fact]
    [Trait("row", "S6")]
    public void Another_address_is_a_conflict_until_the_dead_may_be_replaced()
    {
        var rig = new NodeRig(options: new MembershipOptions { DeadNodeReclaimTime = TimeSpan.FromMilliseconds(10) });
        rig.Hear(Alive(1, 1));
        rig.ClearRumors();
        var moved = Alive(1, 2) with { Address = new NodeAddress(2, 9000), Meta = new MemberMeta("moved") };

        rig.Hear(moved);
        Assert.Equal((NodeAddress.Of(new NodeId(1)), 1u), (rig.Member(1).Address, rig.Member(1).Incarnation.Number));
        Assert.Equal(Rule.AliveConflict, rig.Reports[^1].Rule);
        Assert.Empty(rig.Rumors);

        rig.Hear(Dead(1, 2, from: 2));
        rig.Run(11);
        rig.Hear(moved with { Incarnation = new Incarnation(3) });
        Assert.Equal(MemberState.Alive, rig.StateOf(1));
        Assert.Equal((new NodeAddress(2, 9000), "moved"), (rig.Member(1).Address, rig.Member(1).Meta.Text));
    }

    [Theory]
    [InlineData(0, 1000, MemberState.Dead)]
    [InlineData(10, 10, MemberState.Dead)]
    [InlineData(10, 11, MemberState.Alive)]
    public void A_dead_name_is_reclaimed_after_the_set_time_and_never_without_one(
        int reclaimMs, int waitMs, MemberState state)
    {
        var options = new MembershipOptions { DeadNodeReclaimTime = TimeSpan.FromMilliseconds(reclaimMs) };
        var rig = new NodeRig(options: options, known: [1]);
        rig.Hear(Dead(1, 1, from: 2));

        rig.Run(waitMs);
        rig.Hear(Alive(1, 9) with { Address = new NodeAddress(2, 9000) });

        Assert.Equal(state, rig.StateOf(1));
    }

    [Fact]
    [Trait("row", "S7")]
    public void The_name_of_a_member_that_left_may_move_at_once()
    {
        var rig = new NodeRig(known: [1]);
        rig.Hear(Left(1, 1));

        rig.Hear(Alive(1, 3) with { Address = new NodeAddress(2, 9000) });

        Assert.Equal(MemberState.Alive, rig.StateOf(1));
        Assert.Equal(new NodeAddress(2, 9000), rig.Member(1).Address);
        Assert.Equal(Rule.AliveRevives, rig.RulesAbout(1)[^1]);
    }

    [Fact]
    [Trait("row", "S16")]
    public void The_dead_are_not_raised_by_an_old_announcement()
    {
        var rig = new NodeRig();
        rig.Hear(Alive(1, 10));
        rig.Hear(Dead(1, 10, from: 2));

        rig.Hear(Alive(1, 10));

        Assert.Equal(MemberState.Dead, rig.StateOf(1));
    }

    [Fact]
    [Trait("row", "A1")]
    public void Versions_that_cannot_be_true_are_refused()
    {
        var rig = new NodeRig();

        rig.Hear(Alive(1, 1) with { Versions = new ProtocolVersions(0, 5, 2) });
        rig.Hear(Alive(1, 1) with { Versions = new ProtocolVersions(5, 1, 2) });
        rig.Hear(Alive(2, 1) with { Versions = default });

        Assert.Null(rig.StateOf(1));
        Assert.Equal(MemberState.Alive, rig.StateOf(2));
        Assert.Equal([Rule.MessageRefused, Rule.MessageRefused], rig.Reports.Take(2).Select(what => what.Rule));
    }

    [Fact]
    [Trait("row", "A3")]
    public void Incarnation_0_is_ignored_or_kept_as_a_dead_record_that_nobody_sees()
    {
        var rig = new NodeRig();
        var memberlist = new NodeRig(options: new MembershipOptions { RejectIncarnationZero = false });

        rig.Hear(Alive(1, 0));
        memberlist.Hear(Alive(1, 0));

        Assert.Null(rig.StateOf(1));
        Assert.Equal(MemberState.Dead, memberlist.StateOf(1));
        Assert.Equal(2, memberlist.Node.Roster.Count);
        Assert.Empty(memberlist.Rumors);
    }

    [Fact]
    public void A_meta_beyond_the_bound_is_refused()
    {
        var rig = new NodeRig(options: new MembershipOptions { MaxMetaBytes = 3 });

        rig.Hear(Alive(1, 1) with { Meta = new MemberMeta("four") }, Alive(2, 1) with { Meta = new MemberMeta("one") });

        Assert.Null(rig.StateOf(1));
        Assert.Equal("one", rig.Member(2).Meta.Text);
        Assert.Equal(Rule.MessageRefused, rig.Reports[0].Rule);
    }

    [Fact]
    public void A_member_beyond_the_bound_is_refused()
    {
        var rig = new NodeRig(options: new MembershipOptions { MaxMembers = 3 });

        var news = MemberUpdates.Of(Alive(2, 1), Alive(3, 1), Alive(-1, 1), Alive(int.MaxValue, 1));
        rig.Receive(2, Message.Gossip(news));

        Assert.Equal(2, rig.Node.Roster.Count);
        Assert.Equal(3, rig.Reports.Count(what => what.Rule == Rule.MessageRefused));
    }

    [Fact]
    public void A_new_member_is_probed_in_the_order_that_runs_at_a_random_place_of_it()
    {
        var turns = Enumerable.Range(1, 64).Select(seed =>
        {
            var rig = new NodeRig(known: [1, 2, 3, 4], seed: (ulong)seed);
            rig.Hear(Alive(5, 1));
            var turn = 0;
            do
            {
                turn++;
                rig.Tick(TimerKind.ProbeTick);
                var ping = rig.Sent[^1];
                rig.Receive(ping.To.Index, Message.Ack(ping.Message.Sequence));
            }
            while (rig.Sent[^1].To.Index != 5);

            return turn;
        });

        Assert.Equal([1, 2, 3, 4, 5], turns.Distinct().Order());
    }
}
