using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Core.Simulation;

/// <summary>What each command does to the network and to single messages.</summary>
public sealed class NetworkCommandTests
{
    private static readonly NodeId N0 = new(0);
    private static readonly NodeId N1 = new(1);

    private readonly ClusterRig _rig = new(ClusterRig.Calm(6));

    [Fact]
    public void No_message_passes_a_wall_and_all_pass_when_it_is_gone()
    {
        _rig.Post(new BuildWall("w", [N0, N1, new NodeId(2)]), new SetValue(N0, 7)).RunFor(10);
        Assert.Equal([7, 7, 7, 42, 42, 42], _rig.Values);
        Assert.True(_rig.Cluster.Counters.LostTo(LossReason.Wall) > 0);

        _rig.Post(new RemoveWall("w")).RunFor(10);
        Assert.Equal([7, 7, 7, 7, 7, 7], _rig.Values);
    }

    [Fact]
    public void A_wall_stops_what_is_under_way_too()
    {
        _rig.Post(new SetValue(N0, 7)).RunUntil(1.005);
        Assert.Equal(2, _rig.Cluster.Counters.InFlight);

        _rig.Post(new BuildWall("w", [N0])).RunUntil(1.5);

        Assert.Equal(2, _rig.Cluster.Counters.LostTo(LossReason.Wall));
    }

    [Fact]
    public void A_wall_of_an_equal_name_replaces_the_other()
    {
        _rig.Post(new BuildWall("w", [N0]), new BuildWall("w", [N1]));

        Assert.Equal([1], Assert.Single(_rig.Cluster.Network.Walls).Side);
    }

    [Fact]
    public void A_cut_link_passes_nothing_one_way()
    {
        var rig = new ClusterRig(ClusterRig.Calm(2));

        rig.Post(new CutLink(N0, N1, BothWays: false), new SetValue(N0, 7), new SetValue(N1, 8)).RunFor(5);

        Assert.Equal([8, 8], rig.Values);
        Assert.All(rig.Entries.Where(entry => entry.Kind == TraceKind.Lost),
            lost => Assert.Equal((N0, N1, LossReason.Cut), (lost.Flight.From, lost.Flight.To, lost.Reason)));
    }

    [Fact]
    public void A_spared_message_passes_where_all_others_are_lost()
    {
        var lossy = ClusterRig.Calm(2) with { Network = new NetworkOptions { Loss = Ratio.One } };
        var first = new ClusterRig(lossy).Post(new SetValue(N0, 7)).RunFor(5);
        var lost = first.Entries.First(entry => entry.Kind == TraceKind.Sent && entry.Message.CarriesValue);
        var spare = new TimedCommand(lost.Stamp.At, new SpareMessage(N0, N1));

        var commands = first.Cluster.Scenario.Commands.Append(spare).ToArray();
        var second = new ClusterRig(lossy with { Commands = commands }).RunFor(5);

        Assert.Equal([7, 42], first.Values);
        Assert.Equal([7, 7], second.Values);
    }

    [Fact]
    public void A_spared_message_passes_walls()
    {
        var walled = ClusterRig.Calm(2) with
        {
            Commands = [new(Instant.Zero, new BuildWall("w", [N0])), new(Instant.Zero, new SetValue(N0, 7))],
        };
        var first = new ClusterRig(walled).RunFor(5);
        var lost = first.Entries.First(entry => entry.Kind == TraceKind.Sent && entry.Message.CarriesValue);
        var spare = new TimedCommand(lost.Stamp.At, new SpareMessage(N0, N1));

        var second = new ClusterRig(walled with { Commands = [.. walled.Commands, spare] }).RunFor(5);

        Assert.Equal([7, 42], first.Values);
        Assert.Equal([7, 7], second.Values);
    }

    [Fact]
    public void A_link_cut_both_ways_passes_nothing_at_all()
    {
        var rig = new ClusterRig(ClusterRig.Calm(2));

        rig.Post(new CutLink(N0, N1, BothWays: true), new SetValue(N0, 7)).RunFor(5);

        Assert.Equal([7, 42], rig.Values);
    }

    [Fact]
    public void A_link_can_lose_and_delay_more_and_keeps_what_is_not_named()
    {
        var slow = TimeSpan.FromMilliseconds(400);
        _rig.Post(new SetLink(N0, N1, BothWays: true, Ratio.One, null));
        _rig.Post(new SetLink(N0, N1, BothWays: false, null, slow));

        var links = _rig.Cluster.Network.Links;
        Assert.Equal(new SimulatedNetwork.LinkState(false, Ratio.One, slow), links[(0, 1)]);
        Assert.Equal(new SimulatedNetwork.LinkState(false, Ratio.One, TimeSpan.Zero), links[(1, 0)]);
    }

