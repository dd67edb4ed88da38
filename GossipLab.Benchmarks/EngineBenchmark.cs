using System.Text.Json;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using Stopwatch = System.Diagnostics.Stopwatch;

namespace GossipLab.Benchmarks;

/// <summary>Measures the simulator: the real nodes on one core, and what else a lab costs.</summary>
internal static class EngineBenchmark
{
    private const int WarmUps = 20;
    private const int LabLog = 20_000;

    // The compiler works beside what is measured, and on a busy machine it works late.
    private static readonly TimeSpan WireWarmUp = TimeSpan.FromSeconds(4);

    // What a lab of this size keeps.
    private static readonly TraceFilter LabFilter = TraceFilter.ReportsOnly with
    {
        KeepsReport = static what => what.Kind != NodeEventKind.ValueIgnored,
    };

    private static readonly (TimeSpan Settling, TimeSpan Span) Calm = Seconds(2, 30);
    private static readonly (TimeSpan Settling, TimeSpan Span) Large = Seconds(2, 5);

    // Whoever crashes comes back after a minute.
    private static readonly (TimeSpan Settling, TimeSpan Span) Churning = Seconds(62, 30);
    private static readonly (TimeSpan Settling, TimeSpan Span) LongChurning = Seconds(62, 6);

    // The wall is built after two seconds; then each half buries the other.
    private static readonly (TimeSpan Settling, TimeSpan Span) Torn = Seconds(2, 60);

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    /// <summary>Measures, and writes what came out.</summary>
    /// <param name="quick">Whether to take fewer and shorter runs.</param>
    /// <param name="only">What the names of the workloads must hold; null for all of them.</param>
    /// <param name="file">Where the figures go as JSON as well, or null.</param>
    public static void Run(bool quick, string? only, string? file)
    {
        var report = new EngineReport();
        EngineReport.Begin();
        foreach (var (name, measure) in Workloads(report, quick))
        {
            if (only is null || name.Contains(only, StringComparison.OrdinalIgnoreCase))
            {
                measure();
            }
        }

        if (!quick && only is null)
        {
            report.WriteDocument();
        }

        if (file is not null)
        {
            File.WriteAllText(file, JsonSerializer.Serialize(report.Figures, Json));
        }
    }

    private static IEnumerable<(string Name, Action Measure)> Workloads(EngineReport report, bool quick)
    {
        foreach (var nodes in quick ? [1_000, 10_000] : new[] { 1_000, 10_000, 100_000, 1_000_000 })
        {
            yield return ("push", () => ComparePush(report, nodes, Rounds(nodes, quick)));
        }

        yield return ("push, fetching", () => Fetching(report, 100_000, 3));
        yield return ("push, recorder", () => Recorder(report, quick ? 3 : 9));
        foreach (var nodes in quick ? [100, 1_000] : new[] { 100, 1_000, 10_000 })
        {
            var rounds = quick ? 1 : 3;
            yield return ("idle", () => Swim(report, "SWIM LAN idle", SwimWorkloads.Idle(nodes), Calm, rounds));
            yield return ("loss", () =>
                Swim(report, "SWIM LAN, 2 % loss", SwimWorkloads.WithLoss(nodes, 2), Calm, rounds));
            yield return ("churn", () => Churn(report, nodes, rounds));
        }

        if (!quick)
        {
            yield return ("churn, fetching", () => FetchingInChurn(report, 10_000, 2));
        }

        yield return ("wire", () => OverTheWire(report, quick ? 3 : 9));
        yield return ("wall", () =>
            Swim(report, "SWIM LAN, half / half wall", SwimWorkloads.WithWall(1_000), Torn, quick ? 1 : 3));
        if (!quick)
        {
            yield return ("idle, large", () => Swim(report, "SWIM LAN idle", SwimWorkloads.Idle(100_000), Large, 1));
        }

        yield return ("checkpoint", () => report.Add(CheckpointWorkload.Measure(1_000)));
        yield return ("jump", () => report.Add([JumpWorkload.Measure(1_000, quick ? 40 : 200)]));
        foreach (var nodes in quick ? [1_000] : new[] { 64, 1_000, 10_000 })
        {
            yield return ("frame", () => report.Add(FrameWorkload.Measure(nodes)));
        }

        if (!quick)
        {
            yield return ("memory", () => report.Add(MemoryWorkload.Measure()));
        }

        yield return ("sweep", () => report.Add([SweepWorkload.Measure(TimeSpan.FromSeconds(quick ? 2 : 10))]));
    }

    private static (TimeSpan Settling, TimeSpan Span) Seconds(int settling, int span) =>
        (TimeSpan.FromSeconds(settling), TimeSpan.FromSeconds(span));

    private static int Rounds(int nodes, bool quick) => quick ? 3 : nodes switch
    {
        <= 10_000 => 15,
        <= 100_000 => 5,
        _ => 3,
    };

    // At a million nodes one run of it takes half a minute.
    private static int ObviousRounds(int nodes) => nodes <= 100_000 ? 5 : 1;

