using GossipLab.Core.Primitives;

namespace GossipLab.Core.Simulation.Checkpoints;

/// <summary>Where to go in a lane: what comes first of a number of inputs, an event and a moment.</summary>
public readonly record struct Destination
{
    private Destination(long step, long @event, Instant at) => (Step, Event, At) = (step, @event, at);

    /// <summary>Up to this many inputs are handled.</summary>
    public long Step { get; }

    /// <summary>Handled until the event of this number has happened.</summary>
    public long Event { get; }

    /// <summary>Handled is what is due up to and including this moment.</summary>
    public Instant At { get; }

    /// <summary>A place where the run stood before.</summary>
    /// <param name="position">The place.</param>
    public static Destination To(RunPosition position) => new(position.Step, long.MaxValue, position.At);

    /// <summary>A moment: everything due by then is handled.</summary>
    /// <param name="at">The moment.</param>
    public static Destination To(Instant at) => new(long.MaxValue, long.MaxValue, at);

    /// <summary>An event: the first place at which it has happened.</summary>
    /// <param name="number">Its number; one that never comes ends at the lane's edge.</param>
    public static Destination ToEvent(long number) => new(long.MaxValue, number, Instant.Max);

    /// <summary>Whether a place is on the way there, or there.</summary>
    internal bool IsReachableFrom(RunPosition position, long events) =>
        position.Step <= Step && position.At <= At && (Event == long.MaxValue || events < Event || position.Step == 0);
}
