using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation;

/// <summary>A timer that has no lane, without what its key says.</summary>
internal struct WaitingTimer
{
    /// <inheritdoc cref="ScheduledEvent.Cause"/>
    public long Cause;

    /// <inheritdoc cref="ScheduledEvent.Life"/>
    public int Life;

    /// <inheritdoc cref="ScheduledEvent.Timer"/>
    public Timer Timer;

    public readonly ScheduledEvent ToEvent(in EventKey key) => new()
    {
        Due = new Instant(key.Due),
        Target = key.Target,
        Source = key.Source,
        Ordinal = key.Ordinal,
        Cause = Cause,
        Life = Life,
        Timer = Timer,
    };
}
