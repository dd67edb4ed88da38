using GossipLab.Core.Primitives;
using GossipLab.Core.Simulation;

namespace GossipLab.Benchmarks;

/// <summary>Measures one of the <see cref="SwimWorkloads"/> for some virtual time after some to settle.</summary>
internal static class SwimWorkload
{
    public static Run Measure(Scenario scenario, TimeSpan settling, TimeSpan span, out double bytesPerNode) =>
        Measure(new SwimSpan(scenario, settling, span), EngineSwitches.All, out bytesPerNode);

    public static Run Measure(SwimSpan what, EngineSwitches switches, out double bytesPerNode)
    {
        var (scenario, settling, span) = what;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var cluster = new SimulatedCluster(scenario, switches);
        cluster.RunUntil(Instant.Zero + settling);
        var meter = Meter.Start(cluster);
        cluster.RunUntil(cluster.Now + span);
        var run = meter.Stop(cluster);
        bytesPerNode = (double)(GC.GetTotalMemory(forceFullCollection: true) - before) / scenario.Nodes;
        GC.KeepAlive(cluster);
        return run;
    }
}

/// <summary>What is run, how long it settles first, and how long it is measured, in virtual time.</summary>
internal readonly record struct SwimSpan(Scenario Scenario, TimeSpan Settling, TimeSpan Span);
