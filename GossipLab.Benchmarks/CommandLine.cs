namespace GossipLab.Benchmarks;

/// <summary>Reads what to measure from the words of the command line.</summary>
internal static class CommandLine
{
    private const int UsageFault = 2;

    private const string Usage = """
        Usage: dotnet run -c Release --project GossipLab.Benchmarks -- <what> [options]

          engine    how fast the simulator runs, with the recorder off

        Options:
          --quick        fewer and shorter runs, to see that it works
          --json FILE    writes the figures to FILE as well
        """;

    public static int Run(string[] words)
    {
        Console.Error.WriteLine(Usage);
        return words is ["--help"] ? 0 : UsageFault;
    }
}
