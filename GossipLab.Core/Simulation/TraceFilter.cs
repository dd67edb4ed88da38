using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation;

/// <summary>
/// Which events a recorder keeps. Commands always are. Asked before anything is written down, so that what is left out
/// costs next to nothing.
/// </summary>
public sealed record TraceFilter
{
    /// <summary>Everything but messages on their way: what nodes reported, and commands.</summary>
    public static readonly TraceFilter ReportsOnly = new() { KeepsMessage = null };

    /// <summary>Which reports of nodes; all of them by default.</summary>
    public Predicate<NodeEvent> KeepsReport { get; init; } = static _ => true;

    /// <summary>
    /// Which messages, asked when they are sent, arrive and are lost; null for none of them. All by default.
    /// </summary>
    public Func<TraceKind, Message, bool>? KeepsMessage { get; init; } = static (_, _) => true;
}
