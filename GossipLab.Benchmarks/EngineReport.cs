using System.Globalization;
using System.Text;

namespace GossipLab.Benchmarks;

/// <summary>The figures, printed as they come and written down at the end of a full run.</summary>
internal sealed class EngineReport
{
    private const string Document = """
        # How fast it is

        Written by `dotnet run -c Release --project GossipLab.Benchmarks -- engine`. The simulator drives the real
        nodes; there is no second implementation. Each line is the median of several runs after a warm-up, without
        observers.

        * An event is a timer handled by its node or a message delivered. A timer that its node does not heed (the tick
          of a node with nothing to tell, the timeout of a probe that was answered) is withheld and not counted.
        * «push f=2»: one value is set, every node that has it tells two others every 2 s, messages take 10 to 100 ms,
          until all have it. The obvious engine (`ObviousEngine.cs`) is a `PriorityQueue` of closures that rolls the
          same dice and so lives through the same events; the ratio is of the time for the whole run, in turns with
          ours.
        * At 1,000,000 nodes the obvious engine runs once.
        * Making the nodes is measured only in the sweep.

        """;

    public List<Figure> Figures { get; } = [];

    private static string Machine => FormattableString.Invariant(
        $"{Environment.ProcessorCount} processors, .NET {Environment.Version}, {ThreadClock.Name}");

    public static void Begin()
    {
        Console.WriteLine($"{Machine}, medians after a warm-up");
        Console.WriteLine($"{"workload",-28}{"nodes",10}{"events",13}{"withheld",12}{"ns/event",10}{"x real time",13}"
            + $"{"B/event",9}{"B/node",9}  note");
    }

    public void Add(Figure figure)
    {
        Figures.Add(figure);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{figure.Workload,-28}{figure.Nodes,10:N0}{figure.Events,13:N0}{figure.Withheld,12:N0}"
            + $"{figure.NanosecondsPerEvent,10:0.0}{figure.TimesRealTime,13:0.0}{figure.BytesPerEvent,9:0.0}"
            + $"{figure.BytesPerNode,9:0}  {figure.Note}"));
    }

    public void Add(IEnumerable<Figure> figures)
    {
        foreach (var figure in figures)
        {
            Add(figure);
        }
    }

    public void WriteDocument()
    {
        var text = new StringBuilder(Document);
        text.Append(CultureInfo.InvariantCulture, $"\nMeasured on {Machine}.\n\n");
        text.Append("| workload | nodes | events | withheld | ns/event | x real time | B/event | B/node | |\n");
        text.Append("|---|---|---|---|---|---|---|---|---|\n");
        foreach (var figure in Figures)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"| {figure.Workload} | {figure.Nodes:N0} | {figure.Events:N0} | {figure.Withheld:N0} | "
                + $"{figure.NanosecondsPerEvent:0.0} | {figure.TimesRealTime:0.0} | {figure.BytesPerEvent:0.0} | "
                + $"{figure.BytesPerNode:0} | {figure.Note} |\n");
        }

        BenchmarkDocument.WriteEngine(text.ToString());
    }
}
