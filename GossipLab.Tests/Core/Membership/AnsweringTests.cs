using GossipLab.Core.Membership;
using GossipLab.Core.Protocol;
using GossipLab.Tests.TestKit;
using static GossipLab.Tests.TestKit.News;

namespace GossipLab.Tests.Core.Membership;

/// <summary>Answers to others' probes, and help with them (memberlist's handlePing and handleIndirectPing).</summary>
public sealed class AnsweringTests
{
    [Fact]
    [Trait("row", "P15")]
    public void A_ping_for_somebody_else_is_not_answered()
    {
        var rig = new NodeRig();

        rig.Receive(1, Message.Ping(new NodeId(5), 7));
        rig.Receive(1, Message.StreamPing(new NodeId(5), 7));

        Assert.Empty(rig.Sent);
        Assert.All(rig.Reports, what => Assert.Equal(Rule.MessageRefused, what.Rule));
    }

    [Fact]
    public void A_ping_is_answered_with_its_number_on_the_way_it_came()
    {
        var rig = new NodeRig();

        rig.Receive(1, Message.Ping(rig.Self, 7));
        rig.Receive(2, Message.StreamPing(rig.Self, 8));
        rig.Receive(3, Message.Ping(NodeId.None, 9));

        Assert.Equal([(1, MessageKind.Ack, 7u), (2, MessageKind.StreamAck, 8u), (3, MessageKind.Ack, 9u)],
            rig.Sent.Select(sending => (sending.To.Index, sending.Kind, sending.Message.Sequence)));
    }

    [Fact]
    [Trait("row", "Q13")]
    public void News_rides_on_an_ack()
    {
        var rig = new NodeRig();
        rig.Hear(Alive(1, 1));

        rig.Receive(2, Message.Ping(rig.Self, 42));

        Assert.Equal((MessageKind.Ack, 42u), (rig.Sent[0].Kind, rig.Sent[0].Message.Sequence));
        Assert.Equal("alive n1 inc 1 from n1", Assert.Single(rig.Sent[0].News).ToString());
    }

    [Fact]
    public void A_helper_pings_with_a_number_of_its_own_and_passes_the_ack_on()
    {
        var rig = new NodeRig();

        rig.Receive(1, Message.PingRequest(new NodeId(2), 300, wantsNack: true));
        AssertSent(rig.Sent[0], to: 2, MessageKind.Ping, 1);
        rig.Receive(2, Message.Ack(1));
        rig.Run(2000);

        AssertSent(rig.Sent[1], to: 1, MessageKind.Ack, 300);
        Assert.Equal(2, rig.Sent.Count);
        Assert.Equal([Rule.RelayAcked], rig.RulesAbout(2));
    }

    [Fact]
    public void A_helper_without_an_answer_says_so_at_80_percent_of_the_timeout()
    {
        var rig = new NodeRig();
        rig.Receive(1, Message.PingRequest(new NodeId(2), 300, wantsNack: true));

        rig.Run(399);
        Assert.Single(rig.Sent);
        rig.Run(1);

        AssertSent(rig.Sent[1], to: 1, MessageKind.Nack, 300);
        Assert.Equal([Rule.RelayNacked], rig.RulesAbout(2));
    }

    [Fact]
    public void An_ack_between_the_nack_and_the_timeout_is_still_passed_on_and_later_not()
    {
        var rig = new NodeRig();
        rig.Receive(1, Message.PingRequest(new NodeId(2), 300, wantsNack: true));
        rig.Receive(1, Message.PingRequest(new NodeId(3), 301, wantsNack: true));
        rig.Run(499);

        rig.Receive(2, Message.Ack(1));
        rig.Run(1);
        rig.Receive(3, Message.Ack(2));

        Assert.Equal([300u], rig.SentOf(MessageKind.Ack).Select(ack => ack.Message.Sequence));
        Assert.Equal(0, rig.Node.View().Relays);
    }

    [Fact]
    public void No_nack_is_sent_where_none_is_wanted_and_an_ack_is_passed_on_until_the_timeout()
    {
        var rig = new NodeRig();
        rig.Receive(1, Message.PingRequest(new NodeId(2), 300, wantsNack: false));
        rig.Receive(1, Message.PingRequest(new NodeId(3), 301, wantsNack: false));

        rig.Run(499);
        rig.Receive(3, Message.Ack(2));
        rig.Run(2000);

        AssertSent(Assert.Single(rig.Sent, sending => sending.To.Index == 1), to: 1, MessageKind.Ack, 301);
        Assert.Equal(0, rig.Node.View().Relays);
    }

    [Fact]
    public void Requests_beyond_the_bound_are_refused()
    {
        var rig = new NodeRig();

        for (var request = 1u; request <= 257; request++)
        {
            rig.Receive(1, Message.PingRequest(new NodeId(2), request, wantsNack: true));
        }

        Assert.Equal((256, 256), (rig.Node.View().Relays, rig.SentOf(MessageKind.Ping).Length));
        Assert.Equal(Rule.MessageRefused, rig.Reports[^1].Rule);
    }

    private static void AssertSent(Sending sending, int to, MessageKind kind, uint sequence) =>
        Assert.Equal((to, kind, sequence), (sending.To.Index, sending.Kind, sending.Message.Sequence));
}
