using GossipLab.Core.Membership;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Core.Simulation.Checks;
using GossipLab.Core.Values;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Core.Simulation;

/// <summary>Each check finds what it is for: told of a run that breaks its promise, it says so.</summary>
public sealed class CheckTests
{
    private static readonly NodeId N0 = new(0);
    private static readonly NodeId N1 = new(1);
    private static readonly NodeId N2 = new(2);

    private static readonly MemberUpdate News = MemberUpdate.Suspect(N2, new Incarnation(1), N0);

    private int _events;

    [Fact]
    public void A_generation_that_fell_is_found()
    {
        var check = new GenerationNeverFalls();
        check.OnStarted(new ClusterRig(ClusterRig.Calm(3)).Post(new SetValue(N0, 7)).Cluster);
        Step(check);

        check.OnStarted(new ClusterRig(ClusterRig.Calm(3)).Cluster);
        Step(check);

        Assert.Equal("n0 fell from generation 1 to 0", check.Broken?.Sentence);
    }

    [Fact]
    public void A_value_that_nobody_set_is_found()
    {
        var check = new ValuesAreNotInvented(new ValueOptions());
        check.OnStarted(new ClusterRig(ClusterRig.Calm(3)).Post(new SetValue(N0, 7)).Cluster);
        Step(check);

        Assert.Equal("n0 holds 7 (gen 1 by n0), which nobody set", check.Broken?.Sentence);
    }

    [Fact]
    public void An_incarnation_that_its_owner_never_announced_is_found_in_beliefs_and_in_messages()
    {
        var believed = new OnlyOwnerRaisesIncarnation();
        believed.OnStarted(new ClusterRig(ClusterRig.Swim(3)).Cluster);
        Report(believed, N1, NodeEvent.OfBelief(Rule.SuspectAccepted, News with { Incarnation = new Incarnation(2) }));
        Assert.Equal("n1 speaks of n2 at incarnation 2; n2 never went beyond 1", believed.Broken?.Sentence);

        var said = new OnlyOwnerRaisesIncarnation();
        said.OnStarted(new ClusterRig(ClusterRig.Swim(3)).Cluster);
        Send(said, Message.Gossip(MemberUpdates.Of(News)));
        Assert.Null(said.Broken);
        Send(said, Message.Gossip(MemberUpdates.Of(News with { Incarnation = new Incarnation(9) })));
        Assert.Equal("n0 speaks of n2 at incarnation 9; n2 never went beyond 1", said.Broken?.Sentence);
    }

    [Fact]
    public void A_recorded_incarnation_that_fell_is_found_unless_it_was_forgotten_between()
    {
        var check = new RecordedIncarnationNeverFalls();
        Report(check, N1, NodeEvent.OfBelief(Rule.AliveAccepted, News with { Incarnation = new Incarnation(5) }));
        Report(check, N1, NodeEvent.OfBelief(Rule.MemberReaped, News));
        Report(check, N1, NodeEvent.OfBelief(Rule.AliveJoined, News with { Incarnation = new Incarnation(3) }));
        Assert.Null(check.Broken);

        Report(check, N1, NodeEvent.OfBelief(Rule.AliveAccepted, News with { Incarnation = new Incarnation(2) }));
        Assert.Equal("n1 recorded incarnation 2 of n2 after 3", check.Broken?.Sentence);
    }

    [Fact]
    public void A_rumour_told_too_often_is_found()
    {
        var check = new RumoursAreSentWithinLimit(MembershipOptions.Lan);
        check.OnStarted(new ClusterRig(ClusterRig.Swim(3)).Cluster);

        for (var told = 0; told < 4; told++)
        {
            Send(check, Message.Gossip(MemberUpdates.Of(News)));
        }

        Assert.Null(check.Broken);
        Send(check, Message.Ack(7, MemberUpdates.Of(News)));
        Assert.Equal("n0 told «suspect n2 inc 1 from n0» 5 times; the limit is 4", check.Broken?.Sentence);
    }

    [Fact]
    public void A_rumour_is_counted_anew_when_it_is_news_again_and_a_buddys_notice_is_none()
    {
        var check = new RumoursAreSentWithinLimit(MembershipOptions.Lan);
        check.OnStarted(new ClusterRig(ClusterRig.Swim(3)).Cluster);
        for (var told = 0; told < 12; told++)
        {
            if (told % 4 == 0)
            {
                Report(check, N0, NodeEvent.OfBelief(Rule.SuspectAccepted, News));
            }

            Send(check, Message.Gossip(MemberUpdates.Of(News)));
            Send(check, Message.Ping(N2, 1, MemberUpdates.Of(News)), to: N2);
        }

        Assert.Null(check.Broken);
    }

