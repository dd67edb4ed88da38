using GossipLab.Web.Labs;
using GossipLab.Web.Parts;
using Microsoft.AspNetCore.Components;

namespace GossipLab.Web.Features.Faults;

/// <summary>Plans a wall: press nodes of one side on the stage, or name them here.</summary>
public sealed partial class WallBar
{
    private string? _typed;
    private string? _fault;

    [Parameter, EditorRequired]
    public FaultDesk Desk { get; set; } = null!; // Required of every user.

    [Parameter, EditorRequired]
    public LabView View { get; set; } = null!; // Required of every user.

    [Parameter, EditorRequired]
    public WallDraft Draft { get; set; } = null!; // Required of every user.

    [Parameter]
    public EventCallback<WallDraft> DraftChanged { get; set; }

    /// <summary>The wall stands, or nobody wants it any more.</summary>
    [Parameter]
    public EventCallback Closed { get; set; }

    private async Task TypedAsync(ChangeEventArgs change)
    {
        _typed = change.Value as string ?? "";
        if (NodeNames.TryReadList(_typed, View.Nodes, out var side, out _fault))
        {
            _typed = null;
            await DraftChanged.InvokeAsync(new WallDraft { Side = side });
        }
    }

    private Task HalfAsync()
    {
        _typed = _fault = null;
        return DraftChanged.InvokeAsync(WallDraft.Half(View.Nodes));
    }

    private async Task BuildAsync()
    {
        if (_fault is null && await Desk.PostAsync(Draft.ToCommand(View.Walls)))
        {
            await Closed.InvokeAsync();
        }
    }
}
