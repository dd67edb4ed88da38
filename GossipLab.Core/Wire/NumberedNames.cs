using System.Buffers.Text;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Wire;

/// <summary>The names of simulated nodes: <c>n7</c>, at the address <c>7:7946</c>.</summary>
/// <param name="nodes">How many there are; other names are none.</param>
public sealed class NumberedNames(int nodes) : IMemberNames
{
    private const byte FirstOfName = (byte)'n';
    private const byte BeforePort = (byte)':';

    /// <inheritdoc/>
    public int WriteName(NodeId id, Span<byte> to)
    {
        to[0] = FirstOfName;
        return 1 + Write((uint)id.Index, to[1..]);
    }

    /// <inheritdoc/>
    public bool TryReadName(ReadOnlySpan<byte> name, out NodeId id)
    {
        var isNumber = Utf8Parser.TryParse(name[1..], out int index, out var read);
        id = new NodeId(index);
        return isNumber && name[0] == FirstOfName && read == name.Length - 1 && index >= 0 && index < nodes;
    }

    /// <inheritdoc/>
    public int WriteAddress(in NodeAddress address, Span<byte> to)
    {
        var length = Write(address.Host, to);
        to[length++] = BeforePort;
        return length + Write(address.Port, to[length..]);
    }

    /// <inheritdoc/>
    public bool TryReadAddress(ReadOnlySpan<byte> name, out NodeAddress address)
    {
        address = default;
        if (!Utf8Parser.TryParse(name, out uint host, out var read) || read == name.Length || name[read] != BeforePort
            || !Utf8Parser.TryParse(name[(read + 1)..], out ushort port, out var rest)
            || read + 1 + rest != name.Length)
        {
            return false;
        }

        address = new NodeAddress(host, port);
        return true;
    }

    private static int Write(uint number, Span<byte> to)
    {
        Utf8Formatter.TryFormat(number, to, out var written);
        return written;
    }
}
