using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;

namespace GossipLab.Benchmarks;

/// <summary>
/// One value, set at one node, pushed to two others every 2 s until all have it; 10 to 100 ms from node to node.
/// </summary>
internal static class PushWorkload
{
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(10);

    public static Scenario Scenario(int nodes, ulong seed = 3) => new()
    {
        Nodes = nodes,
        Seed = seed,
        Network = new NetworkOptions
        {
            Latency = new LatencyOptions
            {
                Base = TimeSpan.FromMilliseconds(10),
                Spread = TimeSpan.FromMilliseconds(90),
            },
        },
        Commands = [new TimedCommand(Instant.Zero, new SetValue(new NodeId(0), 7))],
    };

    /// <summary>The whole run; its beginning, which makes the nodes, is not measured.</summary>
    public static Run Measure(int nodes, params IClusterObserver[] observers) =>
        Measure(nodes, EngineSwitches.All, observers);

    public static Run Measure(int nodes, EngineSwitches switches, params IClusterObserver[] observers)
    {
        var cluster = new SimulatedCluster(Scenario(nodes), switches, observers);
        var meter = Meter.Start();
        RunToTheLast(cluster);
        return meter.Stop(cluster);
    }

    public static void RunToTheLast(SimulatedCluster cluster)
    {
        do
        {
            cluster.RunUntil(cluster.Now + Slice);
        }
        while (!cluster.Census.IsConverged);
    }
}
