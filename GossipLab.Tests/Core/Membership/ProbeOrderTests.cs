using GossipLab.Core.Membership;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Tests.TestKit;
using static GossipLab.Tests.TestKit.News;

namespace GossipLab.Tests.Core.Membership;

/// <summary>Whose turn it is to be probed, and when (SWIM section 4.3).</summary>
public sealed class ProbeOrderTests
{
    [Fact]
    [Trait("row", "P22")]
    public void All_are_probed_in_a_random_order_then_in_another_order()
    {
        var rig = new NodeRig(known: [1, 2, 3, 4, 5]);

        var passes = Enumerable.Range(0, 20).Select(_ => Probed(rig, 5)).ToArray();

        Assert.All(passes, pass => Assert.Equal([1, 2, 3, 4, 5], pass.Order()));
        Assert.NotEqual(passes[0], passes[1]);
        Assert.True(passes.Select(pass => string.Join(' ', pass)).Distinct().Count() > 15);
    }

    [Fact]
    public void Two_probes_of_one_member_are_at_most_2n_minus_1_periods_apart()
    {
        var rig = new NodeRig(known: [1, 2, 3, 4, 5, 6, 7, 8]);

        var probed = Probed(rig, 4000);

        var gaps = Enumerable.Range(1, 8).SelectMany(member => GapsOf(member, probed));
        Assert.Equal(15, gaps.Max());
    }

    [Fact]
    public void The_first_tick_comes_at_an_offset_of_the_nodes_own_and_then_one_an_interval()
    {
        var rig = new NodeRig(known: [1], isTicking: true);
        var other = new NodeRig(self: 1, known: [0], isTicking: true);

        rig.Run(1000);
        var first = Assert.Single(rig.Reports, what => what.Rule == Rule.ProbeStarted);
        var next = rig.Node.View().NextProbe;

        Assert.NotEqual(next, other.Node.View().NextProbe + TimeSpan.FromSeconds(1));
        Assert.InRange(next.Milliseconds, 1000, 2000);
        Assert.Equal(1, first.Number);
    }

    [Fact]
    public void Of_the_ticks_that_come_while_a_probe_runs_one_is_kept()
    {
        var rig = NodeRig.WhoProbesFirst(1, [1, 2, 3]);
        for (var accusation = 1u; accusation <= 3; accusation++)
        {
            rig.Hear(Suspect(0, accusation, from: 9));
        }

        rig.Tick(TimerKind.ProbeTick);
        rig.Run(1000);
        rig.Tick(TimerKind.ProbeTick);
        rig.Run(1000);
        rig.Tick(TimerKind.ProbeTick);
        rig.Run(1999);
        Assert.Single(rig.SentOf(MessageKind.Ping));
        rig.Run(1);

        Assert.Equal(2, rig.SentOf(MessageKind.Ping).Length);
        rig.Receive(rig.SentOf(MessageKind.Ping)[1].To.Index, Message.Ack(2));
        Assert.Equal(2, rig.SentOf(MessageKind.Ping).Length);
    }

    [Fact]
    public void A_node_that_is_alone_probes_nobody()
    {
        var rig = new NodeRig(known: [1]);
        rig.Hear(Left(1, 1));
        rig.Clear();

        rig.Tick(TimerKind.ProbeTick);
        rig.Tick(TimerKind.ProbeTick);

        Assert.Empty(rig.Sent);
    }

    private static int[] Probed(NodeRig rig, int count) => [.. Enumerable.Range(0, count).Select(_ =>
    {
        rig.Tick(TimerKind.ProbeTick);
        var ping = rig.Sent[^1];
        rig.Receive(ping.To.Index, Message.Ack(ping.Message.Sequence));
        rig.Run(1000);
        return ping.To.Index;
    })];

    private static IEnumerable<int> GapsOf(int member, int[] probed)
    {
        var places = Enumerable.Range(0, probed.Length).Where(place => probed[place] == member).ToArray();
        return places.Zip(places.Skip(1), (earlier, later) => later - earlier);
    }
}
