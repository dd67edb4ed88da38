using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Core.Papers;

/// <summary>
/// Dadgar, Phillips, Currey: Lifeguard (arXiv 1707.00788), as memberlist has it: suspicion times in running clusters
/// (protocol.md section 1.6), and a slow node under both.
/// </summary>
public sealed class LifeguardTests
{
    [Theory]
    [InlineData(2, 4.000)] // too few to confirm: the shortest at once
    [InlineData(3, 4.000)]
    [InlineData(4, 24.000)]
    [InlineData(10, 24.000)]
    [InlineData(32, 36.120)]
    [InlineData(50, 40.752)]
    [InlineData(100, 48.000)]
    [InlineData(200, 55.224)]
    public void A_suspicion_begins_at_its_longest(int nodes, double seconds)
    {
        var first = new Crash(nodes, runFor: 8).AboutVictim(Rule.SuspectAccepted).First();

        Assert.Equal(seconds, first.What.Value / 1e6);
    }

    [Theory]
    [InlineData(10, 4.000)]
    [InlineData(32, 6.020)]
    [InlineData(50, 6.792)]
    [InlineData(100, 8.000)]
    [InlineData(200, 9.204)]
    public void Two_accusers_more_shorten_it_to_its_shortest(int nodes, double seconds)
    {
        var first = new Crash(nodes).AboutVictim(Rule.SuspicionTimeout).First();

        Assert.Equal(seconds, first.What.Value / 1e6);
    }

    [Theory]
    [InlineData(1, 4.0)] // two others accuse
    [InlineData(2, 11.381)] // one other
    [InlineData(3, 24.0)] // nobody is left to
    public void In_a_cluster_of_four_it_lasts_as_long_as_fewer_others_accuse(int killed, double seconds)
    {
        var first = new Crash(4, killed, runFor: 40).AboutVictim(Rule.SuspicionTimeout).First();

        Assert.Equal(seconds, first.What.Value / 1e6);
    }

    /// <summary>
    /// memberlist itself, one node killed, first «dead»: 8.1, 8.9, 8.7 s with 50 nodes, 9.1 to 11.6 s (mean 9.9) with
    /// 100, 10.4 to 13.4 s (mean 11.3) with 200, 13.5 and 13.6 s with 500 (performance.md section 1).
    /// </summary>
    [Theory]
    [InlineData(50, 8.57)]
    [InlineData(100, 9.9)]
    [InlineData(200, 11.3)]
    [InlineData(500, 13.55)]
    public void A_crash_is_found_as_fast_as_memberlist_finds_it(int nodes, double seconds)
    {
        var times = new Sample();
        for (ulong seed = 1; seed <= 25; seed++)
        {
            var crash = new Crash(nodes, seed: seed);
            times.Add((crash.FirstBurial - crash.KilledAt).TotalSeconds);
        }

        Assert.InRange(times.Mean, seconds - 1, seconds + 1);
    }

    /// <summary>The paper's point, figure 1 in small: one slow node, and who is taken for dead.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_slow_node_buries_the_healthy_only_without_Lifeguard(bool isLifeguardOn)
    {
        var scenario = ScenarioLibrary.Find("slow-node")!.Scenario; // it is in the library
        var options = scenario.Node.Membership with
        {
            HealthAwareProbe = isLifeguardOn, DynamicSuspicion = isLifeguardOn, BuddySystem = isLifeguardOn,
        };
        var rig = new ClusterRig(scenario with { Node = scenario.Node with { Membership = options } }).RunUntil(60);

        var bySlowOne = rig.Entries.Where(entry => entry.Stamp.Node.Index == 7).Select(entry => entry.What).ToArray();
        var accused = bySlowOne.Where(what => what.Rule == Rule.SuspectAccepted && what.From.Index == 7)
            .Select(what => what.Subject).Distinct().Count();
        var buried = bySlowOne.Count(what => what.Rule == Rule.SuspicionTimeout);
        Assert.Equal(isLifeguardOn, accused < 8);
        Assert.Equal(isLifeguardOn, buried == 0);
    }
}
