using System.Globalization;
using GossipLab.Core.Protocol;

namespace GossipLab.Web.Parts;

/// <summary>Messages in plain words.</summary>
internal static class MessageWords
{
    /// <summary>The message with what it carries, for example <c>a ping with 2 news</c>.</summary>
    public static string Of(in Message message)
    {
        var what = message.Kind switch
        {
            MessageKind.Push or MessageKind.PullReply or MessageKind.Exchange or MessageKind.ExchangeReply =>
                string.Create(CultureInfo.InvariantCulture, $"{Article(message.Kind)} of {message.Value.Value}"),
            MessageKind.PushFeedback => message.Flag ? "«I knew that»" : "«that was news»",
            MessageKind.Ping or MessageKind.PingRequest or MessageKind.StreamPing when message.Subject.IsSomebody =>
                $"{Article(message.Kind)} for {message.Subject}",
            _ => Article(message.Kind),
        };
        return message.Updates.Count == 0
            ? what : string.Create(CultureInfo.InvariantCulture, $"{what} with {message.Updates.Count} news");
    }

    /// <summary>The kind alone, for tables.</summary>
    public static string Of(MessageKind kind) => kind switch
    {
        MessageKind.Push => "push",
        MessageKind.PushFeedback => "push feedback",
        MessageKind.Pull => "pull",
        MessageKind.PullReply => "pull answer",
        MessageKind.Exchange => "push-pull",
        MessageKind.ExchangeReply => "push-pull answer",
        MessageKind.Ping => "ping",
        MessageKind.Ack => "ack",
        MessageKind.PingRequest => "ping request",
        MessageKind.Nack => "nack",
        MessageKind.Gossip => "gossip",
        MessageKind.SyncRequest => "full sync",
        MessageKind.SyncReply => "full sync answer",
        MessageKind.StreamPing => "stream ping",
        MessageKind.StreamAck => "stream ack",
        _ => "heartbeat",
    };

    private static string Article(MessageKind kind) => kind == MessageKind.Ack ? "an ack" : $"a {Of(kind)}";
}
