using GossipLab.Core.Membership;
using GossipLab.Core.Protocol;
using GossipLab.Tests.TestKit;
using static GossipLab.Tests.TestKit.News;

namespace GossipLab.Tests.Core.Membership;

/// <summary>The probe of one member (memberlist's probeNode; SWIM section 3.1).</summary>
public sealed class ProbeTests
{
    private static readonly MembershipOptions Quick = new()
    {
        ProbeInterval = TimeSpan.FromMilliseconds(200),
        ProbeTimeout = TimeSpan.FromMilliseconds(10),
    };

    [Fact]
    [Trait("row", "P1")]
    public void A_member_that_answers_stays_alive()
    {
        var rig = new NodeRig(known: [1]);

        rig.Tick(TimerKind.ProbeTick);
        Assert.Equal((1, MessageKind.Ping, 1u), (rig.Sent[0].To.Index, rig.Sent[0].Kind, rig.Sent[0].Message.Sequence));
        rig.Receive(1, Message.Ack(1));
        rig.Run(2000);

        Assert.Equal(MemberState.Alive, rig.StateOf(1));
        Assert.Single(rig.Sent);
        Assert.Equal([Rule.ProbeStarted, Rule.ProbeAcked], rig.RulesAbout(1));
    }

    [Fact]
    [Trait("row", "P2")]
    public void A_member_whom_helpers_do_not_reach_either_is_suspected()
    {
        var rig = MembershipRig.WhereTheLastIsProbed(4, Quick);
        rig.Stop(3);

        rig[0].Tick(TimerKind.ProbeTick);
        rig.Run(250);

        Assert.Equal(MemberState.Suspect, rig[0].StateOf(3));
        Assert.All([rig[1], rig[2]], helper =>
            Assert.Equal((3, 1u), (helper.SentOf(MessageKind.Ping)[0].To.Index, helper.Sent[0].Message.Sequence)));
        Assert.Equal([Rule.ProbeStarted, Rule.ProbeIndirect, Rule.ProbeNacked, Rule.ProbeNacked, Rule.ProbeFailed],
            rig[0].RulesAbout(3)[..5]);
    }

    [Theory]
    [Trait("row", "P3")]
    [InlineData(1, 0, 500)]
    [InlineData(2, 0, 500)]
    [InlineData(3, 0, 500)]
    [InlineData(4, 0, 1000)]
    [InlineData(5, 0, 1000)]
    [InlineData(5, 1, 750)]
    [InlineData(5, 2, 603)]
    [InlineData(5, 3, 500)]
    [InlineData(5, 4, 500)]
    public void Many_accusers_bring_a_death_forward(int peers, int confirmations, int milliseconds)
    {
        var rig = NodeRig.WhoProbesFirst(1, [.. Enumerable.Range(1, peers)], new MembershipOptions
        {
            ProbeInterval = TimeSpan.FromMilliseconds(100),
            ProbeTimeout = TimeSpan.FromMilliseconds(10),
            SuspicionMultiplier = 5,
            SuspicionMaxMultiplier = 2,
        });

        rig.Tick(TimerKind.ProbeTick);
        rig.Run(100);
        for (var accuser = 10; accuser < 10 + confirmations; accuser++)
        {
            rig.Hear(Suspect(1, 1, from: accuser));
        }

        rig.Run(milliseconds - 1);
        Assert.Equal(MemberState.Suspect, rig.StateOf(1));
        rig.Run(1);
        Assert.Equal(MemberState.Dead, rig.StateOf(1));
    }

    [Fact]
    public void An_answer_through_a_helper_is_an_answer()
    {
        var rig = MembershipRig.WhereTheLastIsProbed(4);
        rig.IsLost = (from, to, _) => (from, to) is (0, 3) or (3, 0);

        rig[0].Tick(TimerKind.ProbeTick);
        rig.Run(1500);

        Assert.Equal(MemberState.Alive, rig[0].StateOf(3));
        Assert.Equal([Rule.ProbeStarted, Rule.ProbeIndirect, Rule.ProbeAcked], rig[0].RulesAbout(3));
        Assert.Contains(rig[1].Reports, what => what.Rule == Rule.RelayAcked);
    }

