using GossipLab.Core.Primitives;
using GossipLab.Core.Simulation.Checkpoints;

namespace GossipLab.Benchmarks;

/// <summary>How long a jump to any moment of a long run takes, and what memory its checkpoints hold.</summary>
internal static class JumpWorkload
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(10);

    public static Figure Measure(int nodes, int jumps)
    {
        var history = new RunHistory(SwimWorkloads.WithChurn(nodes, Length), []);
        history.RunUntil(Instant.Zero + Length);
        var events = history.Cluster.EventCount;
        var (draws, runs) = (new Random(20170129), new List<Run>());
        for (var jump = 0; jump < jumps; jump++)
        {
            var to = Instant.Zero + Length * draws.NextDouble();
            var meter = Meter.Start();
            history.Travel(history.Lane, Destination.To(to));
            runs.Add(meter.Stop(1, to));
        }

        runs.Sort((left, right) => left.Cpu.CompareTo(right.Cpu));
        var (median, late) = (runs[runs.Count / 2], runs[runs.Count * 95 / 100]);
        var times = FormattableString.Invariant(
            $"{median.Cpu.TotalMilliseconds:0} ms, p95 {late.Cpu.TotalMilliseconds:0} ms");
        var memory = FormattableString.Invariant(
            $"{history.CheckpointCount} checkpoints, {history.CheckpointBytes >> 20} MB");
        return Figure.Of(
            "jump within 10 min, churn", nodes, median, 0,
            FormattableString.Invariant($"{times}; {memory}; {events / 1e6:0.0} million events"));
    }
}
