using GossipLab.Core.Experiments.Tuning;
using GossipLab.Core.Membership;
using GossipLab.Core.Primitives;

namespace GossipLab.Tests.Core.Experiments.Tuning;

public sealed class TuningLedgerTests
{
    // SWIM detects no sooner than its shortest suspicion: 4 s with LAN settings among 8 nodes (PROTOCOL.md). The first
    // probe of the dead comes within a few intervals, and three of seven confirm it.
    [Fact]
    public void Settings_whose_suspicion_is_longer_than_the_limit_break_it()
    {
        var ledger = TuningRig.Finish(TuningRig.Plan(seconds: 3.5) with { Runs = 600 });

        var findings = ledger.Ranked();
        Assert.All(
            findings.Where(finding => ledger.Plan.Suspicions(finding.Candidate.Options).Shortest.TotalSeconds > 3.5),
            finding => Assert.Equal(TuningVerdict.Breaks, finding.InTime));
        Assert.Equal(TuningVerdict.Breaks, ledger.Find(0)!.Verdict);
        Assert.True(findings[0].Candidate.Options.ProbeInterval < TimeSpan.FromSeconds(1));
        Assert.Equal(TuningVerdict.Holds, findings[0].Verdict);
    }

    [Fact]
    public void Settings_that_hold_all_limits_are_kept_as_they_are()
    {
        var plan = TuningRig.Plan(seconds: 30) with { Runs = 600 };

        var ledger = TuningRig.Finish(plan);

        Assert.Equal(0, ledger.Ranked()[0].Candidate.Index);
        Assert.Equal(TuningVerdict.Holds, ledger.Ranked()[0].Verdict);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void However_many_share_the_work_it_comes_to_the_same(int workers)
    {
        var alone = TuningRig.Finish(TuningRig.Plan(seconds: 6));

        var together = TuningRig.Finish(TuningRig.Plan(seconds: 6), workers, order: workers);

        Assert.Equal(alone.Ranked(), together.Ranked());
        Assert.Equal(alone.Done, together.Done);
    }

    [Fact]
    public void A_search_costs_as_many_runs_as_it_may()
    {
        var ledger = TuningRig.Finish(TuningRig.Plan(seconds: 6));

        Assert.True(ledger.IsComplete);
        Assert.Equal(TuningPlan.MinRuns, ledger.Done);
        Assert.Equal(ledger.Done, ledger.Needed);
        Assert.False(ledger.Advance());
    }

    [Fact]
    public void Candidates_are_sound_and_differ()
    {
        var ledger = TuningRig.Finish(TuningRig.Plan(seconds: 6));

        Assert.All(ledger.Candidates, candidate => Assert.Empty(candidate.Options.Faults()));
        Assert.Equal(ledger.Candidates.Count, ledger.Candidates.Select(one => one.Options).Distinct().Count());
        Assert.Equal(MembershipOptions.Lan, ledger.Candidates[0].Options);
        Assert.Contains(ledger.Candidates, candidate => !candidate.IsOnGrid);
    }

    [Fact]
    public void Consul_is_offered_no_other_number_of_helpers()
    {
        var ledger = TuningRig.Finish(TuningRig.Plan(seconds: 6) with { HasIndirectChecks = false });

        Assert.All(ledger.Candidates, candidate => Assert.Equal(3, candidate.Options.IndirectChecks));
    }

    [Fact]
    public void A_node_that_reads_slowly_accuses_healthy_ones()
    {
        var plan = TuningRig.Plan(seconds: 30) with
        {
            Cluster = new TuningCluster { Nodes = 20, SlowNodes = 1, Loss = Ratio.Percent(2) },
        };

        var run = plan.Measure(MembershipOptions.Lan, 0, () => false)!;

        Assert.True(run.FalseSuspicions > 0);
        Assert.NotNull(run.ToAll);
        Assert.True(run.ToAll >= run.ToFirst);
    }

    [Fact]
    public void A_cancelled_run_has_no_result()
    {
        Assert.Null(TuningRig.Plan(seconds: 6).Measure(MembershipOptions.Lan, 0, () => true));
    }
}
