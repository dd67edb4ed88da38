using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Simulation;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Core.Simulation;

/// <summary>A cluster that runs on and on takes no memory.</summary>
public sealed class AllocationTests
{
    private const int Events = 1_000_000;

    // Once a virtual second the cluster looks whether its nodes' tables can share more: a few delegates.
    private const int HousekeepingBytesPerSecond = 256;

    [Fact]
    public void A_million_events_of_push_allocate_nothing()
    {
        var scenario = ClusterRig.Calm(2_000) with
        {
            Node = new GossipNodeOptions(),
            Network = new NetworkOptions(),
            Commands = [new TimedCommand(Instant.Zero, new SetValue(new(0), 7))],
        };

        Assert.Equal(0, LeastAllocated(scenario, settleSeconds: 60).Bytes);
    }

    // Without exchanges of the whole state, which carry every record: they are no steady state, but rare and large.
    [Fact]
    public void A_million_events_of_idle_swim_allocate_nothing_but_for_housekeeping()
    {
        var scenario = ClusterRig.Swim(500);
        var membership = scenario.Node.Membership with { SyncInterval = TimeSpan.Zero };

        var (bytes, seconds) = LeastAllocated(
            scenario with { Node = scenario.Node with { Membership = membership } }, settleSeconds: 120);

        Assert.InRange(bytes, 0, seconds * HousekeepingBytesPerSecond);
    }

    // What is lost brings helpers, suspicions, refutations and syncs that find something new.
    [Fact]
    public void A_million_events_of_swim_with_loss_and_exchanges_allocate_nothing_but_for_housekeeping()
    {
        var scenario = ClusterRig.Swim(200) with { Network = new NetworkOptions { Loss = Ratio.Percent(2) } };

        var (bytes, seconds) = LeastAllocated(scenario, settleSeconds: 600);

        Assert.InRange(bytes, 0, seconds * HousekeepingBytesPerSecond);
    }

    // The runtime allocates too while it compiles; what events allocate they would allocate in each part.
    private static (long Bytes, int Seconds) LeastAllocated(Scenario scenario, int settleSeconds)
    {
        const int Parts = 4;
        var cluster = new SimulatedCluster(scenario);
        cluster.RunUntil(Instant.FromMilliseconds(1000.0 * settleSeconds));
        var (least, most) = (long.MaxValue, 0);
        for (var part = 0; part < Parts; part++)
        {
            var (from, events) = (cluster.Now, EventsOf(cluster));
            var before = GC.GetAllocatedBytesForCurrentThread();
            while (EventsOf(cluster) - events < Events / Parts)
            {
                cluster.RunUntil(cluster.Now + TimeSpan.FromSeconds(1));
            }

            most = Math.Max(most, (int)(cluster.Now - from).TotalSeconds);

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return (least, most);
    }

    private static long EventsOf(SimulatedCluster cluster) =>
        cluster.Counters.TimersFired + cluster.Counters.Delivered;
}
