using GossipLab.Core.Protocol;

namespace GossipLab.Core.Wire;

/// <summary>
/// Messages as bytes, the same for all transports. What cannot be read is refused with its reason; nothing is thrown,
/// and nothing is allocated beyond what the bytes themselves could hold.
/// <code>
/// 'G' 'L' version kind flag | from, address | to | subject | sequence | value generation writer | n, news x n
/// name, address: length, bytes       number: seven bits a byte, the lowest first
/// news: state subject incarnation from, and where it says so: address, min max spoken versions, meta
/// </code>
/// Subject, sequence, value and news are there where the kind of message has them; the highest bit of a piece of news
/// says whether its details follow.
/// </summary>
public static class WireCodec
{
    /// <summary>The version that is written, and the only one that is read.</summary>
    public const byte Version = 1;

    /// <summary>The longest message, in bytes.</summary>
    public const int MaxBytes = 1 << 20;

    /// <summary>The longest name of a node or address, in bytes.</summary>
    public const int MaxNameBytes = 128;

    /// <summary>How many pieces of news a message carries at most.</summary>
    public const int MaxNews = 1 << 13;

    private const byte First = (byte)'G';
    private const byte Second = (byte)'L';
    private const int MostHead = 512;
    private const int MostPerNews = 3 * MaxNameBytes + 64;
    private const byte Details = 0x80;

    // What a piece of news takes at least: no count is believed that the bytes cannot hold.
    private const int LeastPerNews = 5;

    /// <summary>How much room a message may need.</summary>
    /// <param name="message">The message.</param>
    public static int MostBytesOf(in Message message)
    {
        var bytes = MostHead + message.Updates.Count * MostPerNews;
        foreach (ref readonly var update in message.Updates.Items)
        {
            bytes += update.Meta.Bytes;
        }

        return bytes;
    }

    /// <summary>Writes a message.</summary>
    /// <param name="letter">The message with its envelope.</param>
    /// <param name="names">What nodes are called.</param>
    /// <param name="to">Room for <see cref="MostBytesOf"/>.</param>
    /// <returns>How many bytes were written.</returns>
    public static int Write(in Letter letter, IMemberNames names, Span<byte> to)
    {
        var message = letter.Message;
        var writer = new WireWriter(to, names);
        writer.Byte(First);
        writer.Byte(Second);
        writer.Byte(Version);
        writer.Byte((byte)message.Kind);
        writer.Byte(message.Flag ? (byte)1 : (byte)0);
        writer.Name(letter.From);
        writer.Address(letter.Address);
        writer.Name(letter.To);
        if (message.HasSubject)
        {
            writer.Name(message.Subject);
        }

        if (message.HasSequence)
        {
            writer.Number(message.Sequence);
        }

        if (message.CarriesValue)
        {
            writer.Signed(message.Value.Value);
            writer.Signed(message.Value.Generation.Number);
            writer.Name(message.Value.Writer);
        }

        if (!message.IsAboutValue)
        {
            writer.Number((ulong)message.Updates.Count);
            foreach (ref readonly var update in message.Updates.Items)
            {
                Write(ref writer, update);
            }
        }

        return writer.Length;
    }

    /// <summary>Reads a message.</summary>
    /// <param name="bytes">What arrived.</param>
    /// <param name="names">What nodes are called.</param>
    /// <param name="letter">The message with its envelope.</param>
    /// <returns>Why it is none, or <see cref="WireFault.None"/>.</returns>
    public static WireFault TryRead(ReadOnlySpan<byte> bytes, IMemberNames names, out Letter letter)
    {
        letter = default;
        if (bytes.Length > MaxBytes)
        {
            return WireFault.TooLong;
        }

        if (bytes is not [First, Second, ..])
        {
            return WireFault.NotOurs;
        }

        var reader = new WireReader(bytes[2..], names);
        if (reader.Byte() != Version)
        {
            return WireFault.Version;
        }

        var kind = (MessageKind)reader.Byte();
        if (kind > MessageKind.Heartbeat)
        {
            return WireFault.Kind;
        }

        letter = Read(ref reader, kind);
        if (!reader.IsAtEnd)
        {
            reader.Fail(WireFault.Trailing);
        }

        letter = reader.Fault == WireFault.None ? letter : default;
        return reader.Fault;
    }

    private static Letter Read(ref WireReader reader, MessageKind kind)
    {
        var flag = reader.Byte();
        if (flag > 1)
        {
            reader.Fail(WireFault.Number);
        }

        var (from, address, to) = (reader.Name(isSomebody: true), reader.Address(), reader.Name(isSomebody: false));
        var message = Message.OfKind(kind, flag == 1);
        message = message.About(
            message.HasSubject ? reader.Name(isSomebody: true) : NodeId.None,
            message.HasSequence ? reader.Small() : 0);
        message = message.CarriesValue
            ? message.Bringing(new VersionedValue(
                reader.Signed(), new Generation(reader.Signed()), reader.Name(isSomebody: false)))
            : message;
        message = message.IsAboutValue ? message : message.Carrying(ReadNews(ref reader));
        return new Letter(from, address, to, message);
    }

    private static MemberUpdates ReadNews(ref WireReader reader)
    {
        var count = reader.Number();
        if (count > MaxNews)
        {
            reader.Fail(WireFault.TooMuchNews);
        }
        else if (count * LeastPerNews > (ulong)reader.Left)
        {
            reader.Fail(WireFault.Truncated);
        }

        if (count == 0 || reader.Fault != WireFault.None)
        {
            return default;
        }

        var news = MemberUpdates.Rent((int)count);
        for (var index = 0; index < (int)count && reader.Fault == WireFault.None; index++)
        {
            news[index] = ReadUpdate(ref reader);
        }

        return new MemberUpdates(news, (int)count);
    }

    private static void Write(ref WireWriter writer, in MemberUpdate update)
    {
        var hasDetails = update.Address != default || update.Versions.IsStated || update.Meta.Bytes > 0;
        writer.Byte((byte)((byte)update.State | (hasDetails ? Details : 0)));
        writer.Name(update.Subject);
        writer.Number(update.Incarnation.Number);
        writer.Name(update.From);
        if (hasDetails)
        {
            writer.Address(update.Address);
            writer.Byte(update.Versions.Min);
            writer.Byte(update.Versions.Max);
            writer.Byte(update.Versions.Spoken);
            writer.Text(update.Meta.Text);
        }
    }

    private static MemberUpdate ReadUpdate(ref WireReader reader)
    {
        var head = reader.Byte();
        var state = (MemberState)(head & ~Details);
        if (state > MemberState.Left)
        {
            reader.Fail(WireFault.Kind);
        }

        var update = new MemberUpdate
        {
            State = state,
            Subject = reader.Name(isSomebody: true),
            Incarnation = new Incarnation(reader.Small()),
            From = reader.Name(isSomebody: false),
        };
        return (head & Details) != 0 ? update with
        {
            Address = reader.Address(),
            Versions = new ProtocolVersions(reader.Byte(), reader.Byte(), reader.Byte()),
            Meta = new MemberMeta(reader.Text(MemberMeta.MaxBytes)),
        }
        : update;
    }
}
