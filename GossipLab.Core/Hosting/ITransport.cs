namespace GossipLab.Core.Hosting;

/// <summary>
/// Carries messages between real nodes. A transport is one class: the bytes are made and read by
/// <see cref="Wire.WireCodec"/>, and whoever opens one says who takes what arrives.
/// </summary>
public interface ITransport : IAsyncDisposable
{
    /// <summary>
    /// Sends a message: now, later or never. It never waits and never throws for a lost message. What waits is bounded;
    /// the oldest is lost first.
    /// </summary>
    /// <param name="address">Where the receiver listens: host and port.</param>
    /// <param name="message">The bytes; nobody changes them any more.</param>
    void Send(string address, ReadOnlyMemory<byte> message);
}
