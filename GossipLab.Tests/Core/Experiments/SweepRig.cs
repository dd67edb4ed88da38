using GossipLab.Core.Experiments;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Core.Experiments;

/// <summary>Sweeps of a calm cluster in which node 0 writes once.</summary>
internal static class SweepRig
{
    public static SweepPlan FanOuts(int nodes, int seeds, params int[] fanOuts) => new()
    {
        Scenario = ClusterRig.Calm(nodes) with
        {
            Commands = [new TimedCommand(new Instant(1), new SetValue(new NodeId(0), 7))],
        },
        X = new SweepAxis(SweepParameter.FanOut, fanOuts),
        Seeds = seeds,
        Metric = RunMetric.RoundsToAll,
    };

    public static SweepLedger Finish(SweepLedger ledger)
    {
        while (ledger.Next() is { } cell)
        {
            ledger.Add(cell, Measure(ledger.Plan, cell));
        }

        return ledger;
    }

    /// <summary>As several workers would: each takes a run as soon as it has none, and they end in any order.</summary>
    public static SweepLedger FinishShared(SweepLedger ledger, int workers, Random order)
    {
        var taken = new List<SweepCell>();
        while (true)
        {
            while (taken.Count < workers && ledger.Next() is { } cell)
            {
                taken.Add(cell);
            }

            if (taken.Count == 0)
            {
                return ledger;
            }

            var first = order.Next(taken.Count);
            ledger.Add(taken[first], Measure(ledger.Plan, taken[first]));
            taken.RemoveAt(first);
        }
    }

    public static RunResult Measure(SweepPlan plan, SweepCell cell) =>
        Measurement.Of(plan.ScenarioOf(cell.Point, cell.Run), plan.Limit, () => false)!;

    /// <summary>All a sweep says, to compare two of them.</summary>
    public static IEnumerable<RunResult?> All(SweepLedger ledger) =>
        from point in Enumerable.Range(0, ledger.Plan.Points)
        from run in Enumerable.Range(0, ledger.Plan.Seeds)
        select ledger.Result(new SweepCell(point, run));
}
