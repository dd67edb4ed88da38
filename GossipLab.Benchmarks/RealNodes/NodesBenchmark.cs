using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace GossipLab.Benchmarks.RealNodes;

/// <summary>What is done to nodes as real processes, and what came of it.</summary>
internal static class NodesBenchmark
{
    private const int DefaultCycles = 1_000;
    private const int Requests = 100_000;
    private const int Connections = 10_000;

    public static async Task<int> RunAsync(string what, int? count, int? seed)
    {
        var dice = seed ?? Random.Shared.Next();
        return what switch
        {
            "four" => await FourAsync(),
            "crash" => await CrashAsync(count ?? DefaultCycles, dice),
            "flood" => await FloodAsync(count ?? Requests, dice),
            _ => await ThroughputAsync(),
        };
    }

    private static async Task<int> FourAsync()
    {
        var faults = await FourNodes.RunAsync(Console.Out, isTimed: true);
        return faults.Count == 0 ? 0 : 1;
    }

    private static async Task<int> CrashAsync(int cycles, int seed)
    {
        await Console.Out.WriteLineAsync(Invariant($"seed {seed}"));
        var (acknowledged, missing) = await CrashTrial.RunAsync(cycles, seed, Console.Out);
        await Console.Out.WriteLineAsync(Invariant(
            $"{cycles} times kill -9, {acknowledged:N0} acknowledged sets, missing after {missing.Count} kills"));
        return missing.Count == 0 ? 0 : 1;
    }

    // Three floods: memory that grows with each would have no end.
    private static async Task<int> FloodAsync(int requests, int seed)
    {
        const int Floods = 3;
        await Console.Out.WriteLineAsync(Invariant($"seed {seed}"));
        using var cluster = new ChildCluster();
        await cluster.StartAsync(2, "--preset", "fast");
        var faults = 0;
        await Console.Out.WriteLineAsync(Invariant($"memory before: {MegabytesOf(cluster.Nodes[0])} MB"));
        for (var flood = 1; flood <= Floods; flood++)
        {
            var watch = Stopwatch.StartNew();
            var outcome = await Flood.RunAsync(cluster.Nodes[0].Port, requests / Floods, seed + flood);
            faults += outcome.Faults;
            await Console.Out.WriteLineAsync(Invariant(
                $"{outcome.Requests:N0} requests, {outcome.Requests / watch.Elapsed.TotalSeconds:N0} a second"));
            await Console.Out.WriteLineAsync(Invariant(
                $"  answers of 5xx: {outcome.Faults} {outcome.FirstFault}; connections cut: {outcome.Cut}"));
            await HoldOpenAsync(cluster, flood);
        }

        return faults == 0 ? 0 : 1;
    }

    private static async Task HoldOpenAsync(ChildCluster cluster, int value)
    {
        var open = await Flood.OpenAsync(cluster.Nodes[0].Port, Connections);
        var isUp = await cluster.Nodes[0].IsUpAsync();
        await cluster.Nodes[1].SetAsync(value);
        var gossip = await cluster.UntilAllHoldAsync(value.ToString(CultureInfo.InvariantCulture));
        await Console.Out.WriteLineAsync(Invariant(
            $"  {open.Count:N0} connections open, it answers: {isUp}, hears of a set in {gossip.TotalSeconds:0.00} s"));
        foreach (var client in open)
        {
            client.Dispose();
        }

        await Task.Delay(TimeSpan.FromSeconds(10));
        await Console.Out.WriteLineAsync(Invariant($"  memory 10 s later: {MegabytesOf(cluster.Nodes[0])} MB"));
    }

    private static long MegabytesOf(ChildNode node)
    {
        using var process = Process.GetProcessById(node.ProcessId);
        return process.WorkingSet64 / 1_000_000;
    }

    private static async Task<int> ThroughputAsync()
    {
        var text = new StringBuilder("\n| nodes | preset | all hold a set after, mean | worst | /get per second |")
            .Append(" /set per second |\n|---|---|---|---|---|---|\n");
        foreach (var (nodes, preset) in new[]
            { (4, "usual"), (10, "usual"), (50, "usual"), (4, "fast"), (10, "fast"), (50, "fast") })
        {
            var line = await Throughput.MeasureAsync(nodes, preset, trials: preset == "fast" || nodes < 50 ? 24 : 8);
            text.Append(Invariant($"| {line.Nodes} | {line.Preset} | {line.MeanSeconds:0.00} s "));
            text.Append(Invariant($"| {line.WorstSeconds:0.00} s | {line.Gets:N0} | {line.Sets:N0} |\n"));
            await Console.Out.WriteLineAsync(text.ToString().Split('\n')[^2]);
        }

        BenchmarkDocument.WriteNodes(text.ToString());
        return 0;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
