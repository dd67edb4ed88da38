using System.Globalization;
using GossipLab.Core.Experiments;
using GossipLab.Web.Sweeps;

namespace GossipLab.Cli;

/// <summary>Plays a sweep, kept run by run.</summary>
internal static class SweepCommand
{
    private static readonly TimeSpan BetweenNotes = TimeSpan.FromMilliseconds(250);

    public static async Task<int> RunAsync(
        IReadOnlyList<string> words, Terminal terminal, CancellationToken interrupt)
    {
        var arguments = new Arguments(words, "workers", "kept", "json", "csv");
        var file = arguments.Operand("one sweep file");
        var plan = SweepJson.Read(InputFile.Read(file, 4L * SweepJson.MaxLength), out var fault)
            ?? throw new FormatException($"{file}: {fault}");
        var workers = (int)arguments.Whole("workers", Math.Clamp(Environment.ProcessorCount, 1, 64), 1, 64);
        var kept = arguments.Find("kept") ?? SweepArchive.UsualPath;
        using var archive = new SweepArchive(kept == "none" ? null : kept, TimeProvider.System);
        var (ledger, id) = (archive.Open(plan), SweepArchive.IdOf(plan));
        if (ledger.Done > 0)
        {
            Note(terminal, $"{ledger.Done} runs were kept\n");
        }

        var runner = new SweepRunner(ledger, TimeProvider.System, findings => archive.Keep(id, findings));
        var work = runner.RunAsync(workers, interrupt);
        while (await Task.WhenAny(work, Task.Delay(BetweenNotes, CancellationToken.None)) != work)
        {
            Note(terminal, $"\r{Bar(runner.Progress)}");
        }

        var isWhole = await work;
        Note(terminal, $"\r{Bar(runner.Progress)}\n");
        Write(arguments, ledger);
        Print(terminal, ledger);
        return isWhole ? ExitCode.Done : ExitCode.Interrupted;
    }

    private static void Write(Arguments arguments, SweepLedger ledger)
    {
        if (arguments.Find("json") is { } json)
        {
            File.WriteAllText(json, SweepText.Json(ledger));
        }

        if (arguments.Find("csv") is { } csv)
        {
            File.WriteAllText(csv, SweepText.Csv(ledger));
        }
    }

    private static void Print(Terminal terminal, SweepLedger ledger)
    {
        var plan = ledger.Plan;
        for (var point = 0; point < plan.Points; point++)
        {
            if (ledger.BandOf(point, plan.Metric) is { } band)
            {
                terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{plan.NameOf(point)}: {SweepJson.NameOf(plan.Metric)} p5 {band.Fifth:0.###}, "
                    + $"p50 {band.Median:0.###}, p95 {band.NinetyFifth:0.###} of {band.Runs} runs"));
            }
        }

        terminal.Out.WriteLine($"hash {SweepText.Hash(ledger)}");
    }

    private static string Bar(SweepProgress progress)
    {
        const int Width = 30;
        var full = progress.Needed > 0 ? Width * progress.Done / progress.Needed : Width;
        var left = progress.Left is { } rest ? rest.TotalSeconds : 0;
        return string.Create(CultureInfo.InvariantCulture,
            $"[{new string('#', full)}{new string('.', Width - full)}] {progress.Done} of {progress.Needed} runs, "
            + $"{left:0} s left   ");
    }

    private static void Note(Terminal terminal, string text)
    {
        terminal.Notes.Write(text);
        terminal.Notes.Flush();
    }
}
