namespace GossipLab.Core.Simulation;

/// <summary>
/// What makes a run fast and may not change it. Tests turn them off and compare; nobody else does.
/// </summary>
internal sealed record EngineSwitches
{
    /// <summary>Everything on.</summary>
    public static readonly EngineSwitches All = new();

    /// <summary>Whether nodes share what they agree on, or each has a table of its own.</summary>
    public bool ShareTables { get; init; } = true;

    /// <summary>Whether memory is brought near before it is needed, in clusters that do not fit into a cache.</summary>
    public bool FetchAhead { get; init; } = true;

    /// <summary>Whether timers that a node does not heed are withheld.</summary>
    public bool WithholdTimers { get; init; } = true;

    /// <summary>
    /// Whether every message is written as bytes and read again, as if it went over a wire. Off: it costs time and
    /// changes nothing, which a test shows.
    /// </summary>
    public bool OverTheWire { get; init; }
}
