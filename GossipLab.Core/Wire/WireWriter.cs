using GossipLab.Core.Protocol;

namespace GossipLab.Core.Wire;

/// <summary>Writes the parts of a message one after the other; the room it is given is enough for all.</summary>
internal ref struct WireWriter(Span<byte> to, IMemberNames names)
{
    private const byte More = 0x80;

    private readonly Span<byte> _to = to;

    public int Length { get; private set; }

    public void Byte(byte value) => _to[Length++] = value;

    /// <summary>Seven bits a byte, the lowest first (LEB128).</summary>
    public void Number(ulong value)
    {
        for (; value >= More; value >>= 7)
        {
            Byte((byte)(value | More));
        }

        Byte((byte)value);
    }

    /// <summary>Small ones of either sign are short (zigzag).</summary>
    public void Signed(long value) => Number((ulong)((value << 1) ^ (value >> 63)));

    /// <summary>A name after its length; nobody is an empty one.</summary>
    public void Name(NodeId id)
    {
        var length = id.IsSomebody ? names.WriteName(id, _to[(Length + 1)..]) : 0;
        Byte((byte)length);
        Length += length;
    }

    /// <summary>An address after its length; one that is not known is an empty one.</summary>
    public void Address(in NodeAddress address)
    {
        var length = names.WriteAddress(address, _to[(Length + 1)..]);
        Byte((byte)length);
        Length += length;
    }

    public void Text(string? text)
    {
        Number((ulong)(text?.Length ?? 0));
        foreach (var letter in text ?? string.Empty)
        {
            Byte((byte)letter);
        }
    }
}
