using System.Text;
using CsCheck;
using GossipLab.Core.Protocol;
using GossipLab.Core.Wire;

namespace GossipLab.Tests.Core.Wire;

/// <summary>
/// What is read is what was written; what cannot be read is refused with its reason, and nothing throws.
/// </summary>
public sealed class WireCodecTests
{
    private static readonly NumberedNames Names = new(int.MaxValue);

    private static readonly Gen<NodeId> AnyNode = Gen.Int[0, 100_000].Select(index => new NodeId(index));

    private static readonly Gen<MemberUpdate> AnyUpdate = Gen.Select(
        Gen.Byte[0, 3], AnyNode, Gen.UInt, AnyNode, Gen.Bool, Gen.String[Gen.Char['!', '~'], 0, 40],
        (state, subject, incarnation, from, hasDetails, meta) => new MemberUpdate
        {
            State = (MemberState)state,
            Subject = subject,
            Incarnation = new Incarnation(incarnation),
            From = from,
            Address = hasDetails ? NodeAddress.Of(subject) : default,
            Versions = hasDetails ? ProtocolVersions.Current : default,
            Meta = new MemberMeta(hasDetails && meta.Length > 0 ? meta : null),
        });

    private static readonly Gen<Message> AnyMessage = Gen.Select(
        Gen.Byte[0, 15], AnyNode, Gen.UInt, Gen.Long, Gen.Long, AnyUpdate.Array[0, 20],
        (kind, subject, sequence, value, generation, news) => Make(
            (MessageKind)kind, subject, sequence,
            (new VersionedValue(value, new Generation(generation), subject), MemberUpdates.Of(news))));

    [Fact]
    public void What_is_read_is_what_was_written() => AnyMessage.Sample(message =>
    {
        var bytes = Write(message);

        Assert.Equal(WireFault.None, WireCodec.TryRead(bytes, Names, out var letter));
        Assert.Equal((new NodeId(3), NodeAddress.Of(new NodeId(3)), new NodeId(9)),
            (letter.From, letter.Address, letter.To));
        var read = letter.Message;
        Assert.Equal((message.Kind, message.Flag, message.Sequence, message.Subject),
            (read.Kind, read.Flag, read.Sequence, read.Subject));
        Assert.Equal(message.Value, read.Value);
        Assert.Equal(message.Updates.Items.ToArray(), read.Updates.Items.ToArray());
    });

    [Fact]
    public void A_message_that_ends_too_early_is_refused() => AnyMessage.Sample(message =>
    {
        var bytes = Write(message);
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.NotEqual(WireFault.None, WireCodec.TryRead(bytes.AsSpan(0, length), Names, out _));
        }
    }, iter: 100);

    [Fact]
    public void Bytes_that_somebody_changed_never_throw() => Gen.Select(
        AnyMessage, Gen.Int[0, 10_000], Gen.Byte).Sample((message, place, value) =>
    {
        var bytes = Write(message);
        bytes[place % bytes.Length] = value;
        WireCodec.TryRead(bytes, Names, out _);
    });

    [Fact]
    public void Any_bytes_after_the_first_never_throw() => Gen.Byte.Array[0, 300].Sample(rest =>
    {
        byte[] bytes = [(byte)'G', (byte)'L', WireCodec.Version, .. rest];
        WireCodec.TryRead(bytes, Names, out _);
    }, iter: 5_000);

    [Fact]
    public void A_refusal_says_why()
    {
        var good = Write(Message.Ping(new NodeId(9), 7));

        Assert.Equal(WireFault.NotOurs, Read("GET / HTTP/1.1"u8));
        Assert.Equal(WireFault.NotOurs, Read([]));
        Assert.Equal(WireFault.Version, Read(Changed(good, 2, 9)));
        Assert.Equal(WireFault.Kind, Read(Changed(good, 3, 16)));
        Assert.Equal(WireFault.Number, Read(Changed(good, 4, 2)));
        Assert.Equal(WireFault.Trailing, Read([.. good, 0]));
        Assert.Equal(WireFault.TooLong, Read(new byte[WireCodec.MaxBytes + 1]));
        Assert.Equal(WireFault.Name, WireCodec.TryRead(good, new NumberedNames(5), out _));
    }

    [Fact]
    public void A_count_that_the_bytes_cannot_hold_reserves_no_memory()
    {
        byte[] many = [.. Write(Message.Gossip(default))[..^1], 0xFF, 0x3F];
        byte[] tooMany = [.. Write(Message.Gossip(default))[..^1], 0xFF, 0xFF, 0x7F];

        Assert.Equal(WireFault.Truncated, Read(many));
        Assert.Equal(WireFault.TooMuchNews, Read(tooMany));
    }

    [Fact]
    public void A_number_of_more_than_64_bits_is_none()
    {
        byte[] bytes = [.. Write(Message.Gossip(default))[..^1], .. Enumerable.Repeat((byte)0xFF, 10), 0];

        Assert.Equal(WireFault.Number, Read(bytes));
    }

    [Fact]
    public void The_first_bytes_are_those_of_the_document()
    {
        var bytes = Write(Message.Push(new VersionedValue(-1, new Generation(2), new NodeId(3))));

        Assert.Equal("474C010000" + Hex("n3") + Hex("3:7946") + Hex("n9") + "01" + "04" + Hex("n3"),
            Convert.ToHexString(bytes));
    }

    private static string Hex(string name) =>
        Convert.ToHexString([(byte)name.Length, .. Encoding.ASCII.GetBytes(name)]);

    private static WireFault Read(ReadOnlySpan<byte> bytes) => WireCodec.TryRead(bytes, Names, out _);

    private static byte[] Changed(byte[] bytes, int place, byte value)
    {
        var changed = bytes.ToArray();
        changed[place] = value;
        return changed;
    }

    private static byte[] Write(in Message message)
    {
        var bytes = new byte[WireCodec.MostBytesOf(message)];
        var letter = new Letter(new NodeId(3), NodeAddress.Of(new NodeId(3)), new NodeId(9), message);
        return bytes[..WireCodec.Write(letter, Names, bytes)];
    }

    private static Message Make(
        MessageKind kind, NodeId subject, uint sequence, (VersionedValue Value, MemberUpdates News) body) => kind switch
    {
        MessageKind.Push => Message.Push(body.Value),
        MessageKind.PushFeedback => Message.PushFeedback(sequence % 2 == 0),
        MessageKind.Pull => Message.Pull(),
        MessageKind.PullReply => Message.PullReply(body.Value),
        MessageKind.Exchange => Message.Exchange(body.Value),
        MessageKind.ExchangeReply => Message.ExchangeReply(body.Value),
        MessageKind.Ping => Message.Ping(subject, sequence, body.News),
        MessageKind.Ack => Message.Ack(sequence, body.News),
        MessageKind.PingRequest => Message.PingRequest(subject, sequence, sequence % 2 == 0, body.News),
        MessageKind.Nack => Message.Nack(sequence).Carrying(body.News),
        MessageKind.Gossip => Message.Gossip(body.News),
        MessageKind.SyncRequest => Message.SyncRequest(body.News, sequence % 2 == 0),
        MessageKind.SyncReply => Message.SyncReply(body.News, sequence % 2 == 0),
        MessageKind.StreamPing => Message.StreamPing(subject, sequence),
        MessageKind.StreamAck => Message.StreamAck(sequence),
        _ => Message.Heartbeat(sequence),
    };
}
