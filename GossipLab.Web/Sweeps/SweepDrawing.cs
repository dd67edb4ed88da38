using System.Globalization;
using System.Net;
using System.Text;
using GossipLab.Core.Experiments;
using GossipLab.Core.Simulation;
using GossipLab.Web.Words;

namespace GossipLab.Web.Sweeps;

/// <summary>
/// Draws a sweep as SVG, once for the page and once for a file: a line of medians in its band, or a heat map. Each
/// point is a link to its median run, so that it is reached by key as by pointer.
/// </summary>
/// <param name="picture">What is drawn.</param>
/// <param name="linkOf">The address of a run; null where it has none.</param>
/// <param name="budget">Bytes a second and node that should not be exceeded; null for no line.</param>
internal sealed class SweepDrawing(SweepPicture picture, Func<Scenario, string?> linkOf, double? budget)
{
    private const int Left = 64;
    private const int Right = 64;
    private const int Top = 16;
    private const int Wide = 800 - Left - Right;
    private const int High = 300;

    private readonly StringBuilder _text = new();
    private readonly SweepPlan _plan = picture.Plan;
    private readonly double _most = Most(picture.Bands.OfType<Band>()
        .SelectMany(band => new[] { band.NinetyFifth, band.Median, band.Fifth })
        .Concat(picture.Model.OfType<double>()));
    private readonly double _hottest = picture.Bands.OfType<Band>().Select(band => band.Median)
        .Where(median => double.IsFinite(median) && median > 0).DefaultIfEmpty(1).Max();
    private readonly double _mostBytes = Most([.. picture.Bytes, budget ?? 0]);

