using System.Text;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Wire;

/// <summary>
/// Reads the parts of a message one after the other. The first fault is kept; what is read after it means nothing.
/// </summary>
internal ref struct WireReader(ReadOnlySpan<byte> bytes, IMemberNames names)
{
    private const int BitsOfLong = 64;

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    public WireFault Fault { get; private set; }

    /// <summary>How many bytes are still to be read.</summary>
    public readonly int Left => _bytes.Length - _at;

    public readonly bool IsAtEnd => _at == _bytes.Length;

    public void Fail(WireFault fault) => Fault = Fault == WireFault.None ? fault : Fault;

    public byte Byte() => Take(1) is [var value] ? value : (byte)0;

    public ulong Number()
    {
        ulong value = 0;
        for (var shift = 0; shift < BitsOfLong; shift += 7)
        {
            var next = Byte();
            var bits = (ulong)(next & 0x7F);
            if (shift == BitsOfLong - 1 && bits > 1)
            {
                break;
            }

            value |= bits << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        Fail(WireFault.Number);
        return 0;
    }

    public uint Small()
    {
        var value = Number();
        if (value > uint.MaxValue)
        {
            Fail(WireFault.Number);
        }

        return (uint)value;
    }

    public long Signed()
    {
        var value = Number();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    /// <summary>Somebody, or nobody where that is allowed.</summary>
    public NodeId Name(bool isSomebody)
    {
        var name = Take(Byte());
        if (name.IsEmpty && !isSomebody)
        {
            return NodeId.None;
        }

        var id = NodeId.None;
        if (Fault == WireFault.None
            && (name.IsEmpty || name.Length > WireCodec.MaxNameBytes || !names.TryReadName(name, out id)))
        {
            Fail(WireFault.Name);
        }

        return id;
    }

    /// <summary>An address, or none.</summary>
    public NodeAddress Address()
    {
        var name = Take(Byte());
        var address = default(NodeAddress);
        if (!name.IsEmpty && (name.Length > WireCodec.MaxNameBytes || !names.TryReadAddress(name, out address)))
        {
            Fail(WireFault.Name);
        }

        return address;
    }

    public string? Text(int most)
    {
        var length = Number();
        if (length > (ulong)most)
        {
            Fail(WireFault.Number);
            return null;
        }

        return length == 0 ? null : Encoding.Latin1.GetString(Take((int)length));
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (Fault != WireFault.None || _bytes.Length - _at < count)
        {
            Fail(WireFault.Truncated);
            return [];
        }

        _at += count;
        return _bytes.Slice(_at - count, count);
    }
}
