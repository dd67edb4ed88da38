using GossipLab.Core.Dissemination;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Core.Simulation;

/// <summary>What waits at a paused or slow node is bounded, as a socket's buffer is.</summary>
public sealed class BacklogTests
{
    private static readonly NodeId Slow = new(0);
    private static readonly Scenario Crowd = ClusterRig.Calm(
        17, new DisseminationOptions { PushUnwritten = true, FanOut = 16 });

    [Fact]
    public void At_a_paused_node_the_bound_is_reached_and_the_rest_is_lost()
    {
        // Sixteen others send it one message a second each.
        var rig = new ClusterRig(Crowd).Post(new PauseNode(Slow, null)).RunUntil(300.5);

        // Its own tick waits too.
        Assert.Equal(300 * 16 - 4_095, rig.Cluster.Counters.LostTo(LossReason.BufferFull));
        Assert.Equal(4_095, rig.Cluster.Counters.InFlight);

        rig.Post(new ResumeNode(Slow));
        Assert.Equal(16, rig.Cluster.Counters.InFlight);
        Assert.Equal(4_095, rig.Entries.Count(entry => entry.Kind == TraceKind.Arrived && entry.Flight.To == Slow));
    }

    [Fact]
    public void Its_own_timers_are_not_lost_however_much_waits()
    {
        var rig = new ClusterRig(Crowd).Post(new PauseNode(Slow, null)).RunUntil(300.5);

        rig.Post(new ResumeNode(Slow)).RunFor(2);

        // It ticks once for the tick that came due while it was paused, then at each interval from then on.
        Assert.Equal(3 * 16, rig.Sent(MessageKind.Push).Count(sent => sent.Flight.From == Slow));
    }

    [Fact]
    public void Killed_while_paused_it_loses_all_that_waited()
    {
        var rig = new ClusterRig(Crowd).Post(new PauseNode(Slow, null)).RunUntil(10.5);
        var waiting = rig.Cluster.Counters.InFlight;

        rig.Post(new KillNode(Slow));

        Assert.Equal(160, waiting);
        Assert.Equal((0, 160), (rig.Cluster.Counters.InFlight, rig.Cluster.Counters.LostTo(LossReason.ReceiverDown)));
    }

    [Fact]
    public void At_a_slow_node_the_bound_is_reached_too()
    {
        var rig = new ClusterRig(Crowd).Post(new SlowNode(Slow, TimeSpan.FromSeconds(60))).RunUntil(300.5);

        // It handles one a minute.
        Assert.Equal(300 * 16 - 4_096 - 4, rig.Cluster.Counters.LostTo(LossReason.BufferFull));
    }

    [Fact]
    public void A_node_that_is_fast_again_handles_what_waited_at_once_and_in_order()
    {
        var rig = new ClusterRig(Crowd).Post(new SlowNode(Slow, TimeSpan.FromSeconds(1))).RunUntil(5.5);
        Assert.Equal(5 * 16 - 4, rig.Cluster.Counters.InFlight);

        rig.Post(new SlowNode(Slow, TimeSpan.Zero));

        Assert.Equal(0, rig.Cluster.Counters.InFlight);
        var sentAt = rig.Entries.Where(entry => entry.Kind == TraceKind.Arrived && entry.Flight.To == Slow)
            .Select(entry => entry.Flight.SentAt).ToArray();
        Assert.Equal(80, sentAt.Length);
        Assert.Equal(sentAt.Order(), sentAt);
    }

    [Fact]
    public void A_node_that_is_less_slow_takes_the_new_time_for_what_waits()
    {
        var rig = new ClusterRig(Crowd).Post(new SlowNode(Slow, TimeSpan.FromSeconds(60))).RunUntil(1.5);

        // The one it is at is done after 60 s as before, each of the other 15 a second later.
        rig.Post(new SlowNode(Slow, TimeSpan.FromSeconds(1))).RunUntil(61.5);

        Assert.Equal(1, rig.Entries.Count(entry => entry.Kind == TraceKind.Arrived && entry.Flight.To == Slow));
        rig.RunUntil(76.5);
        Assert.Equal(16, rig.Entries.Count(entry => entry.Kind == TraceKind.Arrived && entry.Flight.To == Slow));
    }

    [Fact]
    public void What_waited_at_a_slow_process_does_not_reach_the_next_one()
    {
        var rig = new ClusterRig(Crowd).Post(new SlowNode(Slow, TimeSpan.FromSeconds(1))).RunUntil(2.5);
        rig.Post(new KillNode(Slow), new RestartNode(Slow, KeepDisk: true), new SlowNode(Slow, TimeSpan.Zero));
        var before = rig.Cluster.Counters.Delivered;

        rig.RunUntil(2.9).RunUntil(60.5);

        // 32 were sent to the slow process; it handled the first, and the next process gets none of the other 31.
        Assert.Equal(31, rig.Cluster.Counters.LostTo(LossReason.ReceiverDown));
        Assert.True(rig.Cluster.Counters.Delivered > before);
    }
}
