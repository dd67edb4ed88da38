using GossipLab.Core.Protocol;
using GossipLab.Core.Wire;

namespace GossipLab.Core.Simulation;

/// <summary>
/// Writes each message as real nodes do and reads it again, so that a run shows that nothing is lost on the way.
/// </summary>
internal sealed class WirePassage
{
    private readonly NumberedNames _names = new(int.MaxValue);
    private byte[] _bytes = new byte[1 << 14];

    /// <summary>The message as its receiver reads it.</summary>
    /// <exception cref="InvalidOperationException">It cannot be read: the codec is wrong.</exception>
    public Message Carry(NodeId from, NodeId to, in Message message)
    {
        if (_bytes.Length < WireCodec.MostBytesOf(message))
        {
            _bytes = new byte[2 * WireCodec.MostBytesOf(message)];
        }

        var length = WireCodec.Write(new Letter(from, NodeAddress.Of(from), to, message), _names, _bytes);
        var fault = WireCodec.TryRead(_bytes.AsSpan(0, length), _names, out var letter);
        return fault == WireFault.None && letter.From == from && letter.To == to
            ? letter.Message
            : throw new InvalidOperationException($"{message.Kind} from {from} to {to} cannot be read: {fault}");
    }
}
