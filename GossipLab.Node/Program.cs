using GossipLab.Node.Running;

namespace GossipLab.Node;

/// <summary>Starts one node.</summary>
internal static class Program
{
    private static Task<int> Main(string[] flags) => NodeProgram.RunAsync(flags);
}
