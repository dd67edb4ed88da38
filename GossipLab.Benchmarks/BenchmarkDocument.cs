namespace GossipLab.Benchmarks;

/// <summary>docs/BENCHMARKS.md: a part for the simulator, one for real nodes, each by its own command.</summary>
internal static class BenchmarkDocument
{
    private const string NodesHeading = "# Real nodes";

    private const string NodesLead = """
        # Real nodes

        Written by `dotnet run -c Release --project GossipLab.Benchmarks -- nodes throughput`. Nodes are processes on
        one machine without data folders, SWIM with memberlist's LAN settings beside the gossip; requests come from 16
        clients on the same machine. The article's program, written in Go, took 2.65 s at 4 nodes and 3.79 s at 10
        (means of 8 sets; its own settings are those of «usual»). How long it takes is chance: a simulation of
        «usual» with 2,000 seeds has medians of 1.9 s at 4 nodes (p5 to p95: 0.6 to 3.5 s), 4.4 s at 10 (2.6 to
        7.0 s) and 8.2 s at 50 (6.2 to 11.1 s), so that means of 24 sets differ by half a second.

        """;

    /// <summary>The folder of the documents.</summary>
    public static string Docs => Path.Combine(FindRoot(), "docs");

    private static string File => Path.Combine(Docs, "BENCHMARKS.md");

    /// <summary>Writes the part about the simulator.</summary>
    public static void WriteEngine(string text)
    {
        var old = Read();
        var nodes = old.IndexOf(NodesHeading, StringComparison.Ordinal);
        System.IO.File.WriteAllText(File, text.TrimEnd() + "\n" + (nodes < 0 ? "" : "\n" + old[nodes..]));
    }

    /// <summary>Writes the part about real nodes.</summary>
    public static void WriteNodes(string table)
    {
        var old = Read();
        var nodes = old.IndexOf(NodesHeading, StringComparison.Ordinal);
        var engine = nodes < 0 ? old : old[..nodes];
        System.IO.File.WriteAllText(File, engine.TrimEnd() + "\n\n" + NodesLead.TrimEnd() + "\n" + table);
    }

    private static string Read() => System.IO.File.Exists(File) ? System.IO.File.ReadAllText(File) : string.Empty;

    // The folder of the solution, from wherever the program was started.
    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "GossipLab.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("the folder of GossipLab.sln was not found above the program");
    }
}
