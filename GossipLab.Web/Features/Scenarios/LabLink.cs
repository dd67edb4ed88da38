using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Web.Labs;

namespace GossipLab.Web.Features.Scenarios;

/// <summary>What a link to the lab asks for. Read from anything; what could not be used is told beside it.</summary>
public sealed record LabLink
{
    /// <summary>The lab that was open under this link, or null.</summary>
    public string? LabId { get; init; }

    /// <summary>The run: always a sound one.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>How fast to play it at first; null for watchable.</summary>
    public double? Speed { get; init; }

    /// <summary>Where the run stands when it is shown; null for the beginning.</summary>
    public Instant? StandAt { get; init; }

    /// <summary>Whose eyes to look through; null for the truth.</summary>
    public NodeId? Lens { get; init; }

    /// <summary>Which node is chosen.</summary>
    public NodeId? Selected { get; init; }

    /// <summary>Which panel is open; null for the usual one.</summary>
    public string? Tab { get; init; }

    /// <summary>Whether time advances by steps only.</summary>
    public bool IsManual { get; init; }

    /// <summary>Whether it plays at once.</summary>
    public bool Plays { get; init; } = true;

    /// <summary>Whether nothing travels on screen.</summary>
    public bool IsStill { get; init; }

    /// <summary>What could not be used, each a sentence with the allowed range and what stands instead.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>How a lab for this link begins.</summary>
    public LabStart Start => new()
    {
        IsPlaying = Plays && !IsManual && StandAt is null,
        IsManual = IsManual,
        StandAt = StandAt,
        Pace = Speed is { } speed ? Pace.At(speed) : Pace.Watchable,
    };
}
