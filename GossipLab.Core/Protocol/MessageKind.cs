namespace GossipLab.Core.Protocol;

/// <summary>What a message is. The numbers are those of the frame format, so they never change.</summary>
public enum MessageKind : byte
{
    /// <summary>«This is my value» (the article's notify). Needs no answer.</summary>
    Push = 0,

    /// <summary>
    /// «I knew that already» or «that was news», the answer to a push where the stop rule needs it (Demers' feedback).
    /// </summary>
    PushFeedback = 1,

    /// <summary>«What is your value?».</summary>
    Pull = 2,

    /// <summary>The answer to a pull.</summary>
    PullReply = 3,

    /// <summary>«This is my value, what is yours?» (push-pull).</summary>
    Exchange = 4,

    /// <summary>The answer to an exchange.</summary>
    ExchangeReply = 5,

    /// <summary>«Are you there?».</summary>
    Ping = 6,

    /// <summary>«I am here», from the pinged node or passed on by a helper.</summary>
    Ack = 7,

    /// <summary>«Please ping somebody for me» (SWIM's ping-req, memberlist's indirect ping).</summary>
    PingRequest = 8,

    /// <summary>«The one you asked about does not answer me either» (Lifeguard).</summary>
    Nack = 9,

    /// <summary>News about members and nothing else.</summary>
    Gossip = 10,

    /// <summary>«This is all I believe, what do you?» (memberlist's push/pull), over a stream.</summary>
    SyncRequest = 11,

    /// <summary>The answer to it, over the same stream.</summary>
    SyncReply = 12,

    /// <summary>A ping over a stream, tried when datagrams fail.</summary>
    StreamPing = 13,

    /// <summary>The answer to it, over the same stream.</summary>
    StreamAck = 14,

    /// <summary>«I am alive», to everybody (the all-to-all detector SWIM is compared with).</summary>
    Heartbeat = 15,
}
