using GossipLab.Core.Membership;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Tests.TestKit;
using static GossipLab.Tests.TestKit.News;

namespace GossipLab.Tests.Core.Membership;

/// <summary>What an inspector sees of one node's membership.</summary>
public sealed class ViewTests
{
    [Fact]
    public void Members_stand_by_number_with_their_suspicions()
    {
        var rig = new NodeRig(known: [3, 2, 1]);
        rig.Run(100);
        rig.Hear(Suspect(2, 1, from: 3), Suspect(2, 1, from: 1), Dead(3, 1, from: 1), Left(1, 1));

        var view = rig.Node.View();

        Assert.Equal([0, 1, 2, 3], view.Members.Select(member => member.Member.Id.Index));
        Assert.Equal((1, 1, 1, 1), (view.Live, view.Suspects, view.Dead, view.Left));
        var suspicion = view.Members[2].Suspicion;
        Assert.NotNull(suspicion);
        Assert.Equal((100, 11_481), (suspicion.Started.Milliseconds, suspicion.Deadline.Milliseconds));
        Assert.Equal((1, 2), (suspicion.Confirmations, suspicion.Wanted));
        Assert.Equal([3, 1], suspicion.Accusers.Select(accuser => accuser.Index));
        Assert.Equal(suspicion.Deadline, rig.Node.SuspicionDeadline(new NodeId(2)));
        Assert.Null(rig.Node.SuspicionDeadline(new NodeId(3)));
    }

    [Fact]
    public void A_probe_shows_how_far_it_is()
    {
        var rig = NodeRig.WhoProbesFirst(1, [1, 2, 3, 4]);
        rig.Run(100);
        rig.Tick(TimerKind.ProbeTick);
        rig.Run(500);
        rig.Receive(3, Message.Nack(1));

        var probe = rig.Node.View().Probe;

        Assert.NotNull(probe);
        Assert.Equal((1, 1u, ProbePhase.Indirect), (probe.Subject.Index, probe.Sequence, probe.Phase));
        Assert.Equal((100, 600), (probe.Began.Milliseconds, probe.Timeout.Milliseconds));
        Assert.Equal(1100, probe.Deadline.Milliseconds);
        Assert.Equal([2, 3, 4], probe.Helpers.Select(helper => helper.Index).Order());
        Assert.Equal((1, 3), (probe.NacksHeard, probe.NacksWanted));
    }

    [Fact]
    public void News_shows_how_often_it_was_told_and_how_often_it_will_be()
    {
        var rig = new NodeRig(known: [1, 2, 3, 4]);
        rig.Hear(Alive(5, 1));
        rig.Receive(1, Message.Ping(rig.Self, 1));

        var view = rig.Node.View();

        Assert.Equal(("alive n5 inc 1 from n5", 1), (view.Rumors[0].News.ToString(), view.Rumors[0].Transmits));
        Assert.Equal(4, view.RumorLimit);
    }

    [Fact]
    public void A_view_stays_as_it_was()
    {
        var rig = new NodeRig(known: [1]);
        var view = rig.Node.View();

        rig.Hear(Suspect(1, 1, from: 2), Suspect(0, 1, from: 2));

        Assert.Equal((2, 0, 0, 1u), (view.Live, view.Suspects, view.Health, view.Incarnation.Number));
        Assert.All(view.Members, member => Assert.Equal(MemberState.Alive, member.Member.State));
        Assert.Equal((1, 7), (rig.Node.View().Health, rig.Node.View().WorstHealth));
    }

    [Fact]
    public void The_next_moments_of_periodic_work_are_shown()
    {
        var rig = new NodeRig(known: [1], isTicking: true);
        rig.Run(10);

        var view = rig.Node.View();

        Assert.InRange(view.NextProbe.Seconds, 0, 1.01);
        Assert.InRange(view.NextSync.GetValueOrDefault().Seconds, 30, 60);
        Assert.InRange(view.NextReconnect.GetValueOrDefault().Seconds, 0, 30);
        Assert.Null(view.NextGossip);
    }
}
