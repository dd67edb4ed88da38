using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation.Causes;

/// <summary>
/// Why something is as it is: what made it so, what made that so, and on, back to what was done to the cluster. A graph
/// without circles, as causes come first. Every cause of a node was needed for it.
/// </summary>
public sealed record CauseGraph
{
    /// <summary>The most nodes: what is farther back is left out, and said to be.</summary>
    public const int MostNodes = 160;

    /// <summary>The most steps back.</summary>
    public const int MostDepth = 48;

    /// <summary>All nodes; the first is what was asked about, and causes are farther on.</summary>
    public required IReadOnlyList<CauseNode> Nodes { get; init; }

    /// <summary>What was asked about.</summary>
    public CauseNode Root => Nodes[0];

    /// <summary>Whether something is left out because the graph is as large as it may be.</summary>
    public bool IsCut { get; init; }

    /// <summary>Which nodes told it to which, the first teller first; empty where nobody told it.</summary>
    public IReadOnlyList<NodeId> Path { get; init; } = [];

    /// <summary>What was true at the moment of what was asked about; empty where it is about no member.</summary>
    public string Truth { get; init; } = "";

    /// <summary>Whether the belief was wrong at its moment; null where it is no belief.</summary>
    public bool? IsFalse { get; init; }

    /// <summary>What happened since that speaks against it, in sentences.</summary>
    public IReadOnlyList<string> Since { get; init; } = [];

    /// <summary>
    /// The same as a list: what was asked about, then its causes, each followed by its own. What stands in the list
    /// already is only named again.
    /// </summary>
    public IReadOnlyList<CauseLine> Lines()
    {
        var lines = new List<CauseLine>();
        var told = new HashSet<int>();
        Tell(Root, 0, lines, told);
        return lines;
    }

    private void Tell(CauseNode node, int depth, List<CauseLine> lines, HashSet<int> told)
    {
        var isNew = told.Add(node.Id);
        lines.Add(new CauseLine(depth, node, isNew));
        foreach (var cause in isNew ? node.Causes : [])
        {
            Tell(Nodes[cause], depth + 1, lines, told);
        }
    }
}

/// <summary>A line of the list.</summary>
/// <param name="Depth">How far it is indented; 0 for what was asked about.</param>
/// <param name="Node">What it is about.</param>
/// <param name="IsNew">Whether it has not been told before.</param>
public sealed record CauseLine(int Depth, CauseNode Node, bool IsNew);
