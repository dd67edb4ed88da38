using System.Buffers;
using System.Globalization;
using System.Text;

namespace GossipLab.Core.Experiments.Configuration;

/// <summary>Durations as Go reads and writes them: <c>500ms</c>, <c>1m30s</c>.</summary>
public static class GoDuration
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.");

    private static readonly (string Unit, decimal Nanoseconds)[] Units =
    [
        ("ns", 1), ("us", 1e3m), ("µs", 1e3m), ("ms", 1e6m), ("s", 1e9m), ("m", 60e9m), ("h", 3600e9m),
    ];

    /// <summary>Reads one, as Go's time.ParseDuration does.</summary>
    /// <param name="text">For example <c>1.5s</c>; only 0 needs no unit.</param>
    /// <param name="span">The duration, to a tenth of a microsecond.</param>
    /// <returns>Whether the text is a duration of at most 1,000 days.</returns>
    public static bool TryParse(string text, out TimeSpan span)
    {
        ArgumentNullException.ThrowIfNull(text);
        span = TimeSpan.Zero;
        var rest = text.AsSpan();
        if (rest.Length is 0 or > 40)
        {
            return false;
        }

        var sum = 0m;
        while (rest.Length > 0 && !(rest is "0" && rest.Length == text.Length))
        {
            // Without a letter there is no unit.
            var digits = rest.IndexOfAnyExcept(Digits);
            if (digits <= 0 || !decimal.TryParse(
                rest[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                return false;
            }

            rest = rest[digits..];
            var letters = rest.IndexOfAny(Digits);
            var unit = (letters < 0 ? rest : rest[..letters]).ToString();
            var factor = Array.Find(Units, known => known.Unit == unit).Nanoseconds;
            if (factor == 0 || number > 1e15m || (sum += number * factor) > 1000m * 24 * 3600e9m)
            {
                return false;
            }

            rest = rest[unit.Length..];
        }

        span = TimeSpan.FromTicks((long)(sum / 100));
        return true;
    }

    /// <summary>Writes one, as short as Go reads it.</summary>
    /// <param name="span">0 or more.</param>
    public static string Write(TimeSpan span)
    {
        if (span < TimeSpan.FromSeconds(1))
        {
            return Number(span.TotalMilliseconds) + "ms";
        }

        var text = new StringBuilder();
        if (span >= TimeSpan.FromHours(1))
        {
            text.Append(CultureInfo.InvariantCulture, $"{(long)span.TotalHours}h");
        }

        if (span.Minutes > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{span.Minutes}m");
        }

        var seconds = (span - TimeSpan.FromMinutes((long)span.TotalMinutes)).TotalSeconds;
        return seconds > 0 || text.Length == 0 ? text + Number(seconds) + "s" : text.ToString();
    }

    private static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
