using GossipLab.Benchmarks.RealNodes;

namespace GossipLab.Benchmarks;

/// <summary>Reads what to measure from the words of the command line.</summary>
internal static class CommandLine
{
    private const int UsageFault = 2;

    private const string Usage = """
        Usage: dotnet run -c Release --project GossipLab.Benchmarks -- <what> [options]

          engine    how fast the simulator runs; a full run also writes docs/BENCHMARKS.md
          stage     what drawing a lab costs a browser, and what travels to it; needs a Chromium (CHROMIUM_PATH)
                    and the address of a running lab: stage http://localhost:5080
          models    how far off every formula is that the product shows, against runs of the engine
          papers    the published tables that the engine reproduces; also writes docs/PAPERS.md, but for --quick
          nodes     real nodes as processes: nodes four (what four of them have to do), nodes crash (kill -9 and
                    restart under sets), nodes flood (whatever strangers send), nodes throughput (also writes
                    docs/BENCHMARKS.md)

        Options:
          --quick        fewer and shorter runs, to see that it works
          --only TEXT    engine: only workloads whose name holds TEXT: push, recorder, idle, loss, churn, wire,
                         wall, checkpoint, jump, frame, memory, sweep
          --json FILE    writes the figures to FILE as well
          --count N      nodes crash: kills, 1 to 100000 (1000); nodes flood: requests, 1 to 10000000 (100000)
          --seed N       nodes crash, nodes flood: any whole number (a random one, which is printed)
        """;

    public static int Run(string[] words)
    {
        if (words is ["--help"])
        {
            Console.WriteLine(Usage);
            return 0;
        }

        if (words is ["stage", var address])
        {
            return Uri.TryCreate(address, UriKind.Absolute, out var lab)
                ? StageBenchmark.RunAsync(lab).GetAwaiter().GetResult() : Refuse($"'{address}' is not an address");
        }

        if (words is ["models"])
        {
            ModelReport.Print();
            return 0;
        }

        if (words is ["papers"] or ["papers", "--quick"])
        {
            PaperReport.Run(isReduced: words.Length > 1);
            return 0;
        }

        if (words is ["nodes", "four" or "crash" or "flood" or "throughput", ..])
        {
            return RunNodes(words[1], words[2..]);
        }

        if (words is not ["engine", .. var options])
        {
            return Refuse(words.Length == 0 ? "nothing to measure was named" : $"'{words[0]}' is not known");
        }

        var quick = false;
        var (only, file) = ((string?)null, (string?)null);
        for (var index = 0; index < options.Length; index++)
        {
            switch (options[index])
            {
                case "--quick":
                    quick = true;
                    break;
                case "--only" when index + 1 < options.Length:
                    only = options[++index];
                    break;
                case "--json" when index + 1 < options.Length:
                    file = options[++index];
                    break;
                default:
                    return Refuse($"'{options[index]}' is not an option, or lacks its value");
            }
        }

        EngineBenchmark.Run(quick, only, file);
        return 0;
    }

    private static int RunNodes(string what, string[] options)
    {
        int? count = null, seed = null;
        for (var index = 0; index < options.Length; index += 2)
        {
            var isNumber = int.TryParse(options.ElementAtOrDefault(index + 1), out var number);
            switch (options[index])
            {
                case "--count" when isNumber && number is >= 1 and <= 10_000_000:
                    count = number;
                    break;
                case "--seed" when isNumber:
                    seed = number;
                    break;
                default:
                    return Refuse($"'{options[index]}' is not an option, or its value is none");
            }
        }

        return NodesBenchmark.RunAsync(what, count, seed).GetAwaiter().GetResult();
    }

    private static int Refuse(string why)
    {
        Console.Error.WriteLine(why);
        Console.Error.WriteLine(Usage);
        return UsageFault;
    }
}
