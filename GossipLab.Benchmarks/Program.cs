namespace GossipLab.Benchmarks;

/// <summary>Measures what it is told to.</summary>
internal static class Program
{
    private static int Main(string[] words) => CommandLine.Run(words);
}
