using System.Globalization;
using System.Text;
using GossipLab.Core.Experiments;
using GossipLab.Core.Experiments.Models;
using GossipLab.Core.Primitives;
using GossipLab.Web.Labs;

namespace GossipLab.Web.Features.Curve;

/// <summary>The curve as a drawing of 1,000 by 100 units, with its axes.</summary>
internal sealed record CurvePlot
{
    public const int Width = 1000;
    public const int Height = 100;
    private const int Intervals = 5;
    private static readonly double[] NiceSteps = [1, 2, 2.5, 5, 10];

    /// <summary>The measured line, in steps.</summary>
    public required string Line { get; init; }

    /// <summary>The area below it.</summary>
    public required string Area { get; init; }

    /// <summary>The model's line, or empty.</summary>
    public required string Model { get; init; }

    /// <summary>The disagreement of views, from none at the bottom to all pairs at the top; or empty.</summary>
    public required string Disagreement { get; init; }

    /// <summary>The band of runs with other dice, or empty.</summary>
    public required string Band { get; init; }

    /// <summary>Their median, or empty.</summary>
    public required string Middle { get; init; }

    /// <summary>The last second on the time axis.</summary>
    public required double LastSecond { get; init; }

    /// <summary>The most nodes on the other axis.</summary>
    public required int Nodes { get; init; }

    /// <summary>The seconds written on the time axis, evenly apart.</summary>
    public IReadOnlyList<string> Ticks
    {
        get
        {
            var ticks = new string[Intervals + 1];
            for (var index = 0; index < ticks.Length; index++)
            {
                ticks[index] = (LastSecond * index / Intervals).ToString("0.###", CultureInfo.InvariantCulture);
            }

            return ticks;
        }
    }

    /// <summary>Draws a view.</summary>
    /// <param name="view">What was measured.</param>
    /// <param name="band">How it goes with other dice, or null.</param>
    public static CurvePlot Of(LabView view, SpreadBand? band = null)
    {
        var start = StartOfSpread(view.Curve);
        var model = ModelOf(view, start);
        var interval = view.Scenario.Node.Dissemination.Interval.TotalSeconds;
        var modelEnd = model is [.., var end] ? end.Second : 0;
        var last = NiceEnd(new[] { view.Now.Seconds, modelEnd, interval * Intervals, EndOf(band) }.Max());
        var nodes = Math.Max(view.Nodes, 1);
        var line = Steps(view, last, nodes);
        return new CurvePlot
        {
            Line = line,
            Area = line.Length == 0 ? "" : $"{line}V{Height}H0Z",
            Model = ModelLine(model, last, nodes),
            Disagreement = DisagreementLine(view, last),
            Band = band is null ? "" : BandPath.Of(
                [.. band.Points.Select(point => (point.At.Seconds, point.Low, point.High))],
                second => X(second, last), count => Y(count, nodes)),
            Middle = band is null ? "" : MiddleLine(band, last, nodes),
            LastSecond = last,
            Nodes = nodes,
        };
    }

    /// <summary>When the value that spreads now was first held; null when none was set.</summary>
    /// <param name="curve">The informed nodes over time.</param>
    public static Instant? StartOfSpread(IReadOnlyList<CurvePoint> curve)
    {
        Instant? start = null;
        var before = 0;
        foreach (var point in curve)
        {
            var isNewValue = point.Informed > 0 && (before == 0 || (point.Informed < before && point.Informed == 1));
            start = isNewValue ? point.At : point.Informed == 0 ? null : start;
            before = point.Informed;
        }

        return start;
    }

    /// <summary>The least of 1, 2, 2.5 and 5 times a power of ten that is not less.</summary>
    public static double NiceEnd(double seconds)
    {
        var least = Math.Max(seconds, 0.001);
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        foreach (var step in NiceSteps)
        {
            if (step * power >= least * 0.999999)
            {
                return Math.Round(step * power, 6);
            }
        }

        return 10 * power;
    }

    private static IReadOnlyList<ModelPoint> ModelOf(LabView view, Instant? start)
    {
        var options = view.Scenario.Node.Dissemination;
        return start is { } set && MeanField.Covers(options)
            ? MeanField.Curve(
                Math.Max(view.Running, 1), options, (view.Loss, MeanField.MeanSeconds(view.Latency)), set.Seconds)
            : [];
    }

    private static string Steps(LabView view, double last, int nodes)
    {
        if (view.Curve.Count == 0)
        {
            return "";
        }

        var path = new StringBuilder();
        path.Append(CultureInfo.InvariantCulture,
            $"M{X(view.Curve[0].At.Seconds, last)} {Y(view.Curve[0].Informed, nodes)}");
        foreach (var point in view.Curve.Skip(1))
        {
            path.Append(CultureInfo.InvariantCulture, $"H{X(point.At.Seconds, last)}V{Y(point.Informed, nodes)}");
        }

        return path.Append(CultureInfo.InvariantCulture, $"H{X(view.Now.Seconds, last)}").ToString();
    }

    // Where nobody ever differed there is no line: it would only hide the axis.
    private static string DisagreementLine(LabView view, double last)
    {
        var path = new StringBuilder();
        foreach (var point in view.Disagreement.Any(point => point.Share > 0) ? view.Disagreement : [])
        {
            var (x, y) = (X(point.At.Seconds, last), Y(point.Share, 1));
            path.Append(path.Length == 0 ? $"M{x} {y}" : $"H{x}V{y}");
        }

        return path.ToString();
    }

    private static string ModelLine(IReadOnlyList<ModelPoint> model, double last, int nodes)
    {
        var path = new StringBuilder();
        foreach (var point in model)
        {
            var letter = path.Length == 0 ? 'M' : 'L';
            path.Append(CultureInfo.InvariantCulture, $"{letter}{X(point.Second, last)} {Y(point.Informed, nodes)}");
        }

        return path.ToString();
    }

    // Where nine tenths of the runs are as they end: the slowest few may take many times as long.
    private static double EndOf(SpreadBand? band)
    {
        var place = (band?.Points.Count ?? 0) - 1;
        while (place > 0 && SameAs(band!.Points[place - 1], band.Points[^1]))
        {
            place--;
        }

        return place > 0 ? band!.Points[place].At.Seconds : 0;
    }

    private static bool SameAs(SpreadBandPoint one, SpreadBandPoint other) =>
        (one.Low, one.Middle, one.High) == (other.Low, other.Middle, other.High);

    private static string MiddleLine(SpreadBand band, double last, int nodes)
    {
        var path = new StringBuilder($"M0 {Y(band.Points[0].Middle, nodes)}");
        for (var index = 1; index < band.Points.Count; index++)
        {
            if (band.Points[index].Middle != band.Points[index - 1].Middle)
            {
                path.Append(CultureInfo.InvariantCulture,
                    $"H{X(band.Points[index].At.Seconds, last)}V{Y(band.Points[index].Middle, nodes)}");
            }
        }

        return path.Append(CultureInfo.InvariantCulture, $"H{X(band.Points[^1].At.Seconds, last)}").ToString();
    }

    private static string X(double seconds, double last) => Short(Math.Min(seconds / last, 2) * Width);

    private static string Y(double informed, int nodes) => Short(Height - informed / nodes * Height);

    private static string Short(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
