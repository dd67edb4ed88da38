using GossipLab.Core.Protocol;
using GossipLab.Web.Parts;
using GossipLab.Web.Words;

namespace GossipLab.Web.Features.Matrix;

/// <summary>The matrix as words and signs: a colour never speaks alone.</summary>
internal static class MatrixWords
{
    private const int MostNamed = 3;

    /// <summary>What can stand in a cell, in the order of the legend.</summary>
    public static IReadOnlyList<CellKind> Legend(MatrixTopic topic) => topic == MatrixTopic.Data
        ? [CellKind.Same, CellKind.Ahead, CellKind.Behind, CellKind.Tie, CellKind.Unknown]
        : [CellKind.Alive, CellKind.Suspect, CellKind.Dead, CellKind.Left, CellKind.Absent, CellKind.Unknown];

    /// <summary>In a word or two.</summary>
    public static string Of(CellKind kind) => kind switch
    {
        CellKind.Alive => UiText.Matrix.Alive,
        CellKind.Suspect => UiText.Matrix.Suspect,
        CellKind.Dead => UiText.Matrix.Dead,
        CellKind.Left => UiText.Matrix.Left,
        CellKind.Absent => UiText.Matrix.Absent,
        CellKind.Self => UiText.Matrix.Itself,
        CellKind.Same => UiText.Matrix.Same,
        CellKind.Ahead => UiText.Matrix.Ahead,
        CellKind.Behind => UiText.Matrix.Behind,
        CellKind.Tie => UiText.Matrix.Tie,
        _ => UiText.Matrix.Unknown,
    };

    /// <summary>As a sign.</summary>
    public static string SignOf(CellKind kind) => kind switch
    {
        CellKind.Alive => "✓",
        CellKind.Suspect => "?",
        CellKind.Dead => "✕",
        CellKind.Left => "↩",
        CellKind.Absent => "–",
        CellKind.Same => "=",
        CellKind.Ahead => "▲",
        CellKind.Behind => "▽",
        CellKind.Tie => "≠",
        _ => "",
    };

    /// <summary>As the style sheet and tests read it.</summary>
    public static string MarkOf(CellKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>Whom a line stands for, briefly, for example <c>n3</c> or <c>n9 … ×40</c>.</summary>
    public static string NameOf(GridLine line) => line.Nodes.Count switch
    {
        1 => line.First.ToString(),
        <= MostNamed => NodeNames.Write(line.Nodes),
        var count => UiText.Matrix.Many(line.First.ToString(), Numbers.Of(count)),
    };

    /// <summary>Whom a line stands for, in full.</summary>
    public static string FullNameOf(GridLine line) =>
        line.IsRest ? UiText.Matrix.Rest(NodeNames.Write(line.Nodes)) : NodeNames.Write(line.Nodes);

    /// <summary>What stands behind a cell.</summary>
    public static string Told(BeliefGrid grid, int row, int column)
    {
        var (cell, observer, subject) = (grid.At(row, column), grid.Rows[row], grid.Columns[column]);
        return (cell.Kind, cell.IsMixed) switch
        {
            (CellKind.Self, _) => UiText.Matrix.Self(NameOf(subject), cell.Incarnation?.ToString() ?? ""),
            (_, true) => UiText.Matrix.Mixed(NameOf(observer), NameOf(subject), Of(cell.Kind)),
            (CellKind.Unknown, _) => UiText.Matrix.CellUnknown(NameOf(observer), NameOf(subject)),
            _ when grid.Topic == MatrixTopic.Data =>
                UiText.Matrix.Compared(NameOf(observer), NameOf(subject), Of(cell.Kind)),
            _ when cell.Incarnation is { } incarnation =>
                UiText.Matrix.Cell(NameOf(observer), NameOf(subject), Of(cell.Kind), incarnation),
            _ => UiText.Matrix.CellOfMany(NameOf(observer), NameOf(subject), Of(cell.Kind)),
        };
    }

    /// <summary>A dispute in a sentence.</summary>
    public static string Of(BeliefGrid grid, Dispute dispute)
    {
        var subject = NameOf(grid.Columns[dispute.Column]);
        var few = dispute.Fewer[0];
        if (few.Count == 1 && dispute.Fewer.Count == 1)
        {
            return UiText.Matrix.Alone(few.One.ToString(), subject, Of(few.Kind), Of(dispute.Most.Kind));
        }

        var shares = string.Join(':', dispute.Fewer.Reverse().Select(one => Numbers.Of(one.Count))
            .Prepend(Numbers.Of(dispute.Most.Count)));
        return UiText.Matrix.Disputed(
            subject, shares, Of(dispute.Most.Kind), few.One.ToString(), Of(few.Kind));
    }

    /// <summary>How a column is divided, for its last line: <c>14:2</c>; empty where all agree.</summary>
    public static string SharesOf(BeliefGrid grid, int column) =>
        grid.Disputes.FirstOrDefault(dispute => dispute.Column == column) is { } dispute
            ? string.Join(':', dispute.Fewer.Reverse().Select(one => Numbers.Of(one.Count))
                .Prepend(Numbers.Of(dispute.Most.Count)))
            : "";
}
