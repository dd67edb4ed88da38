using GossipLab.Core.Simulation.Causes;

namespace GossipLab.Web.Features.Why;

/// <summary>A line of an answer, with what is merely explained beside it.</summary>
/// <param name="Depth">How far it is indented: one more where several things were needed at once.</param>
/// <param name="Node">What it is about.</param>
/// <param name="Details">Chance, settings and the passing of time.</param>
/// <param name="Needs">How many causes follow that were all needed; 0 or 1 says nothing.</param>
internal sealed record OutlineLine(int Depth, CauseNode Node, IReadOnlyList<string> Details, int Needs);

/// <summary>
/// An answer as a list: the chain of what led to it runs down without indentation, and where several things were needed
/// each of them begins a chain of its own.
/// </summary>
internal static class CauseOutline
{
    /// <summary>The deepest indentation.</summary>
    public const int MostDepth = 6;

    /// <summary>The lines, what was asked about first.</summary>
    public static IReadOnlyList<OutlineLine> Of(CauseGraph graph)
    {
        var lines = new List<OutlineLine>();
        Add(graph, graph.Root, 0, lines, []);
        return lines;
    }

    private static void Add(CauseGraph graph, CauseNode node, int depth, List<OutlineLine> lines, HashSet<int> told)
    {
        told.Add(node.Id);
        var causes = node.Causes.Select(place => graph.Nodes[place]).ToArray();
        var steps = causes.Where(cause => !IsDetail(cause) && !told.Contains(cause.Id)).ToArray();
        var details = causes.Where(IsDetail).Select(cause => cause.Text)
            .Where(text => !node.Text.Contains(text, StringComparison.Ordinal)).ToArray();
        lines.Add(new OutlineLine(depth, node, details, steps.Length));
        var next = Math.Min(steps.Length > 1 ? depth + 1 : depth, MostDepth);
        foreach (var step in steps)
        {
            if (!told.Contains(step.Id))
            {
                Add(graph, step, next, lines, told);
            }
        }
    }

    private static bool IsDetail(CauseNode node) =>
        node.Form is CauseForm.Timer or CauseForm.Setting or CauseForm.Chance or CauseForm.Start or CauseForm.Truth;
}
