using GossipLab.Core.Protocol;

namespace GossipLab.Core.Wire;

/// <summary>
/// What nodes and their addresses are called on the wire. A node knows others by numbers of its own; between nodes
/// only names mean something. Names are bytes, at most <see cref="WireCodec.MaxNameBytes"/> of them.
/// </summary>
public interface IMemberNames
{
    /// <summary>Writes the name of a node.</summary>
    /// <param name="id">Somebody.</param>
    /// <param name="to">Room for the longest name.</param>
    /// <returns>How long it is, in bytes; at least 1.</returns>
    int WriteName(NodeId id, Span<byte> to);

    /// <summary>Finds the number of a name, giving it one where it has none.</summary>
    /// <param name="name">At least one byte.</param>
    /// <param name="id">The number.</param>
    /// <returns>False where it is no name, or where there is no room for one more.</returns>
    bool TryReadName(ReadOnlySpan<byte> name, out NodeId id);

    /// <summary>Writes an address.</summary>
    /// <param name="address">Where somebody listens.</param>
    /// <param name="to">Room for the longest name.</param>
    /// <returns>How long it is, in bytes; 0 where the address is not known.</returns>
    int WriteAddress(in NodeAddress address, Span<byte> to);

    /// <summary>Finds the number of an address, giving it one where it has none.</summary>
    /// <param name="name">At least one byte.</param>
    /// <param name="address">The address.</param>
    /// <returns>False where it is no address, or where there is no room for one more.</returns>
    bool TryReadAddress(ReadOnlySpan<byte> name, out NodeAddress address);
}
