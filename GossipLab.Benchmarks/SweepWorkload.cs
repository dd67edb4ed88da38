using System.Diagnostics;
using GossipLab.Core.Simulation;

namespace GossipLab.Benchmarks;

/// <summary>Many independent runs of push with 1,000 nodes on two cores, each from the making of its nodes.</summary>
internal static class SweepWorkload
{
    private const int Nodes = 1_000;
    private const int Cores = 2;

    public static Figure Measure(TimeSpan span)
    {
        var (runs, events, withheld, seed, cpu) = (0L, 0L, 0L, 0L, 0L);
        var started = Stopwatch.GetTimestamp();
        var threads = new Thread[Cores];
        for (var index = 0; index < Cores; index++)
        {
            threads[index] = new Thread(() =>
            {
                var began = ThreadClock.Now;
                while (Stopwatch.GetElapsedTime(started) < span)
                {
                    var number = (ulong)Interlocked.Increment(ref seed);
                    var cluster = new SimulatedCluster(PushWorkload.Scenario(Nodes, number));
                    PushWorkload.RunToTheLast(cluster);
                    Interlocked.Increment(ref runs);
                    Interlocked.Add(ref events, cluster.Counters.TimersFired + cluster.Counters.Delivered);
                    Interlocked.Add(ref withheld, cluster.Counters.TimersWithheld);
                }

                Interlocked.Add(ref cpu, (ThreadClock.Now - began).Ticks);
            });
            threads[index].Start();
        }

        foreach (var thread in threads)
        {
            thread.Join();
        }

        var wall = Stopwatch.GetElapsedTime(started);
        return new Figure("sweep of push, 2 cores", Nodes, events, withheld, wall.TotalNanoseconds / events, 0, 0, 0,
            FormattableString.Invariant($"{runs / wall.TotalSeconds:0} runs/s, wall time; ")
            + FormattableString.Invariant($"{Cores * runs / new TimeSpan(cpu).TotalSeconds:0} by CPU time"));
    }
}
