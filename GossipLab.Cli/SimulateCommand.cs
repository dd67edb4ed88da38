using System.Globalization;
using System.Text.Json;
using GossipLab.Core.Primitives;
using GossipLab.Core.Simulation;

namespace GossipLab.Cli;

/// <summary>Plays one run.</summary>
internal static class SimulateCommand
{
    private const long LongestMs = 86_400_000;
    private const long UsualMs = 600_000;
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static int Run(IReadOnlyList<string> words, Terminal terminal, CancellationToken interrupt)
    {
        var arguments = new Arguments(words, "until", "seed", "json");
        var scenario = Find(arguments.Operand("one scenario file or name"));
        var seed = arguments.Find("seed") is { } text
            ? ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number : throw new FormatException("--seed: must be a whole number of 0 or more")
            : scenario.Seed;
        scenario = scenario with { Seed = seed };
        var isTimed = arguments.Find("until") is not null;
        var end = Instant.Zero + TimeSpan.FromMilliseconds(arguments.Whole("until", UsualMs, 1, LongestMs));
        var hash = new TraceHash();
        var cluster = new SimulatedCluster(scenario, hash);
        if (!Play(cluster, end, isTimed, interrupt))
        {
            terminal.Notes.WriteLine("interrupted");
            return ExitCode.Interrupted;
        }

        var outcome = JsonSerializer.Serialize(new
        {
            scenario = scenario.Name,
            engine = Scenario.EngineVersion,
            seed,
            nodes = cluster.NodeCount,
            untilMs = cluster.Now.Milliseconds,
            events = cluster.EventCount,
            informed = cluster.Census.Informed,
            running = cluster.Census.Running,
            messages = cluster.Counters.Sent,
            bytes = cluster.Counters.Bytes,
            lost = cluster.Counters.Lost,
            hash = hash.ToString(),
        }, Indented) + "\n";
        if (arguments.Find("json") is { } path)
        {
            File.WriteAllText(path, outcome);
        }

        terminal.Out.Write(outcome);
        return ExitCode.Done;
    }

    private static bool Play(SimulatedCluster cluster, Instant end, bool isTimed, CancellationToken interrupt)
    {
        var commands = cluster.Scenario.Commands;
        var lastCommand = commands.Count > 0 ? commands[^1].At : Instant.Zero;
        for (var events = 1L; cluster.NextDue <= end; events++)
        {
            if (events % 256 == 0 && interrupt.IsCancellationRequested)
            {
                return false;
            }

            cluster.Step();
            if (!isTimed && cluster.Now >= lastCommand && cluster.Census.IsConverged
                && cluster.Census.Newest.Number > 0)
            {
                return true;
            }
        }

        cluster.RunUntil(end);
        return true;
    }

    private static Scenario Find(string name)
    {
        if (ScenarioLibrary.Find(name) is { } entry)
        {
            return entry.Scenario;
        }

        return ScenarioJson.TryRead(InputFile.Read(name, ScenarioJson.MaxBytes), out var scenario, out var faults)
            ? scenario : throw new FormatException($"{name}: {faults[0]}");
    }
}
