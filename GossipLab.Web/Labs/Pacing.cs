using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Web.Labs;

/// <summary>
/// How much virtual time passes in a piece of wall time. Pure: it maps clocks and never touches a run.
/// </summary>
public sealed class Pacing
{
    /// <summary>How long a watchable flight takes on the screen.</summary>
    public static readonly TimeSpan WatchableFlight = TimeSpan.FromMilliseconds(900);

    private const double QuietStart = 2;
    private const double QuietLimit = 64;
    private double _quietSpeed = QuietStart;

    /// <summary>Whether a watchable pace slows down for messages of a kind.</summary>
    public static bool IsWatched(MessageKind kind) =>
        kind <= MessageKind.ExchangeReply || kind == MessageKind.PingRequest;

    /// <summary>Seconds of virtual time in a second of wall time, now.</summary>
    /// <param name="pace">The pace asked for.</param>
    /// <param name="flights">How long each watched message in the air takes in all.</param>
    public double SpeedFor(Pace pace, List<TimeSpan> flights)
    {
        if (pace.Kind != PaceKind.Watchable)
        {
            return pace.Speed;
        }

        if (flights.Count == 0)
        {
            // Quiet: each tick twice as fast as the one before, so that any gap is crossed in about 0.3 s.
            _quietSpeed = Math.Min(_quietSpeed * 2, QuietLimit);
            return _quietSpeed;
        }

        _quietSpeed = QuietStart;
        flights.Sort();
        return Math.Min(flights[flights.Count / 2] / WatchableFlight, 1);
    }

    /// <summary>A speed that makes the median of some flights watchable, as a fixed one.</summary>
    public static TimeSpan Advance(TimeSpan wall, double speed) =>
        TimeSpan.FromMicroseconds(Math.Max(1, Math.Round(wall.TotalMicroseconds * speed)));

    /// <summary>
    /// The end of the round after a moment: every node has ticked once more, and its messages had their time.
    /// </summary>
    /// <param name="now">The moment.</param>
    /// <param name="interval">The interval of the ticks.</param>
    /// <param name="inLockStep">Whether all nodes tick at once.</param>
    public static Instant EndOfRound(Instant now, TimeSpan interval, bool inLockStep)
    {
        if (!inLockStep)
        {
            return now + interval;
        }

        var micros = interval.Ticks / TimeSpan.TicksPerMicrosecond;
        var nextTick = (now.Microseconds / micros + 1) * micros;
        return new Instant(nextTick + micros - 1);
    }

    /// <summary>Where the round that ends now, or runs now, began.</summary>
    public static Instant EndOfRoundBefore(Instant now, TimeSpan interval, bool inLockStep)
    {
        var micros = interval.Ticks / TimeSpan.TicksPerMicrosecond;
        var before = inLockStep ? now.Microseconds / micros * micros - 1 : now.Microseconds - micros;
        return new Instant(inLockStep && before < micros ? 0 : Math.Max(0, before));
    }
}
