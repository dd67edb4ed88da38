using GossipLab.Core.Experiments.Tuning;

namespace GossipLab.Tests.Core.Experiments.Tuning;

/// <summary>Searches among a few nodes.</summary>
internal static class TuningRig
{
    public static TuningPlan Plan(double seconds) => new()
    {
        Cluster = new TuningCluster { Nodes = 8 },
        Limits = new TuningLimits { DetectWithin = TimeSpan.FromSeconds(seconds) },
        Runs = TuningPlan.MinRuns,
    };

    /// <summary>As several workers would: each takes a run as soon as it has none, and they end in any order.</summary>
    public static TuningLedger Finish(TuningPlan plan, int workers = 1, int order = 0)
    {
        var ledger = new TuningLedger(plan);
        var random = new Random(order);
        var taken = new List<TuningCell>();
        do
        {
            while (true)
            {
                while (taken.Count < workers && ledger.Next() is { } cell)
                {
                    taken.Add(cell);
                }

                if (taken.Count == 0)
                {
                    break;
                }

                var next = taken[random.Next(taken.Count)];
                taken.Remove(next);
                ledger.Add(next, plan.Measure(ledger.Candidates[next.Candidate].Options, next.Run, () => false)!);
            }
        }
        while (ledger.Advance());
        return ledger;
    }
}
