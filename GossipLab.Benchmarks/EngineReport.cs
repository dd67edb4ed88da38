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
        * Times are of one thread, but its neighbours share cache and memory with it: the larger runs vary by a third.

        """;

    private const string Bounds = """

        ## What bounds it

        The lines «memory» say what one line of memory (64 bytes) costs in 200 MB, a third more than 10,000 nodes
        under churn take: alone, and where many are on their way at once, as when they are asked for ahead.

        * Push at 100,000 and 1,000,000 nodes: what does not depend on memory is the time per event at 1,000 nodes. The
          rest is lines: a delivery reads about nine (key, message, the node's entry, its process, its store), each
          once, as nodes are met in random order. «Not fetching ahead» says what it would be one after another.
        * Churn at 10,000 nodes: an event carries six pieces of news on average (7.9 a packet, of which 92 % were
          heard before), so the figure is some 200 ns for each piece that is packed, sent, looked up and mostly
          dropped. By the layout of a node a delivery reads about 14 lines and a gossip tick 30. Old news end after
          one look; huge pages were tried and changed nothing. What would help is news kept as numbers of facts, in
          queues and packets alike: 4 bytes instead of 32.
        * The wall at 1,000 nodes: each half learns of 500 deaths, each from up to 500 tellers.
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

        text.Append(Bounds);
        BenchmarkDocument.WriteEngine(text.ToString());
    }
}
