using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation;

/// <summary>A message on its way, without what its key says.</summary>
internal struct FlyingMessage
{
    /// <inheritdoc cref="ScheduledEvent.Cause"/>
    public long Cause;

    /// <inheritdoc cref="ScheduledEvent.FlightId"/>
    public long FlightId;

    /// <inheritdoc cref="ScheduledEvent.SentAt"/>
    public Instant SentAt;

    /// <inheritdoc cref="ScheduledEvent.Life"/>
    public int Life;

    /// <inheritdoc cref="ScheduledEvent.WasProcessed"/>
    public bool WasProcessed;

    /// <inheritdoc cref="ScheduledEvent.Message"/>
    public Message Message;

    public readonly ScheduledEvent ToEvent(in EventKey key) => new()
    {
        Due = new Instant(key.Due),
        Target = key.Target,
        Source = key.Source,
        Ordinal = key.Ordinal,
        Cause = Cause,
        Life = Life,
        IsMessage = true,
        WasProcessed = WasProcessed,
        FlightId = FlightId,
        SentAt = SentAt,
        Message = Message,
    };

    /// <summary>The same, whose news nobody takes back.</summary>
    public readonly FlyingMessage Copy()
    {
        var copy = this;
        copy.Message = Message.Carrying(Message.Updates.Copy());
        return copy;
    }
}
