using GossipLab.Core.Primitives;
using GossipLab.Core.Simulation;

namespace GossipLab.Benchmarks;

/// <summary>
/// Measures one of the <see cref="SwimWorkloads"/>: 30 virtual seconds after 2 to settle.
/// </summary>
internal static class SwimWorkload
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(30);

    public static TimeSpan Length => Settling + Span;

    public static Run Measure(Scenario scenario, out double bytesPerNode)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var cluster = new SimulatedCluster(scenario);
        cluster.RunUntil(Instant.Zero + Settling);
        var meter = Meter.Start(cluster);
        cluster.RunUntil(cluster.Now + Span);
        var run = meter.Stop(cluster);
        bytesPerNode = (double)(GC.GetTotalMemory(forceFullCollection: true) - before) / scenario.Nodes;
        GC.KeepAlive(cluster);
        return run;
    }
}
