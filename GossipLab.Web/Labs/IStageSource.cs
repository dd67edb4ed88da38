using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Web.Labs;

/// <summary>
/// What the stage draws: a simulated run that knows all of itself, or a real cluster and what was heard of it.
/// </summary>
public interface IStageSource
{
    /// <summary>How many nodes there are.</summary>
    int NodeCount { get; }

    /// <summary>How many of the running ones are known to hold a newest value; 0 while nobody set one.</summary>
    int InformedShown { get; }

    /// <summary>Whose eyes are used; null for the truth.</summary>
    NodeId? Lens { get; }

    /// <summary>The messages since the last frame.</summary>
    IReadOnlyList<FlightMark> Departed { get; }

    /// <summary>How many messages departed since the last frame, kept or not.</summary>
    int DepartedCount { get; }

    /// <summary>A node as it is drawn.</summary>
    NodeMark MarkOf(NodeId id);

    /// <summary>The messages on their way now.</summary>
    IReadOnlyList<FlightMark> FlightsInAir();

    /// <summary>The suspicions that run: whom they are about, since when, until when.</summary>
    IEnumerable<(NodeId Subject, Instant Start, Instant End)> SuspicionArcs();
}
