using System.Globalization;
using System.Text;
using GossipLab.Core.Primitives;
using GossipLab.Web.RealClusters;
using GossipLab.Web.RealClusters.Shadows;

namespace GossipLab.Web.Features.Curve;

/// <summary>
/// Reality beside the simulated band, as a drawing of 1,000 by 100 units; time begins with what is counted.
/// </summary>
internal sealed record BandPlot
{
    public const int Width = 1000;
    public const int Height = 100;
    private const int Intervals = 5;
    private const double Longest = 120;

    /// <summary>The band from p5 to p95, or empty.</summary>
    public required string Band { get; init; }

    /// <summary>The simulated median, or empty.</summary>
    public required string Middle { get; init; }

    /// <summary>The real line, in steps, or empty.</summary>
    public required string Line { get; init; }

    /// <summary>Those parts of time in which reality is outside the band.</summary>
    public required IReadOnlyList<(string X, string Width)> Outside { get; init; }

    /// <summary>The last second on the time axis.</summary>
    public required double LastSecond { get; init; }

    /// <summary>The most on the other axis.</summary>
    public required int Most { get; init; }

    /// <summary>The seconds written on the time axis, evenly apart.</summary>
    public IReadOnlyList<string> Ticks => [.. Enumerable.Range(0, Intervals + 1).Select(index =>
        (LastSecond * index / Intervals).ToString("0.###", CultureInfo.InvariantCulture))];

    /// <summary>Draws a curve.</summary>
    /// <param name="curve">What was counted, and its band.</param>
    /// <param name="now">Up to when reality is known.</param>
    /// <param name="nodes">How many there are to count.</param>
    public static BandPlot Of(ShadowedCurve curve, Instant now, int nodes)
    {
        var bandEnd = curve.Band is { Points: [.., var end] } ? end.After.TotalSeconds : 0;
        var realEnd = curve.Start is { } start ? LastChange(curve, start, now) : 0;
        var last = CurvePlot.NiceEnd(Math.Min(Longest, Math.Max(Math.Max(bandEnd, realEnd), 0.2)));
        var scale = new Scale(last, Math.Max(1, nodes));
        return new BandPlot
        {
            Band = curve.Band is { } band ? BandOf(band, scale) : "",
            Middle = curve.Band is { } shadow ? Steps(shadow.Points.Select(
                point => (point.After.TotalSeconds, point.Middle)), scale) : "",
            Line = curve.Start is { } begin ? LineOf(curve, begin, now, scale) : "",
            Outside = [.. (curve.Comparison?.Departures ?? []).Select(one => (
                scale.X(one.From.TotalSeconds),
                Short(Math.Max(3, (one.To - one.From).TotalSeconds / last * Width))))],
            LastSecond = last,
            Most = scale.Most,
        };
    }

    // Reality stands still once all know it: the axis shows how it came to that, and a little more.
    private static double LastChange(ShadowedCurve curve, Instant start, Instant now)
    {
        var changed = curve.Points.Count < 2 ? start : curve.Points[^2].At;
        return Math.Min((now - start).TotalSeconds, Math.Max(0, (changed - start).TotalSeconds) * 1.25 + 0.2);
    }

    private static string LineOf(ShadowedCurve curve, Instant start, Instant now, Scale scale)
    {
        var before = curve.Points.LastOrDefault(point => point.At <= start);
        var points = curve.Points.Where(point => point.At > start)
            .Select(point => ((point.At - start).TotalSeconds, point.Informed));
        var end = Math.Min((now - start).TotalSeconds, scale.Last);
        var line = Steps(points.Prepend((0.0, before.Informed)).Where(point => point.Item1 <= scale.Last), scale);
        return $"{line}H{scale.X(end)}";
    }

    private static string BandOf(ShadowBand band, Scale scale) => BandPath.Of(
        [.. band.Points.Select(point => (point.After.TotalSeconds, point.Low, point.High))], scale.X, scale.Y);

    private static string Steps(IEnumerable<(double Second, int Count)> points, Scale scale)
    {
        var path = new StringBuilder();
        foreach (var (second, count) in points)
        {
            var move = path.Length == 0
                ? $"M{scale.X(second)} {scale.Y(count)}" : $"H{scale.X(second)}V{scale.Y(count)}";
            path.Append(move);
        }

        return path.ToString();
    }

    private static string Short(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private readonly record struct Scale(double Last, int Most)
    {
        public string X(double seconds) => Short(seconds / Last * Width);

        public string Y(int count) => Short(Height - (double)count / Most * Height);
    }
}
