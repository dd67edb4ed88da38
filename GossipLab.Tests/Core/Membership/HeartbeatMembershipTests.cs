using GossipLab.Core.Membership;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Tests.TestKit;
using Timer = GossipLab.Core.Protocol.Timer;

namespace GossipLab.Tests.Core.Membership;

/// <summary>Heartbeats of everybody to everybody, the detector that SWIM is compared with.</summary>
public sealed class HeartbeatMembershipTests
{
    private readonly List<Sending> _sent = [];
    private readonly List<(TimeSpan Delay, Timer Timer)> _timers = [];
    private readonly List<NodeEvent> _reports = [];
    private readonly HeartbeatMembership _node = new(new NodeId(0), new NodeAddress(0, 7946), MembershipOptions.Lan);
    private Instant _now;

    public HeartbeatMembershipTests() =>
        Act(turn => _node.Start(turn, [new NodeId(1), new NodeId(2)], Incarnation.Zero, together: true));

    private delegate void Verb(Turn<RecordingEffects> turn);

    [Fact]
    public void A_heartbeat_goes_to_everybody_at_each_tick()
    {
        Tick();
        Tick();

        Assert.Equal([(1, 1u), (2, 1u), (1, 2u), (2, 2u)],
            _sent.Select(sending => (sending.To.Index, sending.Message.Sequence)));
    }

    [Fact]
    public void Whoever_is_silent_for_the_timeout_is_dead_and_is_still_told()
    {
        Wait(3999);
        Hear(1, Message.Heartbeat(1));
        Tick();
        Assert.Equal(3, _node.CountOf(MemberState.Alive));

        Wait(1);
        Tick();

        Assert.Equal(MemberState.Alive, _node.StateOf(new NodeId(1)));
        Assert.Equal(MemberState.Dead, _node.StateOf(new NodeId(2)));
        Assert.Equal(Rule.HeartbeatMissed, Assert.Single(_reports).Rule);
        Assert.Equal(2, _sent[^1].To.Index);
    }

    [Fact]
    public void The_dead_return_with_a_heartbeat()
    {
        Wait(4000);
        Tick();

        Hear(2, Message.Heartbeat(9));

        Assert.Equal(MemberState.Alive, _node.StateOf(new NodeId(2)));
        Assert.Equal(Rule.HeartbeatReturned, _reports[^1].Rule);
    }

    [Fact]
    public void A_stranger_becomes_known_by_its_heartbeat()
    {
        Hear(7, Message.Heartbeat(1));

        Assert.Equal(MemberState.Alive, _node.StateOf(new NodeId(7)));
        Assert.Equal(Rule.AliveJoined, Assert.Single(_reports).Rule);
    }

    [Fact]
    public void A_joiner_asks_until_it_is_told_who_there_is()
    {
        Act(turn => _node.Join(turn, new NodeId(5)));
        var members = MemberUpdates.Of(News.Alive(5, 3), News.Alive(6, 1), News.Dead(7, 1, from: 5), News.Left(8, 1));
        Hear(5, Message.SyncReply(members, joins: true));

        Assert.Equal((5, MessageKind.SyncRequest), (_sent[0].To.Index, _sent[0].Kind));
        Assert.Equal([0, 1, 2, 5, 6, 7], _node.View().Members.Select(view => view.Member.Id.Index));
        Assert.Equal(MemberState.Dead, _node.StateOf(new NodeId(7)));
        Assert.False(_node.View().IsJoining);
        Act(turn => _node.Fire(turn, _timers[^1].Timer));
        Assert.Single(_sent);
    }

    [Fact]
    public void Lists_are_exchanged_now_and_then_with_a_live_member()
    {
        for (var sync = 0; sync < 40; sync++)
        {
            Wait(1);
            Act(turn => _node.Fire(turn, Timer.Of(TimerKind.SyncTick)));
        }

        Assert.All(_sent, sending => Assert.Equal((MessageKind.SyncRequest, 3), (sending.Kind, sending.News.Length)));
        Assert.Equal([1, 2], _sent.Select(sending => sending.To.Index).Distinct().Order());
    }

    [Fact]
    public void A_request_is_answered_with_all_members_and_makes_its_sender_known()
    {
        Hear(5, Message.SyncRequest(MemberUpdates.Of(News.Alive(5, 1)), joins: true));

        Assert.Equal(3, Assert.Single(_sent).News.Length);
        Assert.Equal(MemberState.Alive, _node.StateOf(new NodeId(5)));
    }

    [Fact]
    public void Who_leaves_says_so_and_late_heartbeats_do_not_bring_it_back()
    {
        Hear(2, Message.Gossip(MemberUpdates.Of(News.Left(2, 1))));
        Hear(2, Message.Heartbeat(9));
        Assert.Equal(MemberState.Left, _node.StateOf(new NodeId(2)));

        Wait(4000);
        Hear(2, Message.Heartbeat(1));

        Assert.Equal(MemberState.Alive, _node.StateOf(new NodeId(2)));
    }

    [Fact]
    public void A_leaving_node_tells_everybody_once_and_is_silent_from_then_on()
    {
        Act(turn => _node.Leave(turn));
        Act(turn => _node.Leave(turn));
        Tick();

        Assert.Equal([1, 2], _sent.Select(sending => sending.To.Index));
        Assert.All(_sent, sending => Assert.Equal("left n0 inc 1 from n0", Assert.Single(sending.News).ToString()));
        Assert.True(_node.HasLeft);
    }

    [Fact]
    public void Only_whoever_leaves_can_say_so()
    {
        Hear(1, Message.Gossip(MemberUpdates.Of(News.Left(2, 1), News.Dead(2, 1, from: 1))));

        Assert.Equal(MemberState.Alive, _node.StateOf(new NodeId(2)));
    }

    private void Hear(int from, Message message) => Act(turn => _node.Receive(turn, new NodeId(from), message));

    private void Tick() => Act(turn => _node.Fire(turn, Timer.Of(TimerKind.HeartbeatTick)));

    private void Wait(int milliseconds) => _now += TimeSpan.FromMilliseconds(milliseconds);

    private void Act(Verb verb)
    {
        var effects = new RecordingEffects(_sent, _timers, _reports);
        verb(new Turn<RecordingEffects>(new NodeId(0), _now, new Dice(1, 0), ref effects));
    }
}
