using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation;

/// <summary>A timer in a lane: which lane says what for and how long it takes.</summary>
internal struct LaneTimer
{
    /// <summary>When it is due, in microseconds.</summary>
    public long Due;

    /// <inheritdoc cref="ScheduledEvent.Cause"/>
    public long Cause;

    /// <summary>At which node.</summary>
    public int Target;

    /// <inheritdoc cref="ScheduledEvent.Ordinal"/>
    public uint Ordinal;

    /// <inheritdoc cref="ScheduledEvent.Life"/>
    public int Life;

    /// <inheritdoc cref="Timer.Token"/>
    public uint Token;

    /// <inheritdoc cref="Timer.Subject"/>
    public NodeId Subject;

    public readonly EventKey Key => new(Due, Target, Target, Ordinal, -1);

    public readonly bool IsBefore(in LaneTimer other) =>
        Due != other.Due ? Due < other.Due : Key.IsBefore(other.Key);
}
