using GossipLab.Core.Dissemination;
using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;

namespace GossipLab.Core.Experiments.Models;

/// <summary>
/// Holds every model against the engine. The seeds are fixed, so whoever measures finds the same numbers.
/// </summary>
public static class ModelChecks
{
    private const int Nodes = 256;
    private const int Runs = 60;
    private const int Draws = 20_000;
    private const int UntoldRounds = 6;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>All measurements; each takes a fraction of a second.</summary>
    public static IReadOnlyList<Func<ModelCheck>> All { get; } =
    [
        () => ToShare(Push(TickPhase.LockStep), 0, isHalf: true),
        () => ToShare(Push(TickPhase.LockStep), 0, isHalf: false),
        () => ToShare(Push(TickPhase.Random), 0, isHalf: true),
        () => ToShare(Push(TickPhase.Random), 0, isHalf: false),
        () => ToShare(Push(TickPhase.Random), 25, isHalf: true),
        () => ToShare(Push(TickPhase.Random), 25, isHalf: false),
        LogRounds,
        Untold,
        () => MeanLatency(LatencyKind.Exponential),
        () => MeanLatency(LatencyKind.LogNormal),
        .. EpidemicChecks.All,
        .. MembershipChecks.All,
    ];

    private static DisseminationOptions Push(TickPhase phase, int fanOut = 2) =>
        new() { Phase = phase, FanOut = fanOut };

    private static Scenario RunOf(DisseminationOptions options, uint lossPercent, int seed) => new()
    {
        Nodes = Nodes,
        Seed = (ulong)seed,
        Node = new GossipNodeOptions { Dissemination = options },
        Network = new NetworkOptions { Loss = Ratio.Percent(lossPercent) },
        Commands = [new TimedCommand(Instant.Zero, new SetValue(new NodeId(0), 7))],
    };

    private static ModelCheck ToShare(DisseminationOptions options, uint lossPercent, bool isHalf)
    {
        var network = RunOf(options, lossPercent, 1).Network;
        var curve = MeanField.Curve(Nodes, options, (network.Loss.Value, MeanField.MeanSeconds(network.Latency)), 0);
        var wanted = isHalf ? Nodes / 2.0 : Nodes - 0.5;
        var expected = curve.First(point => point.Informed >= wanted).Second;
        var measured = Mean(seed => Measurement.Of(RunOf(options, lossPercent, seed), Limit, () => false) is { } result
            ? (isHalf ? result.ToHalf : result.ToAll)?.TotalSeconds : null);
        var ticks = options.Phase == TickPhase.LockStep ? "all tick at once" : "each ticks at its own moment";
        var run = $"{Nodes} nodes, push to {options.FanOut}, {ticks}, loss {lossPercent} %";
        return new ModelCheck("mean-field", $"{run}: until {(isHalf ? "half" : "all")} know",
            "s", expected,
            measured, Runs);
    }

    private static ModelCheck LogRounds()
    {
        var options = Push(TickPhase.LockStep, fanOut: 1);
        var measured = Mean(seed => Measurement.Of(RunOf(options, 0, seed), Limit, () => false)?.ToAll is { } all
            ? Math.Floor(all / options.Interval) : null);
        return new ModelCheck("log-rounds", $"{Nodes} nodes, push to 1, all tick at once: until all know", "rounds",
            Math.Log2(Nodes) + Math.Log(Nodes), measured, Runs);
    }

    // What the answer to «why does it not know?» says of a node, held against how many indeed did not know.
    private static ModelCheck Untold()
    {
        var options = Push(TickPhase.LockStep);
        var (expected, measured) = (0.0, 0.0);
        for (var seed = 1; seed <= Runs; seed++)
        {
            var cluster = new SimulatedCluster(RunOf(options, 0, seed));
            var tellings = 0;
            for (var round = 1; round <= UntoldRounds; round++)
            {
                cluster.RunUntil(Instant.Zero + options.Interval * round - TimeSpan.FromMicroseconds(1));
                tellings += cluster.Census.Informed;
            }

            cluster.RunUntil(Instant.Zero + options.Interval * (UntoldRounds + 1) - TimeSpan.FromMicroseconds(1));
            expected += Math.Pow(1 - (double)options.FanOut / (Nodes - 1), tellings);
            measured += (double)(Nodes - cluster.Census.Informed) / (Nodes - 1);
        }

        return new ModelCheck("untold",
            $"{Nodes} nodes, push to 2, all tick at once: chance not to know after {UntoldRounds} rounds", "",
            expected / Runs, measured / Runs, Runs);
    }

    private static ModelCheck MeanLatency(LatencyKind kind)
    {
        var latency = new LatencyOptions { Kind = kind };
        var rng = new Rng(7);
        var seconds = 0.0;
        for (var draw = 0; draw < Draws; draw++)
        {
            seconds += latency.Sample(ref rng).TotalSeconds;
        }

        return new ModelCheck("mean-latency", $"{kind}, its usual settings", "ms",
            MeanField.MeanSeconds(latency) * 1000, seconds / Draws * 1000, Draws);
    }

    private static double Mean(Func<int, double?> measure) =>
        Enumerable.Range(1, Runs).Select(measure).OfType<double>().Average();
}
