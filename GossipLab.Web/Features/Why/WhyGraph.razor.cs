using System.Globalization;
using System.Net;
using System.Text;
using GossipLab.Core.Simulation.Causes;
using GossipLab.Web.Words;
using Microsoft.AspNetCore.Components;

namespace GossipLab.Web.Features.Why;

/// <summary>The answer drawn: causes on the left, what was asked about on the right. The list says the same.</summary>
public sealed partial class WhyGraph
{
    private const double LabelLift = 6;


    /// <summary>The answer.</summary>
    [Parameter, EditorRequired]
    public CauseGraph Graph { get; set; } = null!; // Required of every user.

    private bool IsWhole { get; set; }

    private CausePlot Plot => CausePlot.Of(Graph, IsWhole);

    private static string N(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    private static string PathOf(PlotEdge edge)
    {
        var (x1, y1, x2, y2) = Ends(edge);
        var middle = (x1 + x2) / 2;
        return $"M{N(x1)} {N(y1)}C{N(middle)} {N(y1)} {N(middle)} {N(y2)} {N(x2)} {N(y2)}";
    }

    private static string HeadOf(PlotEdge edge)
    {
        var (_, _, x, y) = Ends(edge);
        return $"M{N(x)} {N(y)}l-8 -4v8z";
    }

    // Written as text: Razor takes a lower-case text element for its own.
    private static string LabelOf(PlotEdge edge)
    {
        var (x1, y1, x2, y2) = Ends(edge);
        var (x, y) = (N((x1 + x2) / 2), (y1 + y2) / 2);
        return $"""<text class="label" x="{x}" y="{N(y - LabelLift)}" text-anchor="middle">{UiText.Why.ToldBy}</text>"""
            + $"""<text class="label" x="{x}" y="{N(y + 2 * LabelLift)}" text-anchor="middle">"""
            + $"{WebUtility.HtmlEncode(edge.Label)}</text>";
    }

    private static string LinesOf(PlotBox box)
    {
        var text = new StringBuilder();
        var top = box.Y + CausePlot.BoxHeight / 2 - (box.Lines.Count - 1) * 8 + 4;
        for (var line = 0; line < box.Lines.Count; line++)
        {
            text.Append($"""<text x="{N(box.X + 10)}" y="{N(top + line * 16)}">""")
                .Append(WebUtility.HtmlEncode(box.Lines[line])).Append("</text>");
        }

        return text.ToString();
    }

    private static (double X1, double Y1, double X2, double Y2) Ends(PlotEdge edge) => (
        edge.Cause.X + CausePlot.BoxWidth, edge.Cause.Y + CausePlot.BoxHeight / 2,
        edge.Effect.X, edge.Effect.Y + CausePlot.BoxHeight / 2);
}