    [Fact]
    public void A_message_with_two_fates_is_found()
    {
        var check = new MessagesAreConserved();
        var flight = new Flight(5, N0, N1, Instant.Zero, new Instant(10));
        check.OnSent(Stamp(N0), flight, Message.Pull());
        check.OnArrived(Stamp(N1), flight, Message.Pull());
        Assert.Null(check.Broken);

        check.OnLost(Stamp(N1), flight, Message.Pull(), LossReason.Dropped, Instant.Zero);
        Assert.Equal("message 5 was lost (Dropped) without being in flight", check.Broken?.Sentence);
    }

    [Fact]
    public void A_message_that_vanished_is_found()
    {
        var check = new MessagesAreConserved();
        check.OnStarted(new ClusterRig(ClusterRig.Calm(3)).Post(new SetValue(N0, 7)).RunUntil(1.005).Cluster);

        check.OnStepped();

        Assert.Equal("0 messages are in flight, the counters say 2", check.Broken?.Sentence);
    }

    [Fact]
    public void A_peer_that_is_not_believed_alive_is_found()
    {
        var check = new PeersComeFromOwnView();
        var rig = new ClusterRig(ClusterRig.Swim(3)).Post(new KillNode(N2)).RunUntil(20);
        check.OnStarted(rig.Cluster);

        Send(check, Message.Pull(), to: N1);
        Send(check, Message.PullReply(default), to: N2);
        Assert.Null(check.Broken);

        Send(check, Message.Pull(), to: N2);
        Assert.Equal("n0 sent a Pull to n2, which it does not believe alive", check.Broken?.Sentence);
    }

    /// <summary>protocol.md section 8, item 3: memberlist alone does not heal a partition that lasted.</summary>
    [Fact]
    public void A_cluster_that_cannot_heal_is_found()
    {
        var scenario = ClusterRig.Swim(4);
        var options = MembershipOptions.Lan with { ReconnectInterval = TimeSpan.Zero };
        var run = new CheckedCluster(scenario with
        {
            Node = scenario.Node with { Membership = options },
            Commands = [new TimedCommand(new Instant(1), new BuildWall("w", [N0, N1]))],
        });
        run.RunUntil(Instant.FromMilliseconds(120_000));

        var violation = new QuietClusterConverges(run).Run();

        Assert.Equal("n0 does not believe n2 alive 300 s after the last fault", violation?.Sentence);
    }

    [Fact]
    public void A_run_stops_at_the_step_that_broke_a_promise()
    {
        var run = new CheckedCluster(ClusterRig.Calm(3), [new GenerationNeverFalls(), new NobodyIsSet()]);
        run.Cluster.Post(new KillNode(N1));
        run.Cluster.Post(new SetValue(N0, 7));
        run.Cluster.Post(new KillNode(N2));

        Assert.False(run.RunUntil(Instant.FromMilliseconds(900)));
        Assert.IsType<NobodyIsSet>(run.Broken);
        Assert.Equal(new Instant(1), run.Cluster.Now);
        Assert.True(run.Cluster.Condition(N2).IsUp);
    }

    [Fact]
    public void Every_promise_is_a_sentence() =>
        Assert.All(CheckedCluster.All(new Scenario()), check => Assert.EndsWith(".", check.Promise));

    private sealed class NobodyIsSet : ICheck
    {
        public string Name => "nobody-is-set";

        public string Promise => "Nobody is set.";

        public Violation? Broken { get; private set; }

        public void OnStarted(SimulatedCluster cluster)
        {
        }

        public void OnCommand(in TraceStamp stamp, ClusterCommand command) =>
            Broken ??= command is SetValue ? new Violation(stamp.At, CommandText.Of(command)) : null;

        public ICheck Copy() => (ICheck)MemberwiseClone();

        public void OnStepped()
        {
        }
    }

    private TraceStamp Stamp(NodeId node) =>
        new(++_events, new Instant(_events), node, CauseKind.Timer, 0, TimerKind.GossipTick);

    private void Step(ICheck check)
    {
        check.OnCommand(Stamp(N0), new SetValue(N0, 7));
        check.OnStepped();
    }

    private void Report(ICheck check, NodeId node, NodeEvent what) => check.OnReported(Stamp(node), what);

    private void Send(ICheck check, Message message, NodeId? to = null)
    {
        var stamp = Stamp(N0);
        check.OnSent(stamp, new Flight(stamp.Id, N0, to ?? N1, stamp.At, stamp.At), message);
    }
}
