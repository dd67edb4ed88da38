using GossipLab.Core.Primitives;
using GossipLab.Core.Simulation;

namespace GossipLab.Benchmarks;

/// <summary>What one run took.</summary>
/// <param name="Events">Timers handled by nodes and messages delivered.</param>
/// <param name="Withheld">Timers that were kept from nodes that do not heed them: no events.</param>
/// <param name="Virtual">How much virtual time passed.</param>
/// <param name="Cpu">What it cost.</param>
/// <param name="Bytes">The bytes allocated.</param>
internal readonly record struct Run(long Events, long Withheld, TimeSpan Virtual, TimeSpan Cpu, long Bytes);

/// <summary>Measures from its start to its stop.</summary>
internal readonly struct Meter
{
    private readonly TimeSpan _cpu;
    private readonly long _bytes;
    private readonly Instant _from;
    private readonly long _events;
    private readonly long _withheld;

    private Meter(SimulatedCluster? cluster)
    {
        _from = cluster?.Now ?? Instant.Zero;
        _events = cluster is null ? 0 : EventsOf(cluster);
        _withheld = cluster?.Counters.TimersWithheld ?? 0;
        _bytes = GC.GetAllocatedBytesForCurrentThread();
        _cpu = ThreadClock.Now;
    }

    public static Meter Start(SimulatedCluster? cluster = null) => new(cluster);

    public Run Stop(SimulatedCluster cluster)
    {
        var cpu = ThreadClock.Now - _cpu;
        var bytes = GC.GetAllocatedBytesForCurrentThread() - _bytes;
        return new Run(EventsOf(cluster) - _events, cluster.Counters.TimersWithheld - _withheld,
            cluster.Now - _from, cpu, bytes);
    }

    public Run Stop(long events, Instant now) => new(
        events, 0, now - _from, ThreadClock.Now - _cpu, GC.GetAllocatedBytesForCurrentThread() - _bytes);

    private static long EventsOf(SimulatedCluster cluster) =>
        cluster.Counters.TimersFired + cluster.Counters.Delivered;
}
