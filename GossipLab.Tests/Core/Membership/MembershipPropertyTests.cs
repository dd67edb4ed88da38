using CsCheck;
using GossipLab.Core.Membership;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Core.Membership;

/// <summary>What holds whatever happens. A failing sample prints its seed; CsCheck_Seed reproduces it.</summary>
public sealed class MembershipPropertyTests
{
    [Fact]
    public void No_message_whatever_it_holds_makes_a_node_throw() =>
        AnyInput.Anything.Array[1, 60].Sample(
            inputs =>
            {
                var rig = new NodeRig(known: [1, 2, 3, 4]);
                foreach (var input in inputs)
                {
                    input(rig);
                    CheckCounts(rig);
                }

                Assert.NotNull(rig.Node.View());
            },
            iter: 600);

    [Fact]
    public void No_message_makes_a_heartbeat_node_throw() =>
        Gen.Select(Gen.Int[-1, 200_000], AnyInput.Messages).Array[1, 60].Sample(
            messages =>
            {
                var node = new HeartbeatMembership(new NodeId(0), default, MembershipOptions.Lan);
                var effects = new RecordingEffects([], [], []);
                var turn = new Turn<RecordingEffects>(new NodeId(0), Instant.Zero, new Dice(1, 0), ref effects);
                node.Start(turn, [], Incarnation.Zero, together: false);
                foreach (var (from, message) in messages)
                {
                    node.Receive(turn, new NodeId(from), message);
                }
            },
            iter: 500);

    [Fact]
    public void The_incarnation_of_a_record_never_falls() =>
        AnyInput.LikelyNews.Array[1, 80].Sample(
            news =>
            {
                var rig = new NodeRig(known: [1, 2, 3, 4, 5, 6]);
                var before = Incarnations(rig);
                foreach (var update in news)
                {
                    rig.Hear(update);
                    var after = Incarnations(rig);
                    Assert.All(before.Zip(after), pair => Assert.True(pair.First <= pair.Second));
                    before = after;
                }
            },
            iter: 1000);

    [Fact]
    public void A_refutation_beats_every_accusation_heard() =>
        Gen.Select(Gen.UInt[0, 1000], Gen.Int[0, 3]).Array[1, 50].Sample(
            accusations =>
            {
                var rig = new NodeRig();
                foreach (var (incarnation, kind) in accusations)
                {
                    rig.Hear(kind switch
                    {
                        0 => News.Suspect(0, incarnation, from: 1),
                        1 => News.Dead(0, incarnation, from: 1),
                        2 => News.Left(0, incarnation),
                        _ => News.Alive(0, incarnation) with { Meta = new MemberMeta("forged") },
                    });
                    Assert.True(rig.Node.Incarnation.Number > incarnation);
                    Assert.Equal(rig.Node.Incarnation, rig.Member(0).Incarnation);
                    Assert.Equal(MemberState.Alive, rig.StateOf(0));
                }
            },
            iter: 1000);

    [Fact]
    public void News_is_never_told_more_often_than_the_limit_says() =>
        Gen.Select(AnyInput.LikelyNews, Gen.Int[0, 3]).Array[1, 120].Sample(
            steps =>
            {
                var rig = new NodeRig(known: [1, 2, 3, 4, 5, 6]);
                var told = new Dictionary<MemberUpdate, int>();
                foreach (var (news, step) in steps)
                {
                    Tell(rig, news, step);
                    Count(rig, told);
                    Assert.All(told.Values, times => Assert.InRange(times, 0, 4));
                }
            },
            iter: 1000);

    [Fact]
    public void Death_only_follows_news_of_it_or_a_suspicion_that_ran_out() =>
        AnyInput.Anything.Array[1, 60].Sample(
            inputs =>
            {
                var rig = new NodeRig(known: [1, 2, 3, 4]);
                foreach (var input in inputs)
                {
                    input(rig);
                }

                var deaths = rig.Reports.Where(what => what.Kind == NodeEventKind.BeliefChanged
                    && what.State == MemberState.Dead && what.Rule != Rule.MemberReaped);
                Assert.All(deaths, death => Assert.True(death.Rule is Rule.DeadAccepted or Rule.SuspicionTimeout));
                Assert.All(
                    deaths.Where(death => death.Rule == Rule.SuspicionTimeout),
                    death => Assert.True(death.Value >= 4_000_000));
            },
            iter: 500);

    private static void Tell(NodeRig rig, in MemberUpdate news, int step)
    {
        switch (step)
        {
            case 0: rig.Tick(TimerKind.GossipTick); break;
            case 1: rig.Receive(1, Message.Ping(rig.Self, 1)); break;
            default: rig.Hear(news); break;
        }
    }

    // News that is queued again, as a confirmation and later as an accusation, is told as often again.
    private static void Count(NodeRig rig, Dictionary<MemberUpdate, int> told)
    {
        foreach (var update in rig.Sent.SelectMany(sending => sending.News))
        {
            told[update] = told.GetValueOrDefault(update) + 1;
        }

        foreach (var rumor in rig.Rumors.Where(rumor => rumor.Transmits == 0))
        {
            told[rumor.News] = 0;
        }

        rig.Clear();
    }

    private static uint[] Incarnations(NodeRig rig) =>
        [.. Enumerable.Range(0, 7).Select(id => rig.Member(id).Incarnation.Number)];

    private static void CheckCounts(NodeRig rig)
    {
        var members = rig.Node.View().Members;
        Assert.Equal(rig.Node.Roster.Count, members.Count);
        foreach (var state in Enum.GetValues<MemberState>())
        {
            Assert.Equal(members.Count(view => view.Member.State == state), rig.Node.CountOf(state));
        }

        Assert.All(members, view => Assert.Equal(view.Member.State == MemberState.Suspect, view.Suspicion is not null));
        Assert.Equal(members.Count, members.Select(view => view.Member.Id).Distinct().Count());
    }
}
