using GossipLab.Core.Dissemination;
using GossipLab.Core.Experiments.Models;
using GossipLab.Core.Primitives;

namespace GossipLab.Core.Experiments.Papers;

/// <summary>The curve that Serf's website drew, beside the engine's.</summary>
internal static class SerfCurve
{
    private const int Nodes = 30;
    private const int FanOut = 3;
    private const int Rounds = 10;

    /// <summary>The share that knows after each round.</summary>
    /// <param name="lossPercent">The share of messages lost, in percent; 0 to 99.</param>
    /// <param name="runs">How many runs.</param>
    public static PaperTable Table(uint lossPercent, int runs)
    {
        var spread = new DisseminationOptions { FanOut = FanOut };
        var curves = Seeds.Play(runs, seed => Curve(spread, seed, Ratio.Percent(lossPercent)));
        var lines = Enumerable.Range(0, Rounds + 1).Select(round => new PaperLine($"{round}",
        [
            PaperFigure.Of(
                100 * EpidemicModel.SerfShare(Nodes, FanOut, lossPercent / 100.0, round),
                [.. curves.Select(curve => 100 * curve[round])]),
        ]));
        return new PaperTable(
            $"Serf: the convergence simulator, loss {lossPercent} %",
            "Serf's former website, its convergence simulator: 1 / (1 + (n + 1) e^(-x f (1 - p) / 2)), x in rounds.",
            $"{Nodes} nodes in the engine, push to {FanOut}, all tick at once, {lossPercent} % of messages lost.",
            "round", ["share that knows, %"], [.. lines], runs,
            "The formula begins below one node, at 1/(n + 2), and takes a contact for half of one: by it gossip needs "
            + "about twice the rounds that it takes. It is a plot for operators and errs on the safe side.");
    }

    private static double[] Curve(DisseminationOptions spread, ulong seed, Ratio loss)
    {
        var cluster = SynchronousRun.Start(Nodes, spread, seed, loss);
        var curve = new double[Rounds + 1];
        for (var round = 0; round <= Rounds; round++)
        {
            SynchronousRun.RunRounds(cluster, round);
            curve[round] = (double)cluster.Census.Informed / Nodes;
        }

        return curve;
    }
}
