using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation.Causes;

/// <summary>The small words of answers.</summary>
internal static class Say
{
    /// <summary>A moment, for example <c>9.84 s</c>.</summary>
    public static string Time(Instant at) => FormattableString.Invariant($"{at.Seconds:0.0##} s");

    /// <summary>The end of a span, or nothing where none is known.</summary>
    public static string Until(Instant until) => until == Instant.Max ? "" : $" until {Time(until)}";

    /// <summary>A number.</summary>
    public static string Number(long number) => FormattableString.Invariant($"{number}");

    /// <summary>A probability with as many digits as one can use.</summary>
    public static string Chance(double chance) => chance is > 0 and < 0.001
        ? FormattableString.Invariant($"{chance:0.0e0}") : FormattableString.Invariant($"{chance:0.###}");

    /// <summary>A message's kind with its article.</summary>
    public static string Message(MessageKind kind) => kind switch
    {
        MessageKind.Push => "a push",
        MessageKind.PushFeedback => "a push's feedback",
        MessageKind.Pull => "a pull",
        MessageKind.PullReply => "the answer to a pull",
        MessageKind.Exchange => "a push-pull",
        MessageKind.ExchangeReply => "the answer to a push-pull",
        MessageKind.Ping => "a ping",
        MessageKind.Ack => "an ack",
        MessageKind.PingRequest => "a ping request",
        MessageKind.Nack => "a nack",
        MessageKind.Gossip => "gossip",
        MessageKind.SyncRequest => "a full sync",
        MessageKind.SyncReply => "the answer to a full sync",
        MessageKind.StreamPing => "a ping over a stream",
        MessageKind.StreamAck => "an ack over a stream",
        _ => "a heartbeat",
    };

    /// <summary>A belief as an adjective.</summary>
    public static string State(MemberState state) => state switch
    {
        MemberState.Alive => "alive",
        MemberState.Suspect => "suspect",
        MemberState.Dead => "dead",
        _ => "gone on purpose",
    };
}
