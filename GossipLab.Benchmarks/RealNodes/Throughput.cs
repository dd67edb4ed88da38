using System.Diagnostics;
using System.Globalization;

namespace GossipLab.Benchmarks.RealNodes;

/// <summary>How many requests a node answers, and how soon all nodes hold what one was told.</summary>
public static class Throughput
{
    private const int Clients = 16;

    private static readonly TimeSpan Span = TimeSpan.FromSeconds(3);

    /// <summary>One cluster's figures.</summary>
    public sealed record Line(
        int Nodes, string Preset, double MeanSeconds, double WorstSeconds, double Gets, double Sets);

    /// <summary>Measures a cluster of processes.</summary>
    /// <param name="nodes">How many nodes.</param>
    /// <param name="preset">Their settings.</param>
    /// <param name="trials">How many sets are followed until all hold them.</param>
    public static async Task<Line> MeasureAsync(int nodes, string preset, int trials)
    {
        using var cluster = new ChildCluster();
        await cluster.StartAsync(nodes, "--preset", preset, "--membership", "lan");
        var took = new List<TimeSpan>();
        for (var trial = 1; trial <= trials; trial++)
        {
            await cluster.Nodes[trial % nodes].SetAsync(trial);
            took.Add(await cluster.UntilAllHoldAsync(trial.ToString(CultureInfo.InvariantCulture)));
        }

        var gets = await RateAsync(async () => (await cluster.Nodes[0].GetAsync()).Length > 0);
        var sets = await RateAsync(() => cluster.Nodes[0].SetAsync(1));
        return new Line(
            nodes, preset, took.Average(each => each.TotalSeconds), took.Max().TotalSeconds, gets, sets);
    }

    private static async Task<double> RateAsync(Func<Task<bool>> ask)
    {
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, Clients).Select(async _ =>
        {
            var count = 0;
            while (watch.Elapsed < Span)
            {
                count += await ask() ? 1 : 0;
            }

            return count;
        }));
        return counts.Sum() / watch.Elapsed.TotalSeconds;
    }
}
