using GossipLab.Core.Experiments.Tuning;
using GossipLab.Core.Membership;
using GossipLab.Core.Simulation;

namespace GossipLab.Tests.Core.Experiments.Tuning;

public sealed class TuningPlanTests
{
    private static readonly TuningPlan Plan = TuningRig.Plan(seconds: 10);

    public static TheoryData<TuningPlan, string> Faulty => new()
    {
        { Plan with { Runs = 239 }, "runs: 239 is not within 240 to 20000" },
        { Plan with { Cluster = new TuningCluster { Nodes = 3 } }, "nodes: 3 is not within 4 to 2000" },
        { Plan with { Cluster = new TuningCluster { Nodes = 2_001 } }, "nodes: 2001 is not within 4 to 2000" },
        { Plan with { Cluster = new TuningCluster { Nodes = 8, SlowNodes = 3 } }, "nodes: 3 is not within 0 to 2" },
        { Plan with { Cluster = new TuningCluster { Zones = 9 } }, "$.network.zones: 9 is not in 1 to 8" },
        { Plan with { Limits = new TuningLimits() }, "limits: give at least one" },
        { Plan with { Limits = new TuningLimits { DetectWithin = TimeSpan.FromSeconds(601) } }, "detect within" },
        { Plan with { Limits = new TuningLimits { FalseDeathsPerDay = 0 } }, "false deaths a day" },
        { Plan with { Limits = new TuningLimits { BytesPerNodeSecond = double.NaN } }, "bytes a second and node" },
        {
            Plan with { Options = MembershipOptions.Lan with { SuspicionMultiplier = 99 } },
            "SuspicionMultiplier: 99 is not within 1 to 32"
        },
        { Plan with { Cluster = Stalling(20, 20) }, "stand still" },
        { Plan with { Cluster = Stalling(10, 20) }, "more than 10000" },
        { Plan with { Cluster = Stalling(0, 0) }, "say how long" },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void What_is_wrong_is_said_with_its_range(TuningPlan plan, string problem)
    {
        Assert.Contains(problem, plan.FindFault(), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new TuningLedger(plan));
    }

    [Fact]
    public void Settings_do_not_change_what_befalls_a_run()
    {
        var plan = Plan with
        {
            Cluster = new TuningCluster { Nodes = 40, SlowNodes = 3, Stall = TimeSpan.FromSeconds(2) },
        };

        var one = plan.ScenarioOf(MembershipOptions.Lan, 7);
        var other = plan.ScenarioOf(MembershipOptions.Lan with { GossipNodes = 5 }, 7);

        Assert.Equal(one.Seed, other.Seed);
        Assert.Equal(one.Commands, other.Commands);
        Assert.Empty(ScenarioFaults.In(one));
        Assert.Equal(3, one.Commands.Count(timed => timed.Command is SlowNode));
        Assert.Single(one.Commands, timed => timed.Command is KillNode kill && !plan.Cluster.IsSlow(kill.Node.Index));
    }

    [Fact]
    public void A_run_is_long_enough_for_the_longest_suspicion_and_twice_the_limit()
    {
        var plan = TuningRig.Plan(seconds: 100);

        Assert.Equal(24, plan.Suspicions(MembershipOptions.Lan).Longest.TotalSeconds);
        Assert.Equal(24, plan.CountedFrom(MembershipOptions.Lan).TotalSeconds);
        Assert.Equal(224, plan.Lasts(MembershipOptions.Lan).TotalSeconds);
        Assert.Equal(120, plan.CountedFrom(MembershipOptions.Wan).TotalSeconds);
    }

    private static TuningCluster Stalling(double stall, double every) => new()
    {
        SlowNodes = 3,
        SlowBy = TimeSpan.Zero,
        Stall = TimeSpan.FromMilliseconds(stall),
        StallEvery = TimeSpan.FromMilliseconds(every),
    };
}