    // What runs first pays for the compiler; that is not what is measured. Fewer nodes would not fetch ahead.
    private static void WarmUp()
    {
        for (var round = 0; round < WarmUps; round++)
        {
            PushWorkload.Measure(8_000);
            ObviousEngine.Measure(8_000);
        }
    }

    // Taken in turns, so that both meet the same neighbours.
    private static void ComparePush(EngineReport report, int nodes, int rounds)
    {
        WarmUp();
        var (own, obvious) = (new List<Run>(), new List<Run>());
        for (var round = 0; round < rounds; round++)
        {
            own.Add(PushWorkload.Measure(nodes));
            if (round < ObviousRounds(nodes))
            {
                obvious.Add(ObviousEngine.Measure(nodes));
            }
        }

        var (mine, other) = (Median(own), Median(obvious));
        report.Add(Figure.Of("push f=2 to the last node", nodes, mine,
            note: FormattableString.Invariant($"{other.Cpu / mine.Cpu:0.0}x the obvious")));
        report.Add(Figure.Of("the same, obvious engine", nodes, other));
    }

    private static void Fetching(EngineReport report, int nodes, int rounds)
    {
        var (with, without) = (new List<Run>(), new List<Run>());
        for (var round = 0; round < rounds; round++)
        {
            with.Add(PushWorkload.Measure(nodes));
            without.Add(PushWorkload.Measure(nodes, EngineSwitches.All with { FetchAhead = false }));
        }

        report.Add(Figure.Of("push, not fetching ahead", nodes, Median(without),
            note: FormattableString.Invariant($"{Median(without).Cpu / Median(with).Cpu:0.00}x the cost with")));
    }

    private static void FetchingInChurn(EngineReport report, int nodes, int rounds)
    {
        var (settling, span) = LongChurning;
        var what = new SwimSpan(SwimWorkloads.WithChurn(nodes, settling + span), settling, span);
        var (with, without) = (new List<Run>(), new List<Run>());
        for (var round = 0; round < rounds; round++)
        {
            with.Add(SwimWorkload.Measure(what, EngineSwitches.All, out _));
            without.Add(SwimWorkload.Measure(what, EngineSwitches.All with { FetchAhead = false }, out _));
        }

        report.Add(Figure.Of("churn, not fetching ahead", nodes, Median(without),
            note: FormattableString.Invariant($"{Median(without).Cpu / Median(with).Cpu:0.00}x the cost with")));
    }

    private static void Recorder(EngineReport report, int rounds)
    {
        const int Nodes = 10_000;
        WarmUp();
        var (off, on) = (new List<Run>(), new List<Run>());
        for (var round = 0; round < rounds; round++)
        {
            off.Add(PushWorkload.Measure(Nodes));
            on.Add(PushWorkload.Measure(Nodes, new Trace(LabLog, LabFilter)));
        }

        var (without, with) = (Median(off), Median(on));
        report.Add(Figure.Of("push, recorder on", Nodes, with,
            note: FormattableString.Invariant($"{with.Cpu / without.Cpu:0.00}x the cost without")));
    }

    private static void OverTheWire(EngineReport report, int rounds)
    {
        var span = new SwimSpan(SwimWorkloads.Idle(1_000), Calm.Settling, TimeSpan.FromSeconds(10));
        var (off, on) = (new List<Run>(), new List<Run>());
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < WireWarmUp;)
        {
            SwimWorkload.Measure(span, EngineSwitches.All with { OverTheWire = true }, out _);
        }

        for (var round = 0; round < rounds; round++)
        {
            off.Add(SwimWorkload.Measure(span, EngineSwitches.All, out _));
            on.Add(SwimWorkload.Measure(span, EngineSwitches.All with { OverTheWire = true }, out _));
        }

        report.Add(Figure.Of("SWIM LAN idle, through the wire codec", span.Scenario.Nodes, Median(on),
            note: FormattableString.Invariant($"{Median(on).Cpu / Median(off).Cpu:0.00}x the cost without")));
    }

    private static void Churn(EngineReport report, int nodes, int rounds)
    {
        var times = nodes <= 1_000 ? Churning : LongChurning;
        var scenario = SwimWorkloads.WithChurn(nodes, times.Settling + times.Span);
        Swim(report, "SWIM LAN, 1 %/min churn", scenario, times, nodes <= 1_000 ? rounds : 1);
    }

    private static void Swim(
        EngineReport report, string name, Scenario scenario, (TimeSpan Settling, TimeSpan Span) times, int rounds)
    {
        var runs = new List<Run>();
        var bytes = 0.0;
        for (var round = 0; round < rounds; round++)
        {
            runs.Add(SwimWorkload.Measure(scenario, times.Settling, times.Span, out bytes));
        }

        report.Add(Figure.Of(name, scenario.Nodes, Median(runs), bytes));
    }

    private static Run Median(List<Run> runs)
    {
        runs.Sort((left, right) => left.Cpu.CompareTo(right.Cpu));
        return runs[runs.Count / 2];
    }
}
