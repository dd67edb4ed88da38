namespace GossipLab.Core.Protocol;

/// <summary>
/// How many bytes a message takes as memberlist writes it (msgpack maps with field names, protocol.md section 2.2),
/// with node names such as <c>n7</c>. Labels, compression, checksums and encryption are not counted; a value message
/// counts as the article's HTTP request line without headers.
/// </summary>
public static class MessageSize
{
    /// <summary>The largest packet of news, in bytes (memberlist's UDPBufferSize).</summary>
    public const int MaxPacketBytes = 1400;

    /// <summary>What a compound message costs before its parts.</summary>
    public const int CompoundHeaderBytes = 2;

    /// <summary>What each part of a compound message costs on top of itself.</summary>
    public const int CompoundPartBytes = 2;

    /// <summary>No piece of news is shorter as a message of its own.</summary>
    internal const int LeastNewsBytes = 32;

    /// <summary>The whole message with what it carries.</summary>
    public static int Of(in Message message) =>
        message.Updates.Count == 0 ? Bare(message) : WithNews(message);

    /// <summary>One piece of news as a message of its own.</summary>
    public static int Of(in MemberUpdate update) => update.State == MemberState.Alive
        ? 58 + NameBytes(update.Subject) + update.Meta.Bytes
        : 28 + NameBytes(update.Subject) + NameBytes(update.From);

    private static int WithNews(in Message message)
    {
        var bare = Bare(message);
        var bytes = bare + CompoundHeaderBytes + (bare > 0 ? CompoundPartBytes : 0);
        if (message.Updates.Records is { } records)
        {
            return bytes + records.Bytes;
        }

        foreach (ref readonly var update in message.Updates.Items)
        {
            bytes += CompoundPartBytes + Of(update);
        }

        return bytes;
    }

    private static int Bare(in Message message) => message.Kind switch
    {
        MessageKind.Push or MessageKind.Exchange =>
            36 + DigitsIn(message.Value.Value) + DigitsIn(message.Value.Generation.Number),
        MessageKind.PullReply or MessageKind.ExchangeReply =>
            17 + DigitsIn(message.Value.Value) + DigitsIn(message.Value.Generation.Number),
        MessageKind.PushFeedback => 17,
        MessageKind.Pull => 18,
        MessageKind.Ping or MessageKind.StreamPing => 15 + NameBytes(message.Subject) + IntegerBytes(message.Sequence),
        MessageKind.Ack or MessageKind.StreamAck => 17 + IntegerBytes(message.Sequence),
        MessageKind.PingRequest => 47 + NameBytes(message.Subject) + IntegerBytes(message.Sequence),
        MessageKind.Nack => 8 + IntegerBytes(message.Sequence),
        MessageKind.SyncRequest or MessageKind.SyncReply => 28,
        MessageKind.Heartbeat => 17 + IntegerBytes(message.Sequence),
        _ => 0,
    };

    /// <summary>The name of a node with what frames it.</summary>
    internal static int NameBytes(NodeId id) => 1 + DigitsIn(id.Index);

    private static int IntegerBytes(uint number) => number switch { < 128 => 1, < 256 => 2, < 65536 => 3, _ => 5 };

    // Asked for each piece of news that is sent, so the usual numbers are compared and not divided.
    private static int DigitsIn(long number) => number switch
    {
        < 0 => ManyDigitsIn(number),
        < 10 => 1,
        < 100 => 2,
        < 1_000 => 3,
        < 10_000 => 4,
        < 100_000 => 5,
        < 1_000_000 => 6,
        _ => ManyDigitsIn(number),
    };

    private static int ManyDigitsIn(long number)
    {
        var digits = number < 0 ? 2 : 1;
        for (number /= 10; number != 0; number /= 10)
        {
            digits++;
        }

        return digits;
    }
}
