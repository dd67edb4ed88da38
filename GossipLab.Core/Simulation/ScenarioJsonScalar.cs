using System.Globalization;
using System.Text.Json;
using GossipLab.Core.Primitives;

namespace GossipLab.Core.Simulation;

/// <summary>
/// The single values of a scenario file: numbers, words, spans and chances, exact in both directions. Reading gives
/// null for an element that is not such a value.
/// </summary>
internal static class ScenarioJsonScalar
{
    /// <summary>The largest whole number that survives a reader that has only doubles.</summary>
    public const long LargestSafeNumber = (1L << 53) - 1;

    private const decimal TicksPerMs = TimeSpan.TicksPerMillisecond;
    private const decimal LargestMs = 900_000_000_000_000m;
    private const int LongestQuote = 40;

    /// <summary>A text; half a surrogate pair, which JSON can escape and no text can hold, is not one.</summary>
    public static string? Text(JsonElement element)
    {
        try
        {
            return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>True or false.</summary>
    public static bool? Flag(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>A whole number of 32 bits.</summary>
    public static int? Count(JsonElement element) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var count) ? count : null;

    /// <summary>A whole number of 64 bits, also as a text.</summary>
    public static long? Whole(JsonElement element) =>
        long.TryParse(Digits(element), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number : null;

    /// <summary>A whole number of 64 bits without a sign, also as a text.</summary>
    public static ulong? Unsigned(JsonElement element) =>
        ulong.TryParse(Digits(element), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : null;

    /// <summary>A duration in milliseconds, exact to the tick.</summary>
    public static TimeSpan? Span(JsonElement element) =>
        Milliseconds(element) * TicksPerMs is { } ticks && ticks == decimal.Truncate(ticks)
            ? TimeSpan.FromTicks((long)ticks) : null;

    /// <summary>A moment in milliseconds, exact to the microsecond.</summary>
    public static Instant? Moment(JsonElement element) =>
        Milliseconds(element) * 1000m is { } micros && micros == decimal.Truncate(micros)
            ? new Instant((long)micros) : null;

    /// <summary>A chance: 0 to 1 with at most 6 decimals, or a fraction such as <c>"1/3"</c>.</summary>
    public static Ratio? Chance(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Number)
        {
            var isOne = element.TryGetDecimal(out var share) && share is >= 0m and <= 1m
                && share * 1_000_000m == decimal.Truncate(share * 1_000_000m);
            return isOne ? Ratio.FromDecimal(share) : null;
        }

        var parts = (Text(element) ?? "").Split('/');
        return parts.Length == 2
            && uint.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var numerator)
            && uint.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var denominator)
            && denominator > 0 && numerator <= denominator ? new Ratio(numerator, denominator) : null;
    }

    /// <summary>A member of an enumeration by its word.</summary>
    public static T? Member<T>(JsonElement element)
        where T : struct, Enum
    {
        var text = Text(element);
        foreach (var value in Enum.GetValues<T>())
        {
            if (Word(value.ToString()) == text)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>The words of an enumeration, as a fault lists them.</summary>
    public static string Words<T>()
        where T : struct, Enum => string.Join(", ", Enum.GetNames<T>().Select(Word));

    /// <summary>A name of the code as the file writes it, for example <c>highest-writer</c>.</summary>
    public static string Word(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);

    /// <summary>What stands there instead, short enough for a sentence.</summary>
    public static string Quote(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        _ => Shorten(element.GetRawText()),
    };

    /// <summary>A text cut to a length that fits a sentence.</summary>
    public static string Shorten(string text) => text.Length <= LongestQuote ? text : text[..LongestQuote] + "...";

    /// <summary>Milliseconds as the file writes them.</summary>
    public static decimal MillisecondsOf(TimeSpan span) => Trim(span.Ticks / TicksPerMs);

    /// <summary>Milliseconds as the file writes them.</summary>
    public static decimal MillisecondsOf(Instant moment) => Trim(moment.Microseconds / 1000m);

    /// <summary>A chance as a decimal number, or null where only a fraction is exact.</summary>
    public static decimal? DecimalOf(Ratio chance) =>
        1_000_000 % chance.Denominator == 0 ? Trim((decimal)chance.Numerator / chance.Denominator) : null;

    // Dividing by one with all its decimals takes the zeros off the end.
    private static decimal Trim(decimal number) => number / 1.0000000000000000000000000000m;

    private static decimal? Milliseconds(JsonElement element) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetDecimal(out var number)
        && number is >= -LargestMs and <= LargestMs ? number : null;

    private static string? Digits(JsonElement element) =>
        element.ValueKind == JsonValueKind.Number ? element.GetRawText() : Text(element);
}
