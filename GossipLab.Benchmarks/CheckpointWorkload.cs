using GossipLab.Core.Primitives;
using GossipLab.Core.Simulation;

namespace GossipLab.Benchmarks;

/// <summary>What it costs to copy the state of a cluster and to make a cluster what it was.</summary>
internal static class CheckpointWorkload
{
    private const int WarmUps = 150;
    private const int Rounds = 41;

    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(90);

    public static IEnumerable<Figure> Measure(int nodes)
    {
        var cluster = new SimulatedCluster(SwimWorkloads.WithChurn(nodes, Settling));
        cluster.RunUntil(Instant.Zero + Settling);
        var (saves, restores) = (new List<Run>(), new List<Run>());
        for (var round = 0; round < WarmUps; round++)
        {
            cluster.Restore(cluster.Save());
        }

        for (var round = 0; round < Rounds; round++)
        {
            var meter = Meter.Start();
            var saved = cluster.Save();
            saves.Add(meter.Stop(1, Instant.Zero));
            meter = Meter.Start();
            cluster.Restore(saved);
            restores.Add(meter.Stop(1, Instant.Zero));
        }

        yield return Of("checkpoint, 1 %/min churn", nodes, saves);
        yield return Of("back to a checkpoint", nodes, restores);
    }

    private static Figure Of(string workload, int nodes, List<Run> runs)
    {
        runs.Sort((left, right) => left.Cpu.CompareTo(right.Cpu));
        var median = runs[runs.Count / 2];
        return Figure.Of(workload, nodes, median, (double)median.Bytes / nodes, FormattableString.Invariant(
            $"{median.Cpu.TotalMilliseconds:0.00} ms, {median.Bytes / 1024.0:0} KB"));
    }
}
