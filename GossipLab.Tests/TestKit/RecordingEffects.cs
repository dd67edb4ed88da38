using GossipLab.Core.Protocol;
using Timer = GossipLab.Core.Protocol.Timer;

namespace GossipLab.Tests.TestKit;

/// <summary>The door out of a node under test: everything becomes an entry of a list.</summary>
internal readonly struct RecordingEffects(
    List<Sending> sent, List<(TimeSpan Delay, Timer Timer)> timers, List<NodeEvent> reports) : IEffects
{
    public void Send(NodeId to, in Message message) => sent.Add(new Sending(to, message));

    public void After(TimeSpan delay, in Timer timer) => timers.Add((delay, timer));

    public void Heed(TimerKind kind, bool heeds)
    {
        // A hint that a driver may ignore: tests fire every timer.
    }

    public void Report(in NodeEvent what) => reports.Add(what);
}

/// <summary>A message a node sent.</summary>
internal readonly record struct Sending(NodeId To, Message Message)
{
    public MessageKind Kind => Message.Kind;

    public MemberUpdate[] News => Message.Updates.Items.ToArray();
}
