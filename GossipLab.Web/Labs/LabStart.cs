using GossipLab.Core.Primitives;

namespace GossipLab.Web.Labs;

/// <summary>How fast a lab plays.</summary>
public enum PaceKind
{
    /// <summary>So many seconds of protocol in a second of the clock on the wall.</summary>
    Fixed,

    /// <summary>Slow while messages fly, quick through the quiet in between.</summary>
    Watchable,

    /// <summary>As fast as the machine can.</summary>
    Max,
}

/// <summary>The pace of a lab.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Speed">Seconds of protocol in a second of the wall clock, for a fixed pace; 0.01 to 100.</param>
public sealed record Pace(PaceKind Kind, double Speed)
{
    /// <summary>The slowest fixed pace.</summary>
    public const double Slowest = 0.01;

    /// <summary>The fastest fixed pace.</summary>
    public const double Fastest = 100;

    /// <summary>A flight takes about 0.9 s on the screen.</summary>
    public static readonly Pace Watchable = new(PaceKind.Watchable, 1);

    /// <summary>No limit but the machine.</summary>
    public static readonly Pace Max = new(PaceKind.Max, Fastest);

    /// <summary>A fixed pace, brought into its range.</summary>
    public static Pace At(double speed) =>
        new(PaceKind.Fixed, double.IsFinite(speed) ? Math.Clamp(speed, Slowest, Fastest) : 1);
}

/// <summary>How far a step goes.</summary>
public enum StepKind
{
    /// <summary>To the next event of any kind.</summary>
    Event,

    /// <summary>Until every node has had its turn to spread the value once more.</summary>
    Round,

    /// <summary>Until the selected node (or n0) begins its next probe.</summary>
    Period,

    /// <summary>Until some node's value or belief changes.</summary>
    Belief,
}

/// <summary>How a run begins on the screen.</summary>
public sealed record LabStart
{
    /// <summary>Whether time runs from the beginning.</summary>
    public bool IsPlaying { get; init; } = true;

    /// <summary>How fast.</summary>
    public Pace Pace { get; init; } = Pace.Watchable;

    /// <summary>Whether time advances by steps only.</summary>
    public bool IsManual { get; init; }

    /// <summary>The moment to run to at once and stand at.</summary>
    public Instant? StandAt { get; init; }

    /// <summary>A node to draw attention to.</summary>
    public int? Cue { get; init; }
}
