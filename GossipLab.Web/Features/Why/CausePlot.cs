using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation.Causes;

namespace GossipLab.Web.Features.Why;

/// <summary>A box of the drawn graph.</summary>
internal sealed record PlotBox(int Id, CauseForm Form, string Mark, string Title)
{
    /// <summary>What stands in it.</summary>
    public required IReadOnlyList<string> Lines { get; init; }

    /// <summary>How many steps it is from the right.</summary>
    public int Layer { get; set; }

    /// <summary>Its left edge.</summary>
    public double X { get; set; }

    /// <summary>Its upper edge.</summary>
    public double Y { get; set; }
}

/// <summary>A line from a cause to its effect, with who passed the news on.</summary>
internal sealed record PlotEdge(PlotBox Cause, PlotBox Effect, string Label);

/// <summary>
/// An answer as a drawing: what was asked about on the right, ground truth on the left. Nodes that only passed news on
/// become the label of a line, answers that did not come for one and the same reason become one box, and what was not
/// needed is left to the list.
/// </summary>
internal sealed class CausePlot
{
    /// <summary>The most boxes that are drawn until all are asked for.</summary>
    public const int FewBoxes = 9;

    /// <summary>The size of a box.</summary>
    public const double BoxWidth = 188, BoxHeight = 62;

    private const double ColumnWidth = 279, RowHeight = 78, Margin = 8;
    private const int LineLength = 26, MostLines = 3;

    private readonly CauseGraph _graph;
    private readonly Dictionary<int, PlotBox> _boxes = [];
    private readonly List<PlotEdge> _edges = [];
    private readonly int _most;

    private CausePlot(CauseGraph graph, int most) => (_graph, _most) = (graph, most);

    /// <summary>The boxes.</summary>
    public IReadOnlyCollection<PlotBox> Boxes => _boxes.Values;

    /// <summary>The lines.</summary>
    public IReadOnlyList<PlotEdge> Edges => _edges;

    /// <summary>How many boxes are left out.</summary>
    public int Hidden { get; private set; }

    /// <summary>The size of the drawing.</summary>
    public double Width { get; private set; }

    /// <summary>The size of the drawing.</summary>
    public double Height { get; private set; }

    /// <summary>Draws an answer.</summary>
    /// <param name="graph">The answer.</param>
    /// <param name="isWhole">Whether all boxes are drawn.</param>
    public static CausePlot Of(CauseGraph graph, bool isWhole)
    {
        var plot = new CausePlot(graph, isWhole ? int.MaxValue : FewBoxes);
        plot.Draw();
        return plot;
    }

    // Nearest first, so that what is left out is farthest; what was done is always drawn.
    private void Draw()
    {
        var open = new Queue<CauseNode>([_graph.Root]);
        BoxOf(_graph.Root, _graph.Root.Text);
        while (open.TryDequeue(out var node))
        {
            foreach (var step in PlotStep.From(_graph, node))
            {
                var isKnown = _boxes.ContainsKey(step.Cause.Id);
                if (!isKnown && _boxes.Count >= _most && step.Cause.Form != CauseForm.Command)
                {
                    Hidden++;
                    continue;
                }

                _edges.Add(new PlotEdge(BoxOf(step.Cause, step.Text), _boxes[node.Id], step.Label));
                if (!isKnown)
                {
                    open.Enqueue(step.Cause);
                }
            }
        }

        Place();
    }

    private PlotBox BoxOf(CauseNode node, string text)
    {
        if (!_boxes.TryGetValue(node.Id, out var box))
        {
            box = new PlotBox(node.Id, node.Form, MarkOf(node), text) { Lines = Wrap(text) };
            _boxes.Add(node.Id, box);
        }

        return box;
    }

    private void Place()
    {
        var root = _boxes[0];
        Deepen(root, 0);
        var last = _boxes.Values.Max(box => box.Layer);
        foreach (var box in _boxes.Values.Where(box => box.Form == CauseForm.Command))
        {
            box.Layer = last;
        }

        var rows = new int[last + 1];
        foreach (var box in _boxes.Values)
        {
            box.X = Margin + (last - box.Layer) * ColumnWidth;
            box.Y = Margin + rows[box.Layer]++ * RowHeight;
        }

        var most = rows.Max();
        foreach (var box in _boxes.Values)
        {
            box.Y += (most - rows[box.Layer]) * RowHeight / 2;
        }

        Width = 2 * Margin + last * ColumnWidth + BoxWidth;
        Height = 2 * Margin + most * RowHeight;
    }

    private void Deepen(PlotBox box, int layer)
    {
        if (layer < box.Layer)
        {
            return;
        }

        box.Layer = layer;
        foreach (var edge in _edges)
        {
            if (edge.Effect == box)
            {
                Deepen(edge.Cause, layer + 1);
            }
        }
    }

    private static string MarkOf(CauseNode node) => node.Form switch
    {
        CauseForm.Effect => node.Rule switch
        {
            Rule.DeadAccepted or Rule.SuspicionTimeout or Rule.HeartbeatMissed => "dead",
            Rule.SuspectAccepted or Rule.SuspectConfirmed => "suspect",
            Rule.AliveAccepted or Rule.AliveClearsSuspect or Rule.AliveRevives or Rule.SelfRefuted => "alive",
            _ => "effect",
        },
        CauseForm.Absence => "absence",
        CauseForm.Command => "command",
        _ => "effect",
    };

    private static List<string> Wrap(string text)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' '))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + word.Length >= LineLength)
            {
                if (lines.Count == MostLines)
                {
                    lines[^1] += "…";
                    return lines;
                }

                lines.Add("");
            }

            lines[^1] += lines[^1].Length > 0 ? $" {word}" : word;
        }

        return lines;
    }
}
