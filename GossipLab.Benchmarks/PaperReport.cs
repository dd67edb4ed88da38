using System.Globalization;
using System.Text;
using GossipLab.Core.Experiments.Papers;

namespace GossipLab.Benchmarks;

/// <summary>Plays the published tables and writes docs/PAPERS.md.</summary>
internal static class PaperReport
{
    private const string Lead = """
        # Papers, reproduced

        Written by `dotnet run -c Release --project GossipLab.Benchmarks -- papers`; CI plays the same at reduced size
        and holds its shape. Every figure was measured on the nodes that the lab and real processes run. «Paper» is as
        printed; «here» is the mean over the runs, with the 5th to 95th percentile of single runs in brackets (for
        shares: where nine of ten repetitions would lie). A dash: the paper has no such number, or it could not be
        read.

        """;

    /// <summary>Plays and writes.</summary>
    /// <param name="isReduced">Whether to take few runs and to print only.</param>
    public static void Run(bool isReduced)
    {
        var text = new StringBuilder(Lead);
        foreach (var play in PaperTables.All(isReduced))
        {
            var section = Section(play());
            Console.WriteLine(section);
            text.AppendLine().Append(section);
        }

        if (!isReduced)
        {
            File.WriteAllText(
                Path.Combine(BenchmarkDocument.Docs, "PAPERS.md"), text.ToString().ReplaceLineEndings("\n"));
        }
    }

    private static string Section(PaperTable table)
    {
        var text = new StringBuilder();
        text.AppendLine(Invariant($"## {table.Title}")).AppendLine();
        text.AppendLine(Invariant($"* Source: {table.Source}"));
        text.AppendLine(Invariant($"* Run here: {table.Setup} {table.Runs:N0} runs a line."));
        text.AppendLine(Invariant($"* What differs: {table.Differences}")).AppendLine();
        text.Append(Invariant($"| {table.Cases} |"));
        table.Quantities.ToList().ForEach(quantity => text.Append(Invariant($" {quantity}: paper | here |")));
        text.AppendLine().Append("|---|");
        table.Quantities.ToList().ForEach(_ => text.Append("---|---|"));
        foreach (var line in table.Lines)
        {
            text.AppendLine().Append(Invariant($"| {line.Case} |"));
            foreach (var figure in line.Figures)
            {
                var published = figure.Published is { } printed ? Number(printed) : "–";
                text.Append(Invariant(
                    $" {published} | {Number(figure.Mean)} ({Number(figure.Fifth)}–{Number(figure.NinetyFifth)}) |"));
            }
        }

        return text.AppendLine().ToString();
    }

    // Three digits that count.
    private static string Number(double number) => Math.Abs(number) switch
    {
        0 => "0",
        >= 100 => number.ToString("#,0", CultureInfo.InvariantCulture),
        >= 10 => number.ToString("0.0", CultureInfo.InvariantCulture),
        >= 1 => number.ToString("0.00", CultureInfo.InvariantCulture),
        >= 0.001 => number.ToString("0.####", CultureInfo.InvariantCulture),
        _ => number.ToString("0.0E0", CultureInfo.InvariantCulture),
    };

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
