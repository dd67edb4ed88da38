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

        Options:
          --quick        fewer and shorter runs, to see that it works
          --only TEXT    engine: only workloads whose name holds TEXT: push, recorder, idle, loss, churn, wall,
                         checkpoint, sweep
          --json FILE    writes the figures to FILE as well
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

    private static int Refuse(string why)
    {
        Console.Error.WriteLine(why);
        Console.Error.WriteLine(Usage);
        return UsageFault;
    }
}
