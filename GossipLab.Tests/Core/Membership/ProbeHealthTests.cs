using GossipLab.Core.Membership;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Tests.TestKit;
using static GossipLab.Tests.TestKit.News;

namespace GossipLab.Tests.Core.Membership;

/// <summary>What probes do to the local health, and it to them (Lifeguard's LHA-Probe).</summary>
public sealed class ProbeHealthTests
{
    private static readonly MembershipOptions Quick = new()
    {
        ProbeInterval = TimeSpan.FromMilliseconds(200),
        ProbeTimeout = TimeSpan.FromMilliseconds(10),
    };

    [Fact]
    [Trait("row", "P4")]
    public void A_node_that_doubts_itself_waits_longer_and_nacks_clear_it_of_the_failure()
    {
        var rig = MembershipRig.WhereTheLastIsProbed(4, Quick);
        rig.Stop(3);
        rig[0].Hear(Suspect(0, 1, from: 9));

        rig[0].Tick(TimerKind.ProbeTick);
        rig.Run(399);
        Assert.Equal(MemberState.Alive, rig[0].StateOf(3));
        rig.Run(1);

        Assert.Equal(MemberState.Suspect, rig[0].StateOf(3));
        Assert.Equal(1, rig[0].Health);
    }

    [Fact]
    [Trait("row", "P5")]
    public void An_answer_improves_the_local_health()
    {
        var rig = new NodeRig(known: [1]);
        rig.Hear(Suspect(0, 1, from: 9));
        Assert.Equal(1, rig.Health);

        rig.Tick(TimerKind.ProbeTick);
        rig.Receive(1, Message.Ack(1));

        Assert.Equal(0, rig.Health);
    }

    [Fact]
    [Trait("row", "P7")]
    public void No_nacks_are_expected_of_helpers_that_never_said_what_they_speak()
    {
        var rig = NodeRig.WhoProbesFirst(1, [1]);
        rig.Hear(Alive(2, 1) with { Versions = default }, Alive(3, 1) with { Versions = default });

        rig.Probe(1);
        rig.Run(1000);

        Assert.All(rig.SentOf(MessageKind.PingRequest), request => Assert.False(request.Message.Flag));
        Assert.Equal((2, 1), (rig.SentOf(MessageKind.PingRequest).Length, rig.Health));
    }

    [Fact]
    public void Each_nack_that_does_not_come_worsens_the_local_health()
    {
        var rig = NodeRig.WhoProbesFirst(1, [1, 2, 3, 4]);

        rig.Tick(TimerKind.ProbeTick);
        rig.Run(600);
        rig.Receive(2, Message.Nack(1));
        rig.Receive(2, Message.Nack(1));
        rig.Receive(9, Message.Nack(1));
        rig.Run(400);

        Assert.Equal(2, rig.Health);
    }

    [Fact]
    public void What_helpers_said_in_an_earlier_probe_does_not_count()
    {
        var rig = NodeRig.WhoProbesFirst(1, [1, 2]);
        rig.Tick(TimerKind.ProbeTick);
        rig.Run(500);
        rig.Receive(2, Message.Nack(1));
        rig.Receive(1, Message.StreamAck(1));
        rig.Run(500);
        Assert.Equal((MemberState.Alive, 0), (rig.StateOf(1), rig.Health));

        rig.Clear();
        rig.Probe(1);
        rig.Run(1000);

        Assert.Equal((MemberState.Suspect, 1), (rig.StateOf(1), rig.Health));
    }

    [Theory]
    [InlineData(80, 0)]
    [InlineData(100, 3)]
    public void With_memberlists_nack_at_the_timeout_a_healthy_node_doubts_itself(uint percent, int health)
    {
        var rig = MembershipRig.WhereTheLastIsProbed(
            5, new MembershipOptions { NackAtShareOfTimeout = Ratio.Percent(percent) });
        rig.Stop(4);

        rig[0].Tick(TimerKind.ProbeTick);
        rig.Run(1010);

        Assert.Equal((MemberState.Suspect, health), (rig[0].StateOf(4), rig[0].Health));
    }

    [Fact]
    public void Without_LHA_Probe_the_score_stays_0_and_nobody_is_asked_to_nack()
    {
        var rig = NodeRig.WhoProbesFirst(1, [1, 2, 3], new MembershipOptions { HealthAwareProbe = false });
        rig.Hear(Suspect(0, 1, from: 9));

        rig.Tick(TimerKind.ProbeTick);
        rig.Run(1000);

        Assert.Equal((MemberState.Suspect, 0), (rig.StateOf(1), rig.Health));
        Assert.All(rig.SentOf(MessageKind.PingRequest), request => Assert.False(request.Message.Flag));
    }

    [Fact]
    public void The_score_may_stretch_the_timeout_too()
    {
        var rig = NodeRig.WhoProbesFirst(1, [1, 2, 3], new MembershipOptions { ScaleTimeoutWithHealth = true });
        rig.Hear(Suspect(0, 1, from: 9));

        rig.Tick(TimerKind.ProbeTick);
        rig.Run(999);
        Assert.Empty(rig.SentOf(MessageKind.PingRequest));
        rig.Run(1);

        Assert.Equal(2, rig.SentOf(MessageKind.PingRequest).Length);
    }
}
