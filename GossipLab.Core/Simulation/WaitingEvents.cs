namespace GossipLab.Core.Simulation;

/// <summary>What waits in a queue, taken out of its order: as a checkpoint keeps it.</summary>
internal sealed record WaitingEvents
{
    public required TimerLane[] Lanes { get; init; }

    public required (EventKey Key, WaitingTimer Timer)[] Timers { get; init; }

    public required (EventKey Key, FlyingMessage Message)[] Messages { get; init; }

    /// <summary>The same, with lanes and news of their own.</summary>
    public WaitingEvents Copy() => this with
    {
        Lanes = Array.ConvertAll(Lanes, static lane => lane.Copy()),
        Messages = Array.ConvertAll(Messages, static waiting => (waiting.Key, waiting.Message.Copy())),
    };
}
