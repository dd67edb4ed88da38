using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;

namespace GossipLab.Benchmarks;

/// <summary>Measures the simulator on one core, without observers: the real nodes, nothing else.</summary>
internal static class EngineBenchmark
{
    private const int Runs = 5;

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    public static void Run(bool quick, string? file)
    {
        var figures = new List<Figure>();
        Console.WriteLine(
            $"{Environment.ProcessorCount} processors, .NET {Environment.Version}, medians after a warm-up");
        Console.WriteLine($"{"workload",-28}{"nodes",10}{"events",14}{"ns/event",12}{"x real time",14}{"B/event",10}");
        foreach (var nodes in quick ? [1_000] : new[] { 1_000, 10_000, 100_000 })
        {
            Print(figures, Median(() => PushToTheLast(nodes), quick));
        }

        foreach (var nodes in quick ? [100] : new[] { 100, 1_000 })
        {
            var seconds = quick ? 10 : 30;
            Print(figures, Median(() => SwimIdle(nodes, seconds, Ratio.Zero, "SWIM LAN idle"), quick));
            Print(figures, Median(() => SwimIdle(nodes, seconds, Ratio.Percent(2), "SWIM LAN, 2 % loss"), quick));
        }

        if (file is not null)
        {
            File.WriteAllText(file, JsonSerializer.Serialize(figures, Json));
        }
    }

    private static Figure PushToTheLast(int nodes)
    {
        var cluster = new SimulatedCluster(new Scenario
        {
            Nodes = nodes,
            Seed = 3,
            Commands = [new TimedCommand(Instant.Zero, new SetValue(new NodeId(0), 7))],
        });
        return Measure("push f=2 to the last node", cluster, steps =>
        {
            while (cluster.Census.Newest == Generation.Zero || !cluster.Census.IsConverged)
            {
                cluster.Step();
                steps++;
            }

            return steps;
        });
    }

    private static Figure SwimIdle(int nodes, int seconds, Ratio loss, string name)
    {
        var cluster = new SimulatedCluster(new Scenario
        {
            Nodes = nodes,
            Seed = 3,
            Node = GossipNodeOptions.Swim,
            Network = new NetworkOptions { Loss = loss },
        });
        cluster.RunUntil(new Instant(2_000_000));
        var end = cluster.Now + TimeSpan.FromSeconds(seconds);
        return Measure(name, cluster, steps =>
        {
            while (cluster.NextDue <= end)
            {
                cluster.Step();
                steps++;
            }

            return steps;
        });
    }

    private static Figure Measure(string name, SimulatedCluster cluster, Func<long, long> run)
    {
        var from = cluster.Now;
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        var events = run(0);
        var wall = Stopwatch.GetElapsedTime(start);
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        return new Figure(
            name, cluster.NodeCount, events, wall.TotalNanoseconds / events, (cluster.Now - from) / wall,
            (double)bytes / events);
    }

    private static Figure Median(Func<Figure> run, bool quick)
    {
        run();
        var figures = new List<Figure>();
        for (var index = 0; index < (quick ? 1 : Runs); index++)
        {
            figures.Add(run());
        }

        figures.Sort((left, right) => left.NanosecondsPerEvent.CompareTo(right.NanosecondsPerEvent));
        return figures[figures.Count / 2];
    }

    private static void Print(List<Figure> figures, Figure figure)
    {
        figures.Add(figure);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{figure.Workload,-28}{figure.Nodes,10:N0}{figure.Events,14:N0}{figure.NanosecondsPerEvent,12:0.0}"
            + $"{figure.TimesRealTime,14:0.0}{figure.BytesPerEvent,10:0.0}"));
    }
}
