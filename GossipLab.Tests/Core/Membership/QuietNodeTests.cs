using GossipLab.Core.Membership;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using Timer = GossipLab.Core.Protocol.Timer;

namespace GossipLab.Tests.Core.Membership;

/// <summary>A node that has nothing to tell costs nothing but its turns.</summary>
public sealed class QuietNodeTests
{
    [Fact]
    public void A_quiet_node_that_pings_and_answers_allocates_nothing()
    {
        var node = new SwimMembership(new NodeId(0), NodeAddress.Of(new NodeId(0)), MembershipOptions.Lan);
        var effects = new LastPing();
        node.Start(TurnAt(0, ref effects), Ids(50), Incarnation.Zero, together: true);
        var allocated = new long[10];

        for (var part = 0; part < allocated.Length; part++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Live(node, ref effects, from: 1 + part * 500, periods: 500);
            allocated[part] = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        // The runtime allocates too while it compiles what it runs; what a node allocates it would allocate each time.
        Assert.Equal(0, allocated.Min());
    }

    private static void Live(SwimMembership node, ref LastPing effects, int from, int periods)
    {
        for (var period = from; period < from + periods; period++)
        {
            node.Fire(TurnAt(period, ref effects), Timer.Of(TimerKind.ProbeTick));
            node.Receive(TurnAt(period, ref effects), effects.To, Message.Ack(effects.Sequence));
            node.Receive(TurnAt(period, ref effects), new NodeId(7), Message.Ping(new NodeId(0), (uint)period));
            var request = Message.PingRequest(new NodeId(9), (uint)period, wantsNack: true);
            node.Receive(TurnAt(period, ref effects), new NodeId(8), request);
            node.Receive(TurnAt(period, ref effects), new NodeId(9), Message.Ack(effects.Sequence));
            node.Fire(TurnAt(period, ref effects), new Timer(TimerKind.ProbeTimeout, effects.Sequence, effects.To));
            node.Fire(TurnAt(period, ref effects), Timer.Of(TimerKind.GossipTick));
        }
    }

    private static Turn<LastPing> TurnAt(int seconds, ref LastPing effects) =>
        new(new NodeId(0), new Instant(1_000_000L * seconds), new Dice(1, 0), ref effects);

    private static NodeId[] Ids(int count) => [.. Enumerable.Range(0, count).Select(index => new NodeId(index))];

    private struct LastPing : IEffects
    {
        public NodeId To { get; private set; }

        public uint Sequence { get; private set; }

        public void Send(NodeId to, in Message message) =>
            (To, Sequence) = message.Kind == MessageKind.Ping ? (to, message.Sequence) : (To, Sequence);

        public readonly void After(TimeSpan delay, in Timer timer)
        {
            // Timers are fired by the test.
        }

        public readonly void Heed(TimerKind kind, bool heeds)
        {
            // Timers are fired by the test.
        }

        public readonly void Report(in NodeEvent what)
        {
            // Nobody watches.
        }
    }
}
