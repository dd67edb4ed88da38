using GossipLab.Core.Membership;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Tests.TestKit;
using static GossipLab.Tests.TestKit.News;

namespace GossipLab.Tests.Core.Membership;

/// <summary>Exchanges of the whole state (memberlist's push/pull and mergeState).</summary>
public sealed class SyncTests
{
    [Fact]
    [Trait("row", "S17")]
    public void A_merge_takes_deaths_for_suspicions()
    {
        var rig = new NodeRig(known: [1, 2, 3]);
        rig.Hear(Suspect(1, 1, from: 9));
        rig.Clear();

        rig.Receive(5, Message.SyncReply(
            Records(Alive(1, 2), Suspect(2, 1, from: 9), Dead(3, 1, from: 9), Alive(4, 2)), joins: false));

        Assert.Equal(("alive n1 inc 2", "suspect n2 inc 1"), (Text(rig, 1), Text(rig, 2)));
        Assert.Equal(("suspect n3 inc 1", "alive n4 inc 2"), (Text(rig, 3), Text(rig, 4)));
        Assert.Equal([4], rig.Reports.Where(what => what.Rule is Rule.AliveJoined or Rule.AliveRevives
            or Rule.DeadAccepted or Rule.LeftAccepted).Select(what => what.Subject.Index));
    }

    [Fact]
    public void What_an_exchange_says_of_others_counts_as_the_nodes_own_accusation()
    {
        var rig = new NodeRig(known: [1, 2, 3]);

        rig.Receive(2, Message.SyncReply(Records(Dead(1, 1, from: 3)), joins: false));
        rig.Hear(Suspect(1, 1, from: 0));

        var suspicion = Assert.Single(rig.Node.View().Members, view => view.Suspicion is not null).Suspicion;
        Assert.Equal([rig.Self], suspicion?.Accusers);
    }

    [Fact]
    public void Who_left_has_left_in_a_merge_too()
    {
        var rig = new NodeRig(known: [1]);

        rig.Receive(2, Message.SyncReply(Records(Left(1, 1), Left(7, 1)), joins: false));

        Assert.Equal(MemberState.Left, rig.StateOf(1));
        Assert.Null(rig.StateOf(7));
    }

    [Fact]
    public void An_exchange_that_believes_the_node_dead_is_refuted()
    {
        var rig = new NodeRig();

        rig.Receive(2, Message.SyncReply(Records(Dead(0, 4, from: 3)), joins: false));

        Assert.Equal((MemberState.Alive, 5u), (rig.StateOf(0), rig.Node.Incarnation.Number));
        Assert.Equal(new NodeId(2), rig.Reports[0].From);
    }

    [Fact]
    public void The_answer_is_what_was_believed_before_the_request_was_merged()
    {
        var rig = new NodeRig(known: [1]);

        rig.Receive(2, Message.SyncRequest(Records(Alive(2, 1)), joins: true));

        var reply = Assert.Single(rig.Sent);
        Assert.Equal((2, MessageKind.SyncReply, true), (reply.To.Index, reply.Kind, reply.Message.Flag));
        Assert.Equal([0, 1], reply.News.Select(news => news.Subject.Index).Order());
        Assert.Equal(MemberState.Alive, rig.StateOf(2));
    }

    [Fact]
    public void An_exchange_holds_all_records_in_every_state()
    {
        var rig = new NodeRig(known: [1, 2, 3, 4]);
        rig.Hear(Suspect(2, 1, from: 9), Dead(3, 1, from: 9), Left(4, 1));
        rig.Clear();

        rig.Tick(TimerKind.SyncTick);

        var request = Assert.Single(rig.Sent);
        Assert.Equal((1, MessageKind.SyncRequest, false), (request.To.Index, request.Kind, request.Message.Flag));
        Assert.Equal(
            ["alive n0 inc 1 from n0", "alive n1 inc 1 from n1", "dead n3 inc 1 from n0", "left n4 inc 1 from n4",
                "suspect n2 inc 1 from n0"],
            request.News.Select(news => news.ToString()).Order());
    }

    [Fact]
    public void Nobody_is_asked_where_nobody_is_alive()
    {
        var rig = new NodeRig(known: [1]);
        rig.Hear(Suspect(1, 1, from: 9));

        rig.Tick(TimerKind.SyncTick);

        Assert.Empty(rig.Sent);
    }

    [Theory]
    [Trait("row", "Q9")]
    [InlineData(1, 1)]
    [InlineData(32, 1)]
    [InlineData(33, 2)]
    [InlineData(64, 2)]
    [InlineData(65, 3)]
    [InlineData(128, 3)]
    [InlineData(129, 4)]
    [InlineData(1024, 6)]
    public void Exchanges_grow_rarer_with_each_doubling_above_32_members(int members, int stretch) =>
        Assert.Equal(stretch, SwimMembership.SyncStretch(members));

    [Fact]
    public void The_first_exchange_comes_after_a_random_part_and_a_whole_interval()
    {
        var rig = new NodeRig(known: [1, 2], isTicking: true);
        var never = new NodeRig(known: [1], options: new MembershipOptions { SyncInterval = TimeSpan.Zero });

        var next = rig.Node.View().NextSync;

        Assert.InRange(next.GetValueOrDefault().Seconds, 30, 60);
        Assert.Null(never.Node.View().NextSync);
    }

    [Theory]
    [InlineData(3, 5, 2)]
    [InlineData(1, 1, 1)]
    [InlineData(1, 5, 6)]
    public void Where_not_all_speak_what_all_understand_nothing_is_merged(byte min, byte max, byte spoken)
    {
        var rig = new NodeRig(known: [1]);

        rig.Receive(2, Message.SyncRequest(
            Records(Alive(3, 1), Alive(2, 1) with { Versions = new ProtocolVersions(min, max, spoken) }), joins: true));

        Assert.Equal(MessageKind.SyncReply, Assert.Single(rig.Sent).Kind);
        Assert.Equal(2, rig.Node.Roster.Count);
        Assert.Equal(Rule.MessageRefused, Assert.Single(rig.Reports).Rule);
    }

    [Fact]
    public void What_the_dead_understood_narrows_nothing()
    {
        var rig = new NodeRig(known: [1]);
        var dead = Dead(2, 1, from: 3) with { Versions = new ProtocolVersions(3, 5, 3) };

        rig.Receive(1, Message.SyncReply(Records(Alive(3, 1), dead), joins: false));

        Assert.Equal(MemberState.Alive, rig.StateOf(3));
    }

    [Fact]
    public void More_records_than_members_fit_are_refused()
    {
        var rig = new NodeRig(options: new MembershipOptions { MaxMembers = 3 });

        rig.Receive(1, Message.SyncReply(Records(Alive(1, 1), Alive(1, 2), Alive(1, 3), Alive(1, 4)), joins: false));

        Assert.Equal(Rule.MessageRefused, Assert.Single(rig.Reports).Rule);
    }

    private static MemberUpdates Records(params MemberUpdate[] records) => MemberUpdates.Of(
        Array.ConvertAll(records, record => record.Versions.IsStated
            ? record : record with { Versions = ProtocolVersions.Current }));

    private static string Text(NodeRig rig, int id) =>
        $"{rig.Member(id).State} n{id} inc {rig.Member(id).Incarnation}".ToLowerInvariant();
}
