using System.Buffers.Binary;
using System.Text;

namespace GossipLab.Web.Labs;

/// <summary>Writes the bytes of a frame, little-endian. docs/PROTOCOL.md describes the format.</summary>
public sealed class FrameWriter
{
    private byte[] _bytes = new byte[1024];
    private int _length;

    /// <summary>How many bytes are written.</summary>
    public int Length => _length;

    /// <summary>Starts again.</summary>
    public void Clear() => _length = 0;

    /// <summary>A copy of what is written.</summary>
    public byte[] ToArray() => _bytes.AsSpan(0, _length).ToArray();

    /// <summary>Writes a byte.</summary>
    public void WriteByte(byte value) => Take(1)[0] = value;

    /// <summary>Writes an unsigned number of two bytes.</summary>
    public void WriteUInt16(int value) => BinaryPrimitives.WriteUInt16LittleEndian(Take(2), (ushort)value);

    /// <summary>Writes an unsigned number of four bytes.</summary>
    public void WriteUInt32(long value) => BinaryPrimitives.WriteUInt32LittleEndian(Take(4), (uint)value);

    /// <summary>Writes a signed number of eight bytes.</summary>
    public void WriteInt64(long value) => BinaryPrimitives.WriteInt64LittleEndian(Take(8), value);

    /// <summary>Writes a floating-point number of eight bytes.</summary>
    public void WriteDouble(double value) => BinaryPrimitives.WriteDoubleLittleEndian(Take(8), value);

    /// <summary>Writes a floating-point number of four bytes.</summary>
    public void WriteSingle(double value) => BinaryPrimitives.WriteSingleLittleEndian(Take(4), (float)value);

    /// <summary>Writes text as UTF-8 without its length.</summary>
    public void WriteText(string text) => Encoding.UTF8.GetBytes(text, Take(Encoding.UTF8.GetByteCount(text)));

    /// <summary>Leaves four bytes for a count that is known later.</summary>
    /// <returns>Where, for <see cref="SetCount"/>.</returns>
    public int Count()
    {
        WriteUInt32(0);
        return _length - 4;
    }

    /// <summary>Writes a count that was left open.</summary>
    public void SetCount(int place, int count) =>
        BinaryPrimitives.WriteUInt32LittleEndian(_bytes.AsSpan(place, 4), (uint)count);

    private Span<byte> Take(int count)
    {
        if (_length + count > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + count));
        }

        var span = _bytes.AsSpan(_length, count);
        _length += count;
        return span;
    }
}
