using System.Globalization;
using System.Text;
using GossipLab.Core.Primitives;
using GossipLab.Web.Labs;

namespace GossipLab.Web.Features.Tape;

/// <summary>A tape as a drawing of 1,000 by 40 units: a band, and three rows of ticks.</summary>
internal sealed record TapePlot
{
    public const int Width = 1000;
    public const int Height = 40;
    private const double LeastSeconds = 1;
    private const int TickTop = 2;
    private const int TickHeight = 8;

    /// <summary>The share of informed nodes, filled.</summary>
    public required string Band { get; init; }

    /// <summary>Where nodes were suspected.</summary>
    public required string Suspects { get; init; }

    /// <summary>Where nodes were believed dead.</summary>
    public required string Deaths { get; init; }

    /// <summary>Where nodes refuted.</summary>
    public required string Refutations { get; init; }

    /// <summary>Where rules were first broken.</summary>
    public string Breaks { get; init; } = "";

    /// <summary>The first moments of each, for those who do not see the drawing.</summary>
    public required IReadOnlyList<(TickKind Kind, Instant At)> Firsts { get; init; }

    /// <summary>The last moment drawn.</summary>
    public required Instant End { get; init; }

    /// <summary>Draws a tape.</summary>
    /// <param name="tape">The tape.</param>
    /// <param name="breaks">When rules were first broken in it.</param>
    public static TapePlot Of(TapeView tape, IEnumerable<Instant> breaks)
    {
        var broken = breaks.Order().ToArray();
        var end = EndOf(tape);
        var firsts = new List<(TickKind, Instant)>();
        var plot = new TapePlot
        {
            Breaks = string.Concat(broken.Select(at => $"M{X(at, end)} 1v{Height - 2}")),
            Band = BandOf(tape, end),
            Suspects = Ticks(tape, end, TickKind.Suspect, firsts),
            Deaths = Ticks(tape, end, TickKind.Dead, firsts),
            Refutations = Ticks(tape, end, TickKind.Refuted, firsts),
            Firsts = firsts,
            End = end,
        };
        if (broken is [var first, ..])
        {
            firsts.Add((TickKind.Broken, first));
        }

        return plot;
    }

    /// <summary>The last moment that a drawing of all lanes holds.</summary>
    public static Instant EndOf(TapeView tape)
    {
        var end = tape.Lanes.Aggregate(tape.Lane.Edge, (last, lane) => lane.Edge > last ? lane.Edge : last);
        return end.Seconds < LeastSeconds ? Instant.FromMilliseconds(LeastSeconds * 1000) : end;
    }

    /// <summary>The place of a moment from the left, 0 to 100.</summary>
    public static double Percent(Instant at, Instant end) =>
        Math.Clamp(100.0 * at.Microseconds / end.Microseconds, 0, 100);

    private static string BandOf(TapeView tape, Instant end)
    {
        var path = new StringBuilder("M0 40");
        foreach (var (stretch, start) in Placed(tape))
        {
            if (stretch.Informed >= 0)
            {
                var share = stretch.Running > 0 ? Math.Min(1.0, (double)stretch.Informed / stretch.Running) : 0;
                path.Append(CultureInfo.InvariantCulture, $"H{X(start, end)}V{Height - share * (Height - 12):0.#}");
            }
        }

        return path.Append(CultureInfo.InvariantCulture, $"H{X(tape.Lane.Edge, end)}V40Z").ToString();
    }

    private static string Ticks(TapeView tape, Instant end, TickKind kind, List<(TickKind, Instant)> firsts)
    {
        var path = new StringBuilder();
        foreach (var (stretch, _) in Placed(tape))
        {
            if (MomentOf(stretch, kind) is { } at)
            {
                if (path.Length == 0)
                {
                    firsts.Add((kind, at));
                }

                path.Append(CultureInfo.InvariantCulture, $"M{X(at, end)} {TickTop}v{TickHeight}");
            }
        }

        return path.ToString();
    }

    private static Instant? MomentOf(TapeStretch stretch, TickKind kind) => kind switch
    {
        TickKind.Suspect => stretch.Suspect,
        TickKind.Dead => stretch.Dead,
        _ => stretch.Refuted,
    };

    private static IEnumerable<(TapeStretch Stretch, Instant Start)> Placed(TapeView tape)
    {
        var start = Instant.Zero;
        foreach (var stretch in tape.Stretches)
        {
            yield return (stretch, start);
            start += tape.Width;
        }
    }

    private static string X(Instant at, Instant end) =>
        (Percent(at, end) * Width / 100).ToString("0.#", CultureInfo.InvariantCulture);
}

/// <summary>What a tick on the tape says.</summary>
internal enum TickKind
{
    /// <summary>A node was suspected.</summary>
    Suspect,

    /// <summary>A node was believed dead.</summary>
    Dead,

    /// <summary>A node refuted.</summary>
    Refuted,

    /// <summary>A rule was first broken.</summary>
    Broken,
}
