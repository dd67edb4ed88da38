using GossipLab.Core.Protocol;

namespace GossipLab.Web.Features.Matrix;

/// <summary>Makes a grid of what is known of a cluster.</summary>
internal static class GridBuilder
{
    private static readonly CellKind[] Opinions =
    [
        CellKind.Alive, CellKind.Suspect, CellKind.Dead, CellKind.Left, CellKind.Absent,
        CellKind.Same, CellKind.Ahead, CellKind.Behind, CellKind.Tie,
    ];

    /// <summary>The grid.</summary>
    /// <param name="source">What is known.</param>
    /// <param name="topic">What nodes are compared by.</param>
    /// <param name="order">In which order they stand.</param>
    public static BeliefGrid Build(IObservations source, MatrixTopic topic, MatrixOrder order)
    {
        var table = new Standpoints(source, topic);
        var isWhole = table.Nodes <= BeliefGrid.MostLines;
        var byView = Groups(table.Nodes, table.RowKeys);
        var rows = isWhole ? Singles(table.Nodes, order, byView) : byView;
        var columns = isWhole ? rows : Groups(table.Nodes, table.ColumnKeys);
        var rowLines = Lines(source, rows, order);
        var columnLines = Lines(source, columns, order);
        var views = byView.Where(group => table.HasView[group[0]]).ToList();
        return new BeliefGrid(rowLines, columnLines, Cells(source, table, rowLines, columnLines))
        {
            Nodes = table.Nodes,
            Topic = topic,
            Observers = views.Sum(group => group.Count),
            Views = views.Count,
            Disagreement = DisagreementOf(views.Select(group => group.Count)),
            Disputes = Disputes(table, columnLines),
        };
    }

    /// <summary>The share of pairs that differ, from the sizes of the groups that agree.</summary>
    public static double DisagreementOf(IEnumerable<int> sizes)
    {
        long all = 0;
        long agreeing = 0;
        foreach (var size in sizes)
        {
            all += size;
            agreeing += (long)size * (size - 1) / 2;
        }

        var pairs = all * (all - 1) / 2;
        return pairs == 0 ? 0 : (pairs - agreeing) / (double)pairs;
    }

    private static List<List<int>> Groups(int nodes, ulong[] keys)
    {
        var groups = new List<List<int>>();
        var places = new Dictionary<ulong, int>();
        for (var node = 0; node < nodes; node++)
        {
            if (!places.TryGetValue(keys[node], out var place))
            {
                places.Add(keys[node], place = groups.Count);
                groups.Add([]);
            }

            groups[place].Add(node);
        }

        return groups;
    }

    private static List<List<int>> Singles(int nodes, MatrixOrder order, List<List<int>> byView) =>
        [.. (order == MatrixOrder.Number ? Enumerable.Range(0, nodes) : BySize(byView).SelectMany(group => group))
            .Select(node => new List<int> { node })];

    // A stable sort: of two groups of one size the one with the first node comes first.
    private static IEnumerable<List<int>> BySize(List<List<int>> groups) =>
        groups.OrderByDescending(group => group.Count);

    private static List<GridLine> Lines(IObservations source, List<List<int>> groups, MatrixOrder order)
    {
        // What is rare keeps a line of its own; what is left over is put together last.
        var kept = groups.Count <= BeliefGrid.MostLines ? groups : Kept([.. groups.OrderBy(group => group.Count)]);
        var sorted = order == MatrixOrder.Number || groups.All(group => group.Count == 1)
            ? kept : [.. BySize(kept)];
        var lines = sorted.Select(group => Line(source, group, isRest: false)).ToList();
        if (kept.Count < groups.Count)
        {
            lines.Add(Line(source, [.. groups.Except(kept).SelectMany(group => group).Order()], isRest: true));
        }

        return lines;
    }

    private static List<List<int>> Kept(List<List<int>> bySize) =>
        [.. bySize.Take(BeliefGrid.MostLines / 2), .. bySize.TakeLast(BeliefGrid.MostLines / 2 - 1)];

    private static GridLine Line(IObservations source, List<int> group, bool isRest) =>
        new([.. group.Select(node => new NodeId(node))], group.Exists(source.IsUp), isRest);

    private static GridCell[] Cells(
        IObservations source, Standpoints table, List<GridLine> rows, List<GridLine> columns)
    {
        var cells = new GridCell[rows.Count * columns.Count];
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < columns.Count; column++)
            {
                cells[row * columns.Count + column] = Cell(source, table, rows[row], columns[column]);
            }
        }

        return cells;
    }

    // Of several beliefs in one cell the one that the fewest hold is shown. In a group all are equal but where a node
    // meets itself, so that two of a group are enough.
    private static GridCell Cell(IObservations source, Standpoints table, GridLine row, GridLine column)
    {
        var shown = table.At(row.First.Index, column.First.Index);
        if (row.Nodes.Count == 1 && column.Nodes.Count == 1)
        {
            return new GridCell(shown, source.Incarnation(row.First.Index, column.First.Index), IsMixed: false);
        }

        var isMixed = false;
        var fewest = int.MaxValue;
        shown = CellKind.Self;
        foreach (var observer in row.IsRest ? row.Nodes : row.Nodes.Take(2))
        {
            foreach (var subject in column.IsRest ? column.Nodes : column.Nodes.Take(2))
            {
                var kind = table.At(observer.Index, subject.Index);
                if (kind == CellKind.Self)
                {
                    continue;
                }

                isMixed |= shown != CellKind.Self && shown != kind;
                var count = kind == CellKind.Unknown ? int.MaxValue - 1 : table.Count(subject.Index, kind);
                (shown, fewest) = count < fewest ? (kind, count) : (shown, fewest);
            }
        }

        return new GridCell(shown, null, isMixed);
    }

    private static List<Dispute> Disputes(Standpoints table, List<GridLine> columns)
    {
        var disputes = new List<Dispute>();
        for (var column = 0; column < columns.Count; column++)
        {
            foreach (var subject in columns[column].IsRest ? columns[column].Nodes : [columns[column].First])
            {
                var opinions = Opinions.Select(kind => (Kind: kind, Count: table.Count(subject.Index, kind)))
                    .Where(opinion => opinion.Count > 0).OrderByDescending(opinion => opinion.Count).ToList();
                if (opinions.Count > 1)
                {
                    disputes.Add(new Dispute(column, opinions[0], [.. opinions.Skip(1).Reverse().Select(opinion =>
                        new Minority(opinion.Kind, opinion.Count, OneWho(table, subject.Index, opinion.Kind)))]));
                }
            }
        }

        return [.. disputes.OrderBy(dispute => dispute.Fewer[0].Count)];
    }

    private static NodeId OneWho(Standpoints table, int subject, CellKind kind)
    {
        var observer = 0;
        while (!table.HasView[observer] || table.At(observer, subject) != kind)
        {
            observer++;
        }

        return new NodeId(observer);
    }
}
