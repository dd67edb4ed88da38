using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;

namespace GossipLab.Benchmarks;

/// <summary>The clusters that are measured with SWIM, memberlist's LAN settings and nobody watching.</summary>
internal static class SwimWorkloads
{
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(60);

    public static Scenario Idle(int nodes) => new()
    {
        Nodes = nodes,
        Seed = 3,
        Node = GossipNodeOptions.Swim,
    };

    public static Scenario WithLoss(int nodes, uint percent) =>
        Idle(nodes) with { Network = new NetworkOptions { Loss = Ratio.Percent(percent) } };

    /// <summary>One node in a hundred crashes each minute and comes back after a minute, with its old disk.</summary>
    public static Scenario WithChurn(int nodes, TimeSpan length)
    {
        var commands = new List<TimedCommand>();
        var apart = TimeSpan.FromMinutes(1) * 100 / nodes;
        var node = 1;
        for (var at = Instant.FromMilliseconds(100); at < Instant.Zero + length; at += apart)
        {
            // A step that shares no factor with any power of ten visits everybody before it comes back to the first.
            node = (int)((node + 7_919L) % nodes);
            commands.Add(new TimedCommand(at, new KillNode(new NodeId(node))));
            commands.Add(new TimedCommand(at + Outage, new RestartNode(new NodeId(node), KeepDisk: true)));
        }

        return Idle(nodes) with { Commands = [.. commands.OrderBy(timed => timed.At)] };
    }

    /// <summary>A wall between the lower and the upper half.</summary>
    public static Scenario WithWall(int nodes) => Idle(nodes) with
    {
        Commands = [new TimedCommand(Instant.FromMilliseconds(2_000), new BuildWall("half",
            [.. Enumerable.Range(0, nodes / 2).Select(index => new NodeId(index))]))],
    };
}
