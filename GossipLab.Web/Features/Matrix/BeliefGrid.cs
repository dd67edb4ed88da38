using GossipLab.Core.Protocol;

namespace GossipLab.Web.Features.Matrix;

/// <summary>A cell: what a row's nodes believe of a column's nodes, or how their values compare.</summary>
/// <param name="Kind">What stands in it; where they differ, what the fewest believe.</param>
/// <param name="Incarnation">The incarnation behind the belief; null where it is not kept.</param>
/// <param name="IsMixed">Whether the nodes of the row or of the column differ among themselves.</param>
public readonly record struct GridCell(CellKind Kind, uint? Incarnation, bool IsMixed);

/// <summary>The nodes that one row or one column stands for.</summary>
/// <param name="Nodes">The nodes, in the order of their numbers.</param>
/// <param name="IsUp">Whether they run.</param>
/// <param name="IsRest">Whether they were put together for want of room and may differ.</param>
public sealed record GridLine(IReadOnlyList<NodeId> Nodes, bool IsUp, bool IsRest)
{
    /// <summary>The node that speaks for the others.</summary>
    public NodeId First => Nodes[0];
}

/// <summary>What all who have a view say of one subject, counted.</summary>
/// <param name="Column">Which column.</param>
/// <param name="Most">What the most believe, and how many they are.</param>
/// <param name="Fewer">What others believe, the fewest first, with one who does.</param>
public sealed record Dispute(int Column, (CellKind Kind, int Count) Most, IReadOnlyList<Minority> Fewer);

/// <summary>What few believe.</summary>
/// <param name="Kind">What they believe.</param>
/// <param name="Count">How many they are.</param>
/// <param name="One">One of them.</param>
public readonly record struct Minority(CellKind Kind, int Count, NodeId One);

/// <summary>
/// Who believes what of whom at one moment, in at most 64 rows and columns. Up to 64 nodes each has its own row. Of
/// larger clusters nodes with equal views share a row and nodes of whom all think alike share a column, so that
/// nothing is left out; only where even that is too much the last row and column hold the rest, and their cells show
/// what the fewest believe: no minority is ever hidden.
/// </summary>
public sealed class BeliefGrid
{
    /// <summary>The most rows, and the most columns.</summary>
    public const int MostLines = 64;

    private readonly GridCell[] _cells;

    internal BeliefGrid(IReadOnlyList<GridLine> rows, IReadOnlyList<GridLine> columns, GridCell[] cells)
    {
        (Rows, Columns, _cells) = (rows, columns, cells);
    }

    /// <summary>How many nodes there are.</summary>
    public int Nodes { get; internal init; }

    /// <summary>What nodes are compared by.</summary>
    public MatrixTopic Topic { get; internal init; }

    /// <summary>Who believes.</summary>
    public IReadOnlyList<GridLine> Rows { get; }

    /// <summary>Of whom.</summary>
    public IReadOnlyList<GridLine> Columns { get; }

    /// <summary>Whether each node has its own row and column.</summary>
    public bool IsWhole => Rows.Count == Nodes && Columns.Count == Nodes;

    /// <summary>How many nodes have a view.</summary>
    public int Observers { get; internal init; }

    /// <summary>How many different views they have.</summary>
    public int Views { get; internal init; }

    /// <summary>
    /// The disagreement index: the share of unordered pairs of running nodes whose views differ in any way; 0 where
    /// there are no two.
    /// </summary>
    public double Disagreement { get; internal init; }

    /// <summary>The subjects of whom not all think alike, the smallest minority first.</summary>
    public IReadOnlyList<Dispute> Disputes { get; internal init; } = [];

    /// <summary>A cell.</summary>
    public GridCell At(int row, int column) => _cells[row * Columns.Count + column];

    /// <summary>The cells of a row.</summary>
    public ReadOnlySpan<GridCell> Row(int row) => _cells.AsSpan(row * Columns.Count, Columns.Count);
}