    [Fact]
    public void Extra_latency_is_added_to_the_networks()
    {
        var rig = new ClusterRig(ClusterRig.Calm(2));

        rig.Post(new SetLink(N0, N1, BothWays: false, null, TimeSpan.FromMilliseconds(400)));
        rig.Post(new SetValue(N0, 7)).RunFor(2);

        var arrived = rig.Entries.First(entry => entry.Kind == TraceKind.Arrived && entry.Flight.To == N1);
        Assert.Equal(TimeSpan.FromMilliseconds(410), arrived.Stamp.At - arrived.Flight.SentAt);
    }

    [Fact]
    public void A_node_can_lose_everything()
    {
        _rig.Post(new SetNodeLoss(N0, Ratio.One), new SetValue(N1, 7)).RunFor(10);
        Assert.Equal([42, 7, 7, 7, 7, 7], _rig.Values);

        _rig.Post(new SetNodeLoss(N0, Ratio.Zero)).RunFor(10);
        Assert.Equal(7, _rig.Values[0]);
    }

    [Fact]
    public void Healing_takes_away_walls_cuts_links_and_lossy_nodes()
    {
        _rig.Post(new BuildWall("w", [N0]), new CutLink(N0, N1, BothWays: true), new SetNodeLoss(N1, Ratio.One),
            new SetLink(N0, new NodeId(2), BothWays: true, Ratio.One, null));

        _rig.Post(new HealNetwork());

        Assert.Empty(_rig.Cluster.Network.Walls);
        Assert.Empty(_rig.Cluster.Network.Links);
        Assert.Empty(_rig.Cluster.Network.NodeLoss);
    }

    [Fact]
    public void The_whole_network_changes_for_messages_sent_from_then_on()
    {
        var network = _rig.Cluster.Network;

        _rig.Post(new SetNetwork(Ratio.Percent(5), null));
        Assert.Equal((Ratio.Percent(5), LatencyKind.Fixed), (network.Loss, network.Latency.Kind));

        _rig.Post(new SetNetwork(null, new LatencyOptions { Kind = LatencyKind.Exponential }));
        Assert.Equal((Ratio.Percent(5), LatencyKind.Exponential), (network.Loss, network.Latency.Kind));
    }

    [Fact]
    public void A_dropped_message_never_arrives()
    {
        var flight = FirstPush();

        _rig.Post(new DropMessage(flight.Id)).RunFor(0.5);

        var lost = Assert.Single(_rig.Entries, entry => entry.Kind == TraceKind.Lost);
        Assert.Equal((flight.Id, LossReason.Dropped), (lost.Flight.Id, lost.Reason));
        Assert.Single(_rig.Entries, entry => entry.Kind == TraceKind.Arrived);
    }

    [Fact]
    public void A_held_message_waits_until_it_is_delivered()
    {
        var flight = FirstPush();

        _rig.Post(new HoldMessage(flight.Id)).RunFor(0.5);
        Assert.Equal(1, _rig.Cluster.Counters.InFlight);
        Assert.Equal(flight.Id, Assert.Single(_rig.Cluster.InFlight()).Flight.Id);

        _rig.Post(new DeliverMessage(flight.Id));
        Assert.Equal(0, _rig.Cluster.Counters.InFlight);
        Assert.Equal(7, _rig.Values[flight.To.Index]);
    }

    [Fact]
    public void A_held_message_can_be_dropped()
    {
        var flight = FirstPush();

        _rig.Post(new HoldMessage(flight.Id)).RunFor(0.5);
        _rig.Post(new DropMessage(flight.Id));

        Assert.Equal(0, _rig.Cluster.Counters.InFlight);
        Assert.Equal(1, _rig.Cluster.Counters.LostTo(LossReason.Dropped));
    }

    [Fact]
    public void A_message_can_be_delivered_ahead_of_time()
    {
        var flight = FirstPush();

        _rig.Post(new DeliverMessage(flight.Id));

        Assert.True(_rig.Cluster.Now < flight.DueAt);
        Assert.Equal(7, _rig.Values[flight.To.Index]);
        _rig.RunFor(0.5);
        Assert.Equal(2, _rig.Entries.Count(entry => entry.Kind == TraceKind.Arrived));
    }

    [Fact]
    public void A_duplicated_message_arrives_twice()
    {
        var flight = FirstPush();

        _rig.Post(new DuplicateMessage(flight.Id)).RunFor(0.5);

        var arrivals = _rig.Entries.Where(entry => entry.Kind == TraceKind.Arrived && entry.Flight.To == flight.To);
        Instant[] expected = [flight.DueAt, flight.DueAt + TimeSpan.FromMicroseconds(1)];
        Assert.Equal(expected, arrivals.Select(entry => entry.Stamp.At));
        Assert.Equal(3, _rig.Cluster.Counters.Sent);
    }

    private Flight FirstPush()
    {
        _rig.Post(new SetValue(N0, 7)).RunUntil(1.005);
        return _rig.Sent(MessageKind.Push)[0].Flight;
    }
}
