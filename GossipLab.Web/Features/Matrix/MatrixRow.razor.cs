using System.Globalization;
using GossipLab.Core.Protocol;
using Microsoft.AspNetCore.Components;

namespace GossipLab.Web.Features.Matrix;

/// <summary>What one observer believes of all. It renders again only when that changed.</summary>
public sealed partial class MatrixRow
{
    private BeliefGrid? _shown;
    private int _shownIndex;
    private bool _shownLens;

    [Parameter, EditorRequired]
    public BeliefGrid Grid { get; set; } = null!; // Required of every user.

    [Parameter, EditorRequired]
    public int Index { get; set; }

    /// <summary>Whether the stage shows what this observer believes.</summary>
    [Parameter]
    public bool IsLens { get; set; }

    /// <summary>The observer was chosen.</summary>
    [Parameter]
    public EventCallback<NodeId> Chosen { get; set; }

    private GridLine Line => Grid.Rows[Index];

    protected override bool ShouldRender()
    {
        var isEqual = _shown is { } shown && _shownIndex == Index && _shownLens == IsLens
            && shown.Topic == Grid.Topic && IsEqual(shown.Rows[_shownIndex], Line)
            && shown.Row(_shownIndex).SequenceEqual(Grid.Row(Index))
            && shown.Columns.Zip(Grid.Columns).All(pair => IsEqual(pair.First, pair.Second));
        (_shown, _shownIndex, _shownLens) = (Grid, Index, IsLens);
        return !isEqual;
    }

    private static bool IsEqual(GridLine left, GridLine right) =>
        left.IsUp == right.IsUp && left.Nodes.Count == right.Nodes.Count && left.First == right.First
        && left.Nodes[^1] == right.Nodes[^1];

    private static string Own(GridCell cell) => cell.Incarnation?.ToString(CultureInfo.InvariantCulture) ?? "";
}
