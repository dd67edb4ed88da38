using GossipLab.Core.Membership;
using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Core.Papers;

/// <summary>Das, Gupta, Motivala: SWIM, DSN 2002; the numbers of protocol.md section 3.1.</summary>
public sealed class SwimPaperTests
{
    /// <summary>
    /// Section 3.2: somebody probes a failed member after e/(e-1) = 1.58 periods on average, however large the group
    /// is. Of a finite group a little sooner: 1/(1-(1-1/m)^m) with m others.
    /// </summary>
    [Theory]
    [InlineData(16)]
    [InlineData(64)]
    public void The_first_probe_of_a_failed_member_comes_after_1_58_periods(int nodes)
    {
        var periods = new Sample();
        for (ulong seed = 1; seed <= 400; seed++)
        {
            var crash = new Crash(nodes, seed: seed, runFor: 12);
            var waited = crash.AboutVictim(Rule.ProbeStarted).First().Stamp.At - crash.KilledAt;
            periods.Add(Math.Ceiling(waited.TotalSeconds));
        }

        periods.ShouldHaveMean(Math.E / (Math.E - 1), roundedBy: 0.06);
    }

    /// <summary>
    /// Section 4.3: with a shuffled round robin a member waits for its next probe by a given other at most 2m-1
    /// periods, m being the others: first in one round, last in the next.
    /// </summary>
    [Fact]
    public void Between_two_probes_of_one_member_by_another_lie_at_most_2m_minus_1_periods()
    {
        var rig = new ClusterRig(ClusterRig.Swim(8)).RunUntil(600);
        var gaps = rig.Reported(Rule.ProbeStarted).GroupBy(probe => (probe.Stamp.Node, probe.What.Subject))
            .SelectMany(probes => probes.Zip(probes.Skip(1), (one, next) => next.Stamp.At - one.Stamp.At));

        Assert.Equal(TimeSpan.FromSeconds(13), gaps.Max());
    }

    [Fact]
    public void Every_member_probes_one_other_a_period_and_all_before_any_again()
    {
        var rig = new ClusterRig(ClusterRig.Swim(8)).RunUntil(71);
        foreach (var probes in rig.Reported(Rule.ProbeStarted).GroupBy(probe => probe.Stamp.Node))
        {
            var subjects = probes.Select(probe => probe.What.Subject).ToArray();
            Assert.InRange(subjects.Length, 70, 71);
            Assert.All(subjects.Chunk(7).SkipLast(1), pass => Assert.Equal(7, pass.Distinct().Count()));
        }
    }

    /// <summary>
    /// The chance of a false failure is 1-(1-p)^2 for the ping, times 1-(1-p)^4 for each helper (lessons.md L6).
    /// </summary>
    [Theory]
    [InlineData(5, 0, 0.0975)]
    [InlineData(5, 1, 0.0181)]
    [InlineData(20, 3, 0.0741)]
    public void A_probe_fails_falsely_as_often_as_its_paths_are_lost(int lossPercent, int helpers, double share)
    {
        var options = MembershipOptions.Lan with
        {
            IndirectChecks = helpers, UseStreamPing = false, HealthAwareProbe = false, GossipNodes = 0,
        };
        var rig = new ClusterRig(ClusterRig.Swim(32) with
        {
            Node = GossipNodeOptions.Swim with { Membership = options },
            Network = ClusterRig.Fixed(2) with { Loss = Ratio.Percent((uint)lossPercent) },
        });

        rig.RunUntil(10);

        var started = rig.Reported(Rule.ProbeStarted).Count(probe => probe.Stamp.At.Seconds < 9);
        var failed = rig.Reported(Rule.ProbeFailed).Count;
        var slack = 4 * Math.Sqrt(share * (1 - share) / started);
        Assert.InRange((double)failed / started, share - slack, share + slack);
    }

    /// <summary>Section 1: SWIM costs each member the same whatever the size, heartbeats n times n messages.</summary>
    [Theory]
    [InlineData(MembershipKind.Swim, 32, 64)]
    [InlineData(MembershipKind.Swim, 64, 128)]
    [InlineData(MembershipKind.Heartbeat, 32, 992)]
    [InlineData(MembershipKind.Heartbeat, 64, 4_032)]
    public void Messages_a_second_of_an_idle_cluster(MembershipKind kind, int nodes, int perSecond)
    {
        var cluster = new ClusterRig(ClusterRig.Swim(nodes) with
        {
            Node = new GossipNodeOptions { MembershipKind = kind },
        }).RunUntil(10).Cluster;

        var counters = cluster.Counters;
        var probing = counters.SentOf(MessageKind.Ping) + counters.SentOf(MessageKind.Ack)
            + counters.SentOf(MessageKind.Heartbeat);
        Assert.InRange(probing / 10.0, perSecond * 0.98, perSecond * 1.001);
    }

    /// <summary>Section 4.1: gossip takes a few rounds, so all know of a death almost at once.</summary>
    [Fact]
    public void Once_somebody_knows_of_a_death_all_know_it_within_a_second()
    {
        var spread = new Sample();
        for (ulong seed = 1; seed <= 20; seed++)
        {
            var crash = new Crash(100, seed: seed);
            spread.Add((crash.LastBurial - crash.FirstBurial).TotalSeconds);
        }

        // memberlist in one process: 0.43 s (performance.md section 1).
        Assert.InRange(spread.Mean, 0.25, 0.7);
    }
}
