using GossipLab.Core.Protocol;

namespace GossipLab.Web.RealClusters.Loopback;

/// <summary>
/// Messages between nodes as bytes: a version, the sender, the message, its news. Refuses what it cannot read.
/// </summary>
internal static class LoopbackWire
{
    /// <summary>The version of the format.</summary>
    public const byte Version = 1;

    /// <summary>The longest message, in bytes: news of all members of the largest cluster.</summary>
    public const int MostBytes = 64 * 1024;

    private const int MostUpdates = 2048;

    /// <summary>Writes a message.</summary>
    public static byte[] Write(NodeId from, in Message message)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Version);
        writer.Write(from.Index);
        writer.Write((byte)message.Kind);
        writer.Write(message.Flag);
        writer.Write(message.Sequence);
        writer.Write(message.Subject.Index);
        writer.Write(message.Value.Value);
        writer.Write(message.Value.Generation.Number);
        writer.Write(message.Value.Writer.Index);
        writer.Write((ushort)message.Updates.Count);
        foreach (ref readonly var update in message.Updates.Items)
        {
            Write(writer, update);
        }

        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>Reads a message.</summary>
    /// <param name="bytes">What arrived.</param>
    /// <param name="nodes">How many nodes there are: whoever is not one of them is refused.</param>
    /// <returns>The sender and the message, or null where it is none.</returns>
    public static (NodeId From, Message Message)? TryRead(byte[] bytes, int nodes)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes));
            return reader.ReadByte() == Version ? Read(reader, nodes) : null;
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }

    private static (NodeId From, Message Message)? Read(BinaryReader reader, int nodes)
    {
        var from = new NodeId(reader.ReadInt32());
        var (kind, flag, sequence) = ((MessageKind)reader.ReadByte(), reader.ReadByte() != 0, reader.ReadUInt32());
        var subject = new NodeId(reader.ReadInt32());
        var value = new VersionedValue(
            reader.ReadInt64(), new Generation(reader.ReadInt64()), new NodeId(reader.ReadInt32()));
        var count = reader.ReadUInt16();
        if (!IsNode(from, nodes) || subject.Index >= nodes || value.Writer.Index >= nodes || count > MostUpdates
            || value.Generation.Number is < 0 or > Generation.MaxNumber)
        {
            return null;
        }

        var updates = new MemberUpdate[count];
        for (var index = 0; index < count; index++)
        {
            updates[index] = ReadUpdate(reader);
            if (!IsNode(updates[index].Subject, nodes) || updates[index].From.Index >= nodes
                || updates[index].State > MemberState.Left)
            {
                return null;
            }
        }

        return Make(kind, flag, sequence, (subject, value, MemberUpdates.Of(updates))) is { } message
            ? (from, message) : null;
    }

    private static Message? Make(
        MessageKind kind, bool flag, uint sequence, (NodeId Subject, VersionedValue Value, MemberUpdates Updates) body)
    {
        var (subject, value, updates) = body;
        return kind switch
        {
            MessageKind.Push => Message.Push(value),
            MessageKind.PushFeedback => Message.PushFeedback(flag),
            MessageKind.Pull => Message.Pull(),
            MessageKind.PullReply => Message.PullReply(value),
            MessageKind.Exchange => Message.Exchange(value),
            MessageKind.ExchangeReply => Message.ExchangeReply(value),
            MessageKind.Ping => Message.Ping(subject, sequence, updates),
            MessageKind.Ack => Message.Ack(sequence, updates),
            MessageKind.PingRequest => Message.PingRequest(subject, sequence, flag, updates),
            MessageKind.Nack => Message.Nack(sequence).Carrying(updates),
            MessageKind.Gossip => Message.Gossip(updates),
            MessageKind.SyncRequest => Message.SyncRequest(updates, flag),
            MessageKind.SyncReply => Message.SyncReply(updates, flag),
            MessageKind.StreamPing => Message.StreamPing(subject, sequence),
            MessageKind.StreamAck => Message.StreamAck(sequence),
            MessageKind.Heartbeat => Message.Heartbeat(sequence),
            _ => null,
        };
    }

    private static void Write(BinaryWriter writer, in MemberUpdate update)
    {
        writer.Write((byte)update.State);
        writer.Write(update.Subject.Index);
        writer.Write(update.Incarnation.Number);
        writer.Write(update.From.Index);
        writer.Write(update.Address.Host);
        writer.Write(update.Address.Port);
        writer.Write(update.Versions.Min);
        writer.Write(update.Versions.Max);
        writer.Write(update.Versions.Spoken);
    }

    private static MemberUpdate ReadUpdate(BinaryReader reader) => new()
    {
        State = (MemberState)reader.ReadByte(),
        Subject = new NodeId(reader.ReadInt32()),
        Incarnation = new Incarnation(reader.ReadUInt32()),
        From = new NodeId(reader.ReadInt32()),
        Address = new NodeAddress(reader.ReadUInt32(), reader.ReadUInt16()),
        Versions = new ProtocolVersions(reader.ReadByte(), reader.ReadByte(), reader.ReadByte()),
    };

    private static bool IsNode(NodeId id, int nodes) => id.Index >= 0 && id.Index < nodes;
}