    [Fact]
    public void A_member_that_answers_over_a_stream_only_stays_alive()
    {
        var rig = MembershipRig.WhereTheLastIsProbed(4);
        rig.IsLost = (_, to, message) => to == 3 && !message.IsStream;

        rig[0].Tick(TimerKind.ProbeTick);
        rig.Run(999);
        Assert.Equal(ProbePhase.Indirect, rig[0].Node.View().Probe?.Phase);
        rig.Run(1);

        Assert.Equal(MemberState.Alive, rig[0].StateOf(3));
        Assert.Equal([Rule.ProbeStreamAcked], rig[0].RulesAbout(3)[^1..]);
    }

    [Fact]
    public void Streams_are_tried_only_where_they_are_wanted_and_answered()
    {
        var off = NodeRig.WhoProbesFirst(1, [1], new MembershipOptions { UseStreamPing = false });
        var old = new NodeRig();
        old.Hear(Alive(1, 1) with { Versions = new ProtocolVersions(1, 2, 2) });

        Assert.All([off, old], rig =>
        {
            rig.Tick(TimerKind.ProbeTick);
            rig.Tick(TimerKind.ProbeTick);
            rig.Run(600);
            Assert.Empty(rig.SentOf(MessageKind.StreamPing));
            Assert.Single(rig.SentOf(MessageKind.Ping));
        });
    }

    [Fact]
    [Trait("row", "P21")]
    public void Nobody_is_asked_for_help_when_the_probed_is_another_one_meanwhile()
    {
        var rig = NodeRig.WhoProbesFirst(1, [1, 2, 3]);
        rig.Tick(TimerKind.ProbeTick);
        rig.Hear(Left(1, 1), Alive(1, 2) with { Address = new NodeAddress(5, 5) });

        rig.Run(2000);

        Assert.Empty(rig.SentOf(MessageKind.PingRequest));
        Assert.Equal((MemberState.Alive, 0), (rig.StateOf(1), rig.Health));
        Assert.Null(rig.Node.View().Probe);
    }

    [Fact]
    public void An_accusation_is_about_the_incarnation_that_was_probed()
    {
        var rig = NodeRig.WhoProbesFirst(1, [1]);
        rig.Tick(TimerKind.ProbeTick);

        rig.Hear(Alive(1, 2));
        rig.Run(1000);

        Assert.Equal((MemberState.Alive, 2u), (rig.Member(1).State, rig.Member(1).Incarnation.Number));
        Assert.Equal(Rule.ProbeFailed, rig.Reports.Last(what => what.Kind == NodeEventKind.Probe).Rule);
    }

    [Fact]
    public void A_ping_tells_a_suspect_that_it_is_suspected_and_nothing_else()
    {
        var rig = NodeRig.WhoProbesFirst(1, [1, 2, 3]);
        rig.Hear(Suspect(1, 1, from: 9), Alive(4, 1));
        var without = NodeRig.WhoProbesFirst(1, [1, 2, 3], new MembershipOptions { BuddySystem = false });
        without.Hear(Suspect(1, 1, from: 9), Alive(4, 1));

        rig.Tick(TimerKind.ProbeTick);
        without.Tick(TimerKind.ProbeTick);

        Assert.Equal(["suspect n1 inc 1 from n0"], rig.Sent[0].News.Select(news => news.ToString()));
        Assert.Equal(["alive n4 inc 1 from n4", "suspect n1 inc 1 from n9"],
            without.Sent[0].News.Select(news => news.ToString()));
    }

    [Fact]
    public void Late_answers_are_ignored()
    {
        var rig = NodeRig.WhoProbesFirst(1, [1, 2, 3]);
        rig.Tick(TimerKind.ProbeTick);
        rig.Run(1000);
        rig.Clear();

        rig.Receive(1, Message.Ack(1));
        rig.Receive(2, Message.Nack(1));
        rig.Receive(1, Message.StreamAck(1));

        Assert.Empty(rig.Reports);
        Assert.Equal(MemberState.Suspect, rig.StateOf(1));
    }
}