    /// <summary>The drawing as an element of a page.</summary>
    /// <param name="title">What it is called, for those who do not see it.</param>
    /// <param name="embedded">What a file carries along; null on a page.</param>
    public string Write(string title, string? embedded = null)
    {
        _text.Append(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 380" role="group" aria-label="{Safe(title)}"
             font-family="system-ui, sans-serif" font-size="13" fill="#1b232c">
            """);
        if (embedded is not null)
        {
            _text.Append($"<title>{Safe(title)}</title><metadata>{Safe(embedded)}</metadata>");
            _text.Append("<rect width=\"800\" height=\"380\" fill=\"#ffffff\"/>");
        }

        if (_plan.Y is null)
        {
            Line();
        }
        else
        {
            Heat(_plan.Y);
        }

        Word(Left + Wide / 2.0, Top + High + 52, "middle", UiText.Compare.Parameter(_plan.X.Parameter));
        return _text.Append("</svg>").ToString();
    }

    /// <summary>A figure in three digits, or the words for never.</summary>
    public static string Figure(double figure) => double.IsFinite(figure)
        ? figure.ToString(Math.Abs(figure) >= 1_000 ? "N0" : "0.###", CultureInfo.InvariantCulture)
        : UiText.Sweep.Never;

    private void Line()
    {
        for (var tick = 0; tick <= 4; tick++)
        {
            var height = Y(_most * tick / 4, _most);
            Path("grid", string.Create(CultureInfo.InvariantCulture, $"M{Left} {height:0.#}h{Wide}"), "#d8dee4");
            Word(Left - 8, height + 4, "end", Figure(_most * tick / 4));
            Word(Left + Wide + 8, height + 4, "start", Figure(_mostBytes * tick / 4));
        }

        var known = Enumerable.Range(0, _plan.Points).Where(point => picture.Bands[point] is not null).ToList();
        var upper = known.Select(point => At(point, picture.Bands[point]!.NinetyFifth, _most));
        var lower = known.Select(point => At(point, picture.Bands[point]!.Fifth, _most)).Reverse();
        if (known.Count > 0)
        {
            var bytes = known.Select(point => At(point, picture.Bytes[point], _mostBytes));
            var medians = known.Select(point => At(point, picture.Bands[point]!.Median, _most));
            _text.Append("<path class=\"area\" fill=\"#095dad\" fill-opacity=\".18\" ");
            _text.Append($"d=\"M{string.Join('L', upper.Concat(lower))}Z\"/>");
            Path("bytes", $"M{string.Join('L', bytes)}", "#964761", "5 4");
            Path("median", $"M{string.Join('L', medians)}", "#095dad");
        }

        var expected = picture.Model.Index().Where(model => model.Item is not null)
            .Select(model => At(model.Index, model.Item!.Value, _most)).ToList(); // None is null: asked before.
        if (expected.Count > 1)
        {
            Path("model", $"M{string.Join('L', expected)}", "#48535f", "7 5");
        }

        if (budget is { } limit)
        {
            var steps = string.Create(CultureInfo.InvariantCulture, $"M{Left} {Y(limit, _mostBytes):0.#}h{Wide}");
            Path("budget", steps, "#8e1c07", "2 3");
        }

        var every = (_plan.X.Values.Count + 11) / 12;
        for (var point = 0; point < _plan.Points; point++)
        {
            if (point % every == 0)
            {
                Word(X(point), Top + High + 22, "middle", $"{_plan.X.Values[point]}");
            }

            if (picture.Bands[point] is { } band)
            {
                Link(point, band, string.Create(CultureInfo.InvariantCulture,
                    $"<circle class=\"dot\" cx=\"{X(point):0.#}\" cy=\"{Y(band.Median, _most):0.#}\" r=\"6\"")
                    + " fill=\"#095dad\"/>");
            }
        }
    }

    private void Heat(SweepAxis second)
    {
        var (columns, rows) = (_plan.X.Values.Count, second.Values.Count);
        var (width, height) = ((double)Wide / columns, (double)High / rows);
        Word(0, Top - 4, "start", UiText.Compare.Parameter(second.Parameter));
        for (var point = 0; point < _plan.Points; point++)
        {
            var (row, column) = Math.DivRem(point, columns);
            var (x, y) = (Left + column * width, Top + (rows - 1 - row) * height);
            if (column == 0 && row % ((rows + 11) / 12) == 0)
            {
                Word(Left - 8, y + height / 2 + 4, "end", second.Values[row].ToString(CultureInfo.InvariantCulture));
            }

            if (row == 0 && column % ((columns + 11) / 12) == 0)
            {
                Word(x + width / 2, Top + High + 22, "middle",
                    _plan.X.Values[column].ToString(CultureInfo.InvariantCulture));
            }

            if (picture.Bands[point] is { } band)
            {
                Cell(point, band, (x, y), (width - 1, height - 1));
            }
        }
    }

    // Cells are pale up to the middle and dark beyond it, so that a word on them can be read on either.
    private void Cell(int point, Band band, (double X, double Y) corner, (double Wide, double High) size)
    {
        var share = double.IsFinite(band.Median) ? band.Median / _hottest : 1;
        var (shade, ink, side) = share > 0.5
            ? (0.75 + share / 4, "#ffffff", " on-dark") : (share / 2, "#1b232c", "");
        var mark = string.Create(CultureInfo.InvariantCulture,
            $"<rect class=\"cell\" x=\"{corner.X:0.#}\" y=\"{corner.Y:0.#}\" width=\"{size.Wide:0.#}\"")
            + string.Create(CultureInfo.InvariantCulture,
                $" height=\"{size.High:0.#}\" fill=\"#095dad\" fill-opacity=\"{shade:0.##}\"/>");
        var (middle, foot) = (corner.X + size.Wide / 2, corner.Y + size.High / 2 + 4);
        var word = size is not { Wide: > 44, High: > 18 } ? "" : string.Create(CultureInfo.InvariantCulture,
            $"<text class=\"cell-word{side}\" x=\"{middle:0.#}\" y=\"{foot:0.#}\" text-anchor=\"middle\"")
            + $" fill=\"{ink}\">{Safe(Figure(band.Median))}</text>";
        Link(point, band, mark + word);
    }

    private void Link(int point, Band band, string mark)
    {
        var label = UiText.Sweep.Point(
            _plan.NameOf(point), Figure(band.Median), Figure(band.Fifth), Figure(band.NinetyFifth), band.Runs);
        _text.Append(linkOf(_plan.ScenarioOf(point, band.MedianRun)) is { } link
            ? $"<a href=\"{Safe(link)}\" aria-label=\"{Safe(label)}\"><title>{Safe(label)}</title>{mark}</a>"
            : $"<g role=\"img\" aria-label=\"{Safe(label)}\"><title>{Safe(label)}</title>{mark}</g>");
    }

    private void Path(string name, string steps, string colour, string dashes = "none") => _text.Append(
        $"<path class=\"{name}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{(name == "grid" ? 1 : 2)}\"")
        .Append($" stroke-dasharray=\"{dashes}\" d=\"{steps}\"/>");

    private void Word(double x, double y, string anchor, string word) => _text.Append(
        CultureInfo.InvariantCulture,
        $"<text class=\"word\" x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\">{Safe(word)}</text>");

    private string At(int point, double figure, double most) =>
        string.Create(CultureInfo.InvariantCulture, $"{X(point):0.#} {Y(figure, most):0.#}");

    private double X(int point)
    {
        var values = _plan.X.Values;
        return values.Count == 1
            ? Left + Wide / 2.0 : Left + (double)Wide * (values[point] - values[0]) / (values[^1] - values[0]);
    }

    // What was not reached is drawn at the top.
    private static double Y(double figure, double most) =>
        Top + High - (double.IsFinite(figure) ? Math.Min(1, figure / most) * High : High);

    private static double Most(IEnumerable<double> figures)
    {
        // The least axis with four round steps that holds them all.
        var most = figures.Where(double.IsFinite).DefaultIfEmpty(0).Max();
        if (most <= 0)
        {
            return 1;
        }

        var unit = Math.Pow(10, Math.Floor(Math.Log10(most / 4)));
        return 4 * unit * new[] { 1, 2, 2.5, 5, 10 }.First(step => 4 * unit * step >= most * 0.999999);
    }

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
