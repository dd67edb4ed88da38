using GossipLab.Core.Dissemination;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Core.Simulation.Checks;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Core.Simulation;

/// <summary>How often messages are lost, doubled and overtaken, and how far zones are apart.</summary>
public sealed class SimulatedNetworkTests
{
    private static readonly Scenario Busy =
        ClusterRig.Calm(20, new DisseminationOptions { PushUnwritten = true, FanOut = 5 });

    [Theory]
    [InlineData(1)]
    [InlineData(25)]
    [InlineData(90)]
    public void The_share_that_is_lost_is_the_networks_loss(int percent)
    {
        var counters = Run(new NetworkOptions { Loss = Ratio.Percent((uint)percent) }).Cluster.Counters;

        ShouldBeShare(counters.LostTo(LossReason.Network), counters.Sent, percent / 100.0);
    }

    [Fact]
    public void Losses_of_network_link_and_nodes_come_on_top_of_each_other()
    {
        var rig = new ClusterRig(ClusterRig.Calm(2, Busy.Node.Dissemination) with
        {
            Network = new NetworkOptions { Loss = Ratio.Percent(20) },
        });
        rig.Post(new SetLink(new(0), new(1), BothWays: true, Ratio.Percent(20), null));
        rig.Post(new SetNodeLoss(new(0), Ratio.Percent(20)));

        rig.RunFor(4_000);

        // Each of three chances lets four of five through.
        ShouldBeShare(rig.Cluster.Counters.Delivered, rig.Cluster.Counters.Sent, 0.8 * 0.8 * 0.8);
    }

    [Fact]
    public void Where_a_message_is_lost_lies_anywhere_on_its_way()
    {
        var way = new Sample();
        var watch = new LossPoints(way);
        new SimulatedCluster(Busy with { Network = new NetworkOptions { Loss = Ratio.Percent(50) } }, watch)
            .RunUntil(Instant.FromMilliseconds(50_000));

        way.ShouldHaveMean(0.5, roundedBy: 0.001);
        Assert.InRange(way.Min, 0, 0.01);
        Assert.InRange(way.Max, 0.99, 1);
    }

    [Fact]
    public void The_share_that_arrives_twice_is_the_chance_of_a_duplicate()
    {
        var rig = Run(new NetworkOptions { Duplicate = Ratio.Percent(10) });
        var twice = rig.Sent(MessageKind.Push).GroupBy(sent => (sent.Flight.From, sent.Flight.To, sent.Flight.SentAt))
            .Count(copies => copies.Count() == 2);

        ShouldBeShare(twice, rig.Cluster.Counters.Sent - twice, 0.1);
    }

    [Fact]
    public void A_lost_message_has_no_duplicate()
    {
        var counters = Run(new NetworkOptions { Loss = Ratio.One, Duplicate = Ratio.One }).Cluster.Counters;

        Assert.Equal((0, counters.Sent), (counters.Delivered, counters.Lost));
    }

    [Fact]
    public void The_share_that_is_held_back_arrives_within_the_longest_delay()
    {
        var held = TimeSpan.FromMilliseconds(100);
        var rig = Run(ClusterRig.Fixed(10) with { Reorder = Ratio.Percent(30), ReorderBy = held });
        var taken = rig.Sent(MessageKind.Push).Select(sent => TakenMs(sent.Flight)).ToArray();

        ShouldBeShare(taken.Count(taken => taken > 10), taken.Length, 0.3);
        Assert.All(taken, taken => Assert.InRange(taken, 10, 110));
        Assert.InRange(taken.Where(taken => taken > 10).Average(), 57, 63);
    }

    [Fact]
    public void Zones_are_blocks_of_neighbours_and_lie_apart_by_the_matrix()
    {
        var rig = Run(ClusterRig.Fixed(10) with
        {
            Zones = 2,
            ZoneLatency = [TimeSpan.Zero, TimeSpan.FromMilliseconds(80), TimeSpan.FromMilliseconds(40), TimeSpan.Zero],
        });

        Assert.Equal((0, 1), (rig.Cluster.Network.ZoneOf(new(9)), rig.Cluster.Network.ZoneOf(new(10))));
        foreach (var sent in rig.Sent(MessageKind.Push))
        {
            var expected = (sent.Flight.From.Index < 10, sent.Flight.To.Index < 10) switch
            {
                (true, false) => 90,
                (false, true) => 50,
                _ => 10,
            };
            Assert.Equal(expected, TakenMs(sent.Flight));
        }
    }

    [Fact]
    public void Streams_are_slower_and_never_lost_at_random()
    {
        var network = new SimulatedNetwork(1, 4, ClusterRig.Fixed(10) with { Loss = Ratio.One });

        var stream = network.Decide(new(0), new(1), Instant.Zero, 0, isStream: true);
        var datagram = network.Decide(new(0), new(1), Instant.Zero, 0, isStream: false);

        Assert.Equal((TimeSpan.FromMilliseconds(30), false), (stream.Delay, stream.IsLost));
        Assert.Equal((TimeSpan.FromMilliseconds(10), true), (datagram.Delay, datagram.IsLost));
    }

    private static ClusterRig Run(NetworkOptions network) =>
        new ClusterRig(Busy with { Network = network }).RunUntil(80.5);

    private static double TakenMs(in Flight flight) => (flight.DueAt - flight.SentAt).TotalMilliseconds;

    // Four deviations of a count of independent draws.
    private static void ShouldBeShare(long count, long total, double share)
    {
        var slack = 4 * Math.Sqrt(share * (1 - share) / total);
        Assert.InRange((double)count / total, share - slack, share + slack);
    }

    private sealed class LossPoints(Sample way) : ICheck
    {
        public string Name => "loss-points";

        public string Promise => "";

        public GossipLab.Core.Simulation.Checks.Violation? Broken => null;

        public void OnStarted(SimulatedCluster cluster)
        {
        }

        public ICheck Copy() => (ICheck)MemberwiseClone();

        public void OnStepped()
        {
        }

        public void OnLost(
            in TraceStamp stamp, in Flight flight, in Message message, LossReason reason, Instant lostAt) =>
            way.Add((lostAt - flight.SentAt) / (flight.DueAt - flight.SentAt));
    }
}
