namespace GossipLab.Core.Protocol;

/// <summary>
/// One message between two nodes. Which fields mean something depends on the kind; the factories say so. Who sent it
/// and to whom is the envelope, which the driver keeps.
/// <code>
/// a probe:   A --ping--> X           A --ping-req--> B --ping--> X
///            A &lt;--ack--- X           A &lt;----ack----- B &lt;--ack--- X   (or a nack from B)
/// </code>
/// </summary>
public struct Message
{
    private Message(MessageKind kind) => Kind = kind;

    private Message(MessageKind kind, in VersionedValue value) => (Kind, Value) = (kind, value);

    /// <summary>What it is.</summary>
    public MessageKind Kind { readonly get; private set; }

    /// <summary>Push feedback: the receiver knew it. Ping request: a nack is wanted. Sync: the sender joins.</summary>
    public bool Flag { readonly get; private set; }

    /// <summary>The number that an answer repeats; counted per sender, 0 where there is none.</summary>
    public uint Sequence { readonly get; private set; }

    /// <summary>Ping: who is meant. Ping request: who shall be pinged.</summary>
    public NodeId Subject { readonly get; private set; }

    /// <summary>The value carried by push, replies and exchanges.</summary>
    public VersionedValue Value { readonly get; private set; }

    /// <summary>The news carried, alone or piggybacked.</summary>
    public MemberUpdates Updates { readonly get; private set; }

    /// <summary>Whether it travels over a stream (TCP): never lost at random, but slower.</summary>
    public readonly bool IsStream => Kind is >= MessageKind.SyncRequest and <= MessageKind.StreamAck;

    /// <summary>Whether it spreads the value rather than membership.</summary>
    public readonly bool IsAboutValue => Kind <= MessageKind.ExchangeReply;

    /// <summary>Whether it brings the sender's value to the receiver.</summary>
    public readonly bool CarriesValue => Kind is MessageKind.Push or MessageKind.PullReply or MessageKind.Exchange
        or MessageKind.ExchangeReply;

    /// <summary>Whether it has a subject.</summary>
    public readonly bool HasSubject => Kind is MessageKind.Ping or MessageKind.PingRequest or MessageKind.StreamPing;

    /// <summary>Whether it has a sequence number.</summary>
    public readonly bool HasSequence => Kind is MessageKind.Ping or MessageKind.Ack or MessageKind.PingRequest
        or MessageKind.Nack or MessageKind.StreamPing or MessageKind.StreamAck or MessageKind.Heartbeat;

    /// <summary>The same message with news riding on it.</summary>
    /// <param name="updates">The news.</param>
    public readonly Message Carrying(MemberUpdates updates) => this with { Updates = updates };

    /// <summary>A push of a value.</summary>
    public static Message Push(in VersionedValue value) => new(MessageKind.Push, value);

    /// <summary>The answer to a push: whether its value was known already.</summary>
    public static Message PushFeedback(bool known) => new(MessageKind.PushFeedback) { Flag = known };

    /// <summary>A request for the receiver's value.</summary>
    public static Message Pull() => new(MessageKind.Pull);

    /// <summary>The answer to a pull.</summary>
    public static Message PullReply(in VersionedValue value) => new(MessageKind.PullReply, value);

    /// <summary>A value sent in exchange for the receiver's.</summary>
    public static Message Exchange(in VersionedValue value) => new(MessageKind.Exchange, value);

    /// <summary>The answer to an exchange.</summary>
    public static Message ExchangeReply(in VersionedValue value) => new(MessageKind.ExchangeReply, value);

    /// <summary>A ping of the receiver, who checks that it is meant.</summary>
    public static Message Ping(NodeId subject, uint sequence, MemberUpdates updates = default) =>
        new(MessageKind.Ping) { Subject = subject, Sequence = sequence, Updates = updates };

    /// <summary>The answer to a ping, or to a ping request once its subject answered.</summary>
    public static Message Ack(uint sequence, MemberUpdates updates = default) =>
        new(MessageKind.Ack) { Sequence = sequence, Updates = updates };

    /// <summary>A request to ping the subject.</summary>
    public static Message PingRequest(NodeId subject, uint sequence, bool wantsNack, MemberUpdates updates = default) =>
        new(MessageKind.PingRequest) { Subject = subject, Sequence = sequence, Flag = wantsNack, Updates = updates };

    /// <summary>The answer to a ping request whose subject was silent.</summary>
    public static Message Nack(uint sequence) => new(MessageKind.Nack) { Sequence = sequence };

    /// <summary>News about members.</summary>
    public static Message Gossip(MemberUpdates updates) => new(MessageKind.Gossip) { Updates = updates };

    /// <summary>All records of the sender.</summary>
    public static Message SyncRequest(MemberUpdates records, bool joins) =>
        new(MessageKind.SyncRequest) { Updates = records, Flag = joins };

    /// <summary>All records of the receiver, as they were before it merged the request.</summary>
    public static Message SyncReply(MemberUpdates records, bool joins) =>
        new(MessageKind.SyncReply) { Updates = records, Flag = joins };

    /// <summary>A ping over a stream.</summary>
    public static Message StreamPing(NodeId subject, uint sequence) =>
        new(MessageKind.StreamPing) { Subject = subject, Sequence = sequence };

    /// <summary>The answer to a ping over a stream.</summary>
    public static Message StreamAck(uint sequence) => new(MessageKind.StreamAck) { Sequence = sequence };

    /// <summary>A sign of life of the sender; the sequence counts them.</summary>
    public static Message Heartbeat(uint sequence) => new(MessageKind.Heartbeat) { Sequence = sequence };

    /// <summary>A message of a kind that has nothing else yet; for those who read one.</summary>
    internal static Message OfKind(MessageKind kind, bool flag) => new(kind) { Flag = flag };

    /// <summary>The same message with a subject and a number.</summary>
    internal readonly Message About(NodeId subject, uint sequence) =>
        this with { Subject = HasSubject ? subject : Subject, Sequence = sequence };

    /// <summary>The same message with a value.</summary>
    internal readonly Message Bringing(in VersionedValue value) => this with { Value = value };

    /// <summary>Becomes a message that brings a value, or asks for one.</summary>
    internal void Become(MessageKind kind, in VersionedValue value)
    {
        (Kind, Flag, Sequence, Subject) = (kind, false, 0, default);
        Value = new VersionedValue(value.Value, value.Generation, value.Writer);
        if (!Updates.IsNothing)
        {
            Updates = default;
        }
    }

    /// <summary>
    /// Takes over what another says, part by part: copied as a whole, it would be read before its parts have left the
    /// processor's store buffer.
    /// </summary>
    internal void Become(in Message other)
    {
        (Kind, Flag, Sequence, Subject) = (other.Kind, other.Flag, other.Sequence, other.Subject);
        Value = new VersionedValue(other.Value.Value, other.Value.Generation, other.Value.Writer);
        if (!other.Updates.IsNothing || !Updates.IsNothing)
        {
            Updates = other.Updates;
        }
    }
}
