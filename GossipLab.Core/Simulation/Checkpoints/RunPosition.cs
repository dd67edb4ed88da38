using GossipLab.Core.Primitives;

namespace GossipLab.Core.Simulation.Checkpoints;

/// <summary>
/// A place in a run: so many inputs handled, and the moment the cluster stands at. Places of one lane are in one order.
/// </summary>
/// <param name="Step">How many inputs were handled since the start; 0 there.</param>
/// <param name="At">The moment it stands at.</param>
public readonly record struct RunPosition(long Step, Instant At) : IComparable<RunPosition>
{
    /// <summary>The start: nothing handled, time zero.</summary>
    public static RunPosition Start => default;

    /// <inheritdoc/>
    public int CompareTo(RunPosition other) =>
        Step != other.Step ? Step.CompareTo(other.Step) : At.CompareTo(other.At);

    /// <summary>Whether a place is before another.</summary>
    public static bool operator <(RunPosition left, RunPosition right) => left.CompareTo(right) < 0;

    /// <summary>Whether a place is after another.</summary>
    public static bool operator >(RunPosition left, RunPosition right) => left.CompareTo(right) > 0;

    /// <summary>Whether a place is not after another.</summary>
    public static bool operator <=(RunPosition left, RunPosition right) => left.CompareTo(right) <= 0;

    /// <summary>Whether a place is not before another.</summary>
    public static bool operator >=(RunPosition left, RunPosition right) => left.CompareTo(right) >= 0;
}
