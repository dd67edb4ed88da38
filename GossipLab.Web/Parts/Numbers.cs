using System.Globalization;

namespace GossipLab.Web.Parts;

/// <summary>Numbers as people read them, the same for everybody.</summary>
internal static class Numbers
{
    /// <summary>A count with thousands apart, for example <c>4,312</c>.</summary>
    public static string Of(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A size, for example <c>1.4 KB</c>.</summary>
    public static string Bytes(long bytes) => bytes switch
    {
        < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.0} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB"),
    };

    /// <summary>A share from 0 to 1 as <c>62 %</c>.</summary>
    public static string Percent(double share) =>
        string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.#} %");

    /// <summary>A share of a whole, for example <c>62 %</c>; nothing of nothing is a dash.</summary>
    public static string Share(long part, long whole) => whole == 0
        ? "–" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / whole:0.#} %");
}
