using GossipLab.Core.Dissemination;
using GossipLab.Core.Experiments.Papers;
using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;

namespace GossipLab.Core.Experiments.Models;

/// <summary>Holds the closed formulas against the engine; all tick at once, a round is an interval.</summary>
internal static class EpidemicChecks
{
    private const int Nodes = 256;
    private const int SerfNodes = 30;
    private const int SerfFanOut = 3;
    private const int Sites = 1000;
    private const int Runs = 60;
    private const int RumourRuns = 20;
    private const int RumourRounds = 40;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>All measurements.</summary>
    public static IReadOnlyList<Func<ModelCheck>> All { get; } =
    [
        () => FanOutRounds(2),
        () => FanOutRounds(4),
        () => Residue(StopRule.BlindCoin, 2),
        () => Residue(StopRule.BlindCoin, 3),
        () => Residue(StopRule.FeedbackCounter, 1),
        () => Residue(StopRule.FeedbackCounter, 2),
        () => Tellers(2),
        () => Tellers(4),
        () => Logistic(1),
        () => Logistic(2),
        () => Serf(0),
        () => Serf(25),
    ];

    private static ModelCheck FanOutRounds(int fanOut) => new("fan-out-rounds",
        $"{Nodes} nodes, push to {fanOut}, all tick at once: until all know", "rounds",
        EpidemicModel.LogRounds(Nodes, fanOut), MeanRounds(Nodes, fanOut, 0), Runs);

    private static ModelCheck Serf(uint lossPercent) => new("serf-simulator",
        $"{SerfNodes} nodes, push to {SerfFanOut}, loss {lossPercent} %: until all know", "rounds",
        EpidemicModel.SerfRounds(SerfNodes, SerfFanOut, lossPercent / 100.0),
        MeanRounds(SerfNodes, SerfFanOut, lossPercent), Runs);

    private static ModelCheck Residue(StopRule stop, int stopAfter)
    {
        var untold = Enumerable.Range(1, RumourRuns)
            .Average(seed => RumorEnd.Of(Sites, Rumour(stop, stopAfter), RumourRounds, (ulong)seed).Residue);
        var rule = stop == StopRule.BlindCoin ? "blind, coin" : "feedback, counter";
        return new ModelCheck("rumour-residue", $"{Sites} sites, push, {rule}, k = {stopAfter}: share untold", "",
            EpidemicModel.RumourResidue(LoseInterest(stop, stopAfter)), untold, RumourRuns);
    }

    // How many tell when half do not know, between the two rounds around that moment.
    private static ModelCheck Tellers(int stopAfter)
    {
        var tellers = Enumerable.Range(1, RumourRuns)
            .Select(seed => TellersAtHalf(Rumour(StopRule.BlindCoin, stopAfter), (ulong)seed))
            .OfType<double>().ToList();
        return new ModelCheck("rumour-tellers",
            $"{Sites} sites, push, blind, coin, k = {stopAfter}: share that tells while half do not know", "",
            EpidemicModel.RumourTellers(stopAfter, 0.5, isBlind: true), tellers.Average(),
            tellers.Count);
    }

    private static double? TellersAtHalf(DisseminationOptions spread, ulong seed)
    {
        var cluster = SynchronousRun.Start(Sites, spread, seed);
        var (untoldBefore, tellingBefore) = (1.0, 0.0);
        for (var round = 1; round <= RumourRounds; round++)
        {
            SynchronousRun.RunRounds(cluster, round);
            var untold = 1 - (double)cluster.Census.Informed / Sites;
            var telling = (double)Enumerable.Range(0, Sites).Select(index => cluster.Node(new NodeId(index)))
                .Count(node => node.IsSpreading && node.Store.IsWritten) / Sites;
            if (untold <= 0.5)
            {
                var way = (untoldBefore - 0.5) / (untoldBefore - untold);
                return tellingBefore + way * (telling - tellingBefore);
            }

            (untoldBefore, tellingBefore) = (untold, telling);
        }

        return null;
    }

    private static DisseminationOptions Rumour(StopRule stop, int stopAfter) =>
        new() { FanOut = 1, Stop = stop, StopAfter = stopAfter };

    // A blind coin is tossed after useful contacts too: di/dt = si - i/k, so its k is one more.
    private static int LoseInterest(StopRule stop, int stopAfter) =>
        stop == StopRule.BlindCoin ? stopAfter - 1 : stopAfter;

    private static ModelCheck Logistic(int fanOut)
    {
        var spread = new DisseminationOptions { FanOut = fanOut };
        var measured = Enumerable.Range(1, Runs)
            .Select(seed => Measurement.Of(RunOf(Nodes, spread, 0, seed), Limit, () => false)?.ToHalf)
            .OfType<TimeSpan>().Average(half => half / spread.Interval);
        return new ModelCheck("logistic",
            $"{Nodes} nodes, push to {fanOut}, each ticks at its own moment: until half know", "intervals",
            EpidemicModel.LogisticIntervals(Nodes, fanOut, 0.5), measured, Runs);
    }

    private static double MeanRounds(int nodes, int fanOut, uint lossPercent)
    {
        var spread = new DisseminationOptions { Phase = TickPhase.LockStep, FanOut = fanOut };
        return Enumerable.Range(1, Runs)
            .Select(seed => Measurement.Of(RunOf(nodes, spread, lossPercent, seed), Limit, () => false)?.ToAll)
            .OfType<TimeSpan>().Average(all => Math.Floor(all / spread.Interval));
    }

    private static Scenario RunOf(int nodes, DisseminationOptions spread, uint lossPercent, int seed) => new()
    {
        Nodes = nodes,
        Seed = (ulong)seed,
        Node = new GossipNodeOptions { Dissemination = spread },
        Network = new NetworkOptions { Loss = Ratio.Percent(lossPercent) },
        Commands = [new TimedCommand(Instant.Zero, new SetValue(new NodeId(0), 7))],
    };
}
