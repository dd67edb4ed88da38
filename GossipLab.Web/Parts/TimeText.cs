using System.Globalization;
using GossipLab.Core.Primitives;

namespace GossipLab.Web.Parts;

/// <summary>Moments and spans of the protocol as people read them.</summary>
internal static class TimeText
{
    /// <summary>
    /// A moment to the millisecond, for example <c>4.200 s</c>, or <c>12:04.200</c> from a minute on.
    /// </summary>
    public static string Of(Instant moment)
    {
        if (moment.Seconds < 60)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{moment.Seconds:0.000} s");
        }

        var minutes = (long)(moment.Seconds / 60);
        return string.Create(CultureInfo.InvariantCulture, $"{minutes}:{moment.Seconds - 60 * minutes:00.000}");
    }

    /// <summary>A span in the unit a person would use, for example <c>12 ms</c> or <c>6.4 s</c>.</summary>
    public static string Of(TimeSpan span) => span.TotalSeconds switch
    {
        < 0.001 => string.Create(CultureInfo.InvariantCulture, $"{span.TotalMicroseconds:0} µs"),
        < 1 => string.Create(CultureInfo.InvariantCulture, $"{span.TotalMilliseconds:0.#} ms"),
        < 120 => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.#} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{span.TotalMinutes:0.#} min"),
    };

    /// <summary>How long ago.</summary>
    public static string Ago(Instant moment, Instant now) => moment >= now ? "now" : $"{Of(now - moment)} ago";
}
