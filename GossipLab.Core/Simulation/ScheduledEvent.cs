using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation;

/// <summary>A message on its way.</summary>
/// <param name="Id">Its number, counted over the whole run.</param>
/// <param name="From">Who sent it.</param>
/// <param name="To">For whom it is.</param>
/// <param name="SentAt">When it was sent.</param>
/// <param name="DueAt">When it arrives, or would have.</param>
public readonly record struct Flight(long Id, NodeId From, NodeId To, Instant SentAt, Instant DueAt);

/// <summary>
/// What is due at a node, a message or a timer, in one piece: where it is looked at, kept aside or put back. Inside the
/// queue it is a key and a body.
/// </summary>
internal struct ScheduledEvent
{
    /// <summary>When.</summary>
    public Instant Due;

    /// <summary>At which node.</summary>
    public int Target;

    /// <summary>From which node; the target itself for a timer.</summary>
    public int Source;

    /// <summary>Counted per source, so that the order of events does not depend on when they were put in.</summary>
    public uint Ordinal;

    /// <summary>
    /// The event that led to this one: the send of the message; for a timer, the last event of the turn that set it or,
    /// where the turn had none, the turn's own cause: a periodic timer that does nothing keeps the cause of its first.
    /// </summary>
    public long Cause;

    /// <summary>Which life of the target a timer belongs to; a restart begins a new one.</summary>
    public int Life;

    /// <summary>Whether it is a message.</summary>
    public bool IsMessage;

    /// <summary>Whether a slow target has taken its time for it already.</summary>
    public bool WasProcessed;

    /// <summary>The timer, where it is one.</summary>
    public Timer Timer;

    /// <summary>The message's number, where it is one.</summary>
    public long FlightId;

    /// <summary>When the message was sent.</summary>
    public Instant SentAt;

    /// <summary>The message, where it is one.</summary>
    public Message Message;

    /// <summary>Its place in the order.</summary>
    public readonly EventKey Key => new(Due.Microseconds, Target, Source, Ordinal, 0);

    /// <summary>The message without what the key says.</summary>
    public readonly FlyingMessage Flying => new()
    {
        Cause = Cause,
        FlightId = FlightId,
        SentAt = SentAt,
        Life = Life,
        WasProcessed = WasProcessed,
        Message = Message,
    };

    /// <summary>The message as observers see it.</summary>
    public readonly Flight Flight => new(FlightId, new NodeId(Source), new NodeId(Target), SentAt, Due);

    /// <summary>The same, whose news nobody takes back.</summary>
    public readonly ScheduledEvent Copy()
    {
        var copy = this;
        copy.Message = Message.Carrying(Message.Updates.Copy());
        return copy;
    }
}
