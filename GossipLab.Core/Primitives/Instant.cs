namespace GossipLab.Core.Primitives;

/// <summary>
/// A moment of a run, in whole microseconds since its start. Virtual in the simulator, real in a process; the protocol
/// cannot tell. Range: 0 to about 292,000 years; arithmetic beyond it throws <see cref="OverflowException"/>.
/// </summary>
/// <param name="Microseconds">Microseconds since the start of the run.</param>
public readonly record struct Instant(long Microseconds) : IComparable<Instant>
{
    /// <summary>The start of the run.</summary>
    public static readonly Instant Zero = new(0);

    /// <summary>The last moment that can be named; no event is ever due there.</summary>
    public static readonly Instant Max = new(long.MaxValue);

    /// <summary>The moment that many milliseconds after the start.</summary>
    /// <param name="milliseconds">Milliseconds; fractions are kept to the microsecond.</param>
    public static Instant FromMilliseconds(double milliseconds) => new(checked((long)Math.Round(milliseconds * 1000)));

    /// <summary>Milliseconds since the start, for display.</summary>
    public double Milliseconds => Microseconds / 1000.0;

    /// <summary>Seconds since the start, for display.</summary>
    public double Seconds => Microseconds / 1_000_000.0;

    /// <summary>The moment a span later; spans are cut to whole microseconds.</summary>
    public static Instant operator +(Instant moment, TimeSpan span) =>
        new(checked(moment.Microseconds + span.Ticks / TimeSpan.TicksPerMicrosecond));

    /// <summary>The moment a span earlier; spans are cut to whole microseconds.</summary>
    public static Instant operator -(Instant moment, TimeSpan span) =>
        new(checked(moment.Microseconds - span.Ticks / TimeSpan.TicksPerMicrosecond));

    /// <summary>The span from one moment to another; negative when the left one is earlier.</summary>
    public static TimeSpan operator -(Instant left, Instant right) =>
        new(checked((left.Microseconds - right.Microseconds) * TimeSpan.TicksPerMicrosecond));

    /// <summary>Whether the left moment is earlier.</summary>
    public static bool operator <(Instant left, Instant right) => left.Microseconds < right.Microseconds;

    /// <summary>Whether the left moment is later.</summary>
    public static bool operator >(Instant left, Instant right) => left.Microseconds > right.Microseconds;

    /// <summary>Whether the left moment is not later.</summary>
    public static bool operator <=(Instant left, Instant right) => left.Microseconds <= right.Microseconds;

    /// <summary>Whether the left moment is not earlier.</summary>
    public static bool operator >=(Instant left, Instant right) => left.Microseconds >= right.Microseconds;

    /// <inheritdoc/>
    public int CompareTo(Instant other) => Microseconds.CompareTo(other.Microseconds);

    /// <summary>The moment as seconds with three decimals, for example <c>4.200 s</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Seconds:0.000} s");
}
