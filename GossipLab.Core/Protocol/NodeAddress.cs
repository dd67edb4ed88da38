namespace GossipLab.Core.Protocol;

/// <summary>Where a node listens. Identity is the name; the address is an attribute that may change.</summary>
/// <param name="Host">The host as a number (an IPv4 address, or an index in a host's address book).</param>
/// <param name="Port">The port; 0 is unknown.</param>
public readonly record struct NodeAddress(uint Host, ushort Port)
{
    /// <summary>The address a node has in a simulation: its own number on memberlist's port.</summary>
    /// <param name="id">The node.</param>
    public static NodeAddress Of(NodeId id) => new((uint)id.Index, 7946);
}

/// <summary>
/// What a member says of itself, at most 512 bytes. Compared by its bytes; none is an empty one.
/// </summary>
/// <param name="Text">The bytes as Latin-1 text; null for none.</param>
public readonly record struct MemberMeta(string? Text)
{
    /// <summary>The longest meta that is accepted, in bytes (memberlist's MetaMaxSize).</summary>
    public const int MaxBytes = 512;

    /// <summary>How long it is.</summary>
    public int Bytes => Text?.Length ?? 0;
}

/// <summary>The range of protocol versions a member understands, and the one it speaks (memberlist's Vsn).</summary>
/// <param name="Min">The lowest it understands; 0 with a Max of 0 means that the message did not say.</param>
/// <param name="Max">The highest it understands; 4 and above answer with nacks.</param>
/// <param name="Spoken">The one it speaks.</param>
public readonly record struct ProtocolVersions(byte Min, byte Max, byte Spoken)
{
    /// <summary>What memberlist sends today: understands 1 to 5, speaks 2.</summary>
    public static readonly ProtocolVersions Current = new(1, 5, 2);

    /// <summary>Whether the message said anything.</summary>
    public bool IsStated => this != default;

    /// <summary>Whether what it said can be true.</summary>
    public bool IsSound => Min > 0 && Max >= Min;

    /// <summary>Whether it answers an indirect probe that failed with a nack (version 4).</summary>
    public bool SendsNacks => Max >= 4;

    /// <summary>Whether it answers a ping over a stream (version 3).</summary>
    public bool AnswersStreamPing => Max >= 3;
}
