using System.Globalization;
using System.Net;
using System.Text;
using GossipLab.Core.Experiments.Tuning;
using GossipLab.Web.Tuning;
using GossipLab.Web.Words;

namespace GossipLab.Web.Features.Tune;

/// <summary>
/// Draws settings as SVG: how late a crash is known, against how often a healthy node is believed dead, on a
/// logarithmic axis. The shape says the verdict, the size the bytes. Each mark is a link to its median run.
/// </summary>
/// <param name="picture">What is drawn.</param>
/// <param name="linkOf">The address of a run.</param>
internal sealed class TradeOffDrawing(TuningPicture picture, Func<TuningFinding, int, string> linkOf)
{
    private const int Left = 72;
    private const int Top = 30;
    private const int Wide = 700;
    private const int High = 300;

    private readonly StringBuilder _text = new();
    private readonly List<TuningFinding> _drawn =
        [.. picture.Ranked.Where(finding => double.IsFinite(finding.Detection.NinetyFifth)).Reverse()];

    private double _most = 1;
    private (int Low, int High) _decades = (0, 1);

    /// <summary>The drawing as an element of a page.</summary>
    public string Write()
    {
        var limits = picture.Plan.Limits;
        _most = RoundUp(_drawn.Select(finding => finding.Detection.NinetyFifth)
            .Append(limits.DetectWithin?.TotalSeconds ?? 0).Append(1).Max());
        var rates = _drawn.Select(finding => finding.FalseDeathsPerDay)
            .SelectMany(rate => new[] { rate.High, rate.Low })
            .Append(limits.FalseDeathsPerDay ?? 0).Where(rate => rate > 0).DefaultIfEmpty(1).ToList();
        _decades = ((int)Math.Floor(Math.Log10(rates.Min())), (int)Math.Floor(Math.Log10(rates.Max())) + 1);
        _text.Append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 800 390\" role=\"group\" ")
            .Append(CultureInfo.InvariantCulture, $"aria-label=\"{Safe(UiText.Tune.TradeOff)}\" font-size=\"13\">");
        Axes();
        Limit(limits.DetectWithin is { } within ? $"M{N(X(within.TotalSeconds))} {Top}V{Top + High}" : null);
        Limit(limits.FalseDeathsPerDay is { } deaths ? $"M{Left} {N(Y(deaths))}H{Left + Wide}" : null);
        foreach (var finding in _drawn)
        {
            Mark(finding);
        }

        return _text.Append("</svg>").ToString();
    }

    private void Axes()
    {
        for (var decade = _decades.Low; decade <= _decades.High; decade++)
        {
            var height = Y(Math.Pow(10, decade));
            _text.Append($"<path class=\"grid\" d=\"M{Left} {N(height)}H{Left + Wide}\"/>");
            Word(Left - 8, height + 4, "end", Math.Pow(10, decade).ToString("#,0.####", CultureInfo.InvariantCulture));
        }

        for (var tick = 0; tick <= 4; tick++)
        {
            var seconds = _most * tick / 4;
            Word(X(seconds), Top + High + 20, "middle", TuneSentences.Seconds(seconds));
        }

        Word(Left, Top - 12, "start", UiText.Tune.DeathAxis);
        Word(Left + Wide / 2.0, Top + High + 44, "middle", UiText.Tune.DetectAxis);
    }

    // The least axis with four round steps that holds the figure.
    private static double RoundUp(double figure)
    {
        var unit = Math.Pow(10, Math.Floor(Math.Log10(figure / 4)));
        return 4 * unit * new[] { 1, 2, 2.5, 5, 10 }.First(step => 4 * unit * step >= figure * 0.999999);
    }

    private void Limit(string? path)
    {
        if (path is not null)
        {
            _text.Append($"<path class=\"limit\" d=\"{path}\"/>");
        }
    }

    private void Mark(TuningFinding finding)
    {
        var (rate, isNone) = (finding.FalseDeathsPerDay, finding.FalseDeaths == 0);
        var (x, y) = (X(finding.Detection.NinetyFifth), Y(isNone ? rate.High : rate.Value));
        var size = Math.Clamp(3 + Math.Sqrt(finding.Bytes.Value) / 6, 4, 14);
        var verdict = finding.Verdict.ToString().ToLowerInvariant();
        var name = finding == picture.Best ? UiText.Tune.BestName(finding)
            : finding.Candidate.Index == 0 ? UiText.Tune.Yours : null;
        var label = Safe((name is null ? "" : name + ", ") + UiText.Tune.Point(finding, TuneSentences.Rate(finding)));
        var bar = isNone
            ? $"M{N(x)} {N(y)}V{N(Math.Min(Top + High, y + 26))}m-4 -6l4 6l4 -6"
            : $"M{N(x)} {N(Y(Math.Max(rate.Low, Math.Pow(10, _decades.Low))))}V{N(Y(rate.High))}";
        var ring = finding == picture.Best
            ? $"<circle class=\"best\" cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"{N(size + 5)}\"/>" : "";
        _text.Append($"<a href=\"{Safe(linkOf(finding, finding.Detection.MedianRun))}\" aria-label=\"{label}\">")
            .Append($"<title>{label}</title><path class=\"bar {verdict}\" d=\"{bar}\"/>")
            .Append($"<path class=\"dot {verdict}\" d=\"{Shape(finding.Verdict, x, y, size)}\"/>{ring}");
        if (name is not null)
        {
            Word(x + size + 8, y - 6, "start", name);
        }

        _text.Append("</a>");
    }

    // A disc, a diamond or a cross: the verdict is told without colour, too.
    private static string Shape(TuningVerdict verdict, double x, double y, double size) => verdict switch
    {
        TuningVerdict.Holds => $"M{N(x - size)} {N(y)}a{N(size)} {N(size)} 0 1 0 {N(2 * size)} 0"
            + $"a{N(size)} {N(size)} 0 1 0 {N(-2 * size)} 0Z",
        TuningVerdict.Open => $"M{N(x)} {N(y - size)}l{N(size)} {N(size)}l{N(-size)} {N(size)}l{N(-size)} {N(-size)}Z",
        _ => $"M{N(x - size)} {N(y - size)}l{N(2 * size)} {N(2 * size)}m0 {N(-2 * size)}l{N(-2 * size)} {N(2 * size)}",
    };

    private void Word(double x, double y, string anchor, string word) => _text.Append(
        $"<text class=\"word\" x=\"{N(x)}\" y=\"{N(y)}\" text-anchor=\"{anchor}\">{Safe(word)}</text>");

    private double X(double seconds) => Left + Wide * Math.Min(1, seconds / _most);

    private double Y(double rate)
    {
        var share = (Math.Log10(rate) - _decades.Low) / (_decades.High - _decades.Low);
        return Top + High * (1 - Math.Clamp(share, 0, 1));
    }

    private static string N(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
