using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Web.Labs;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace GossipLab.Web.Features.Faults;

/// <summary>The menu at the pointer: what can be done to the node under it, or to the cluster.</summary>
public sealed partial class NodeMenu
{
    private const string MenuPrefix = "menu-";

    private MudMenu? _menu;
    private NodeId? _node;

    [Parameter, EditorRequired]
    public FaultDesk Desk { get; set; } = null!; // Required of every user.

    [Parameter, EditorRequired]
    public LabView View { get; set; } = null!; // Required of every user.

    [Parameter]
    public EventCallback WallWanted { get; set; }

    private NodeCondition Condition => View.SelectedCondition ?? default;

    /// <summary>Opens it at a place of the window.</summary>
    /// <param name="node">The node, selected before; null for the cluster.</param>
    /// <param name="x">CSS pixels.</param>
    /// <param name="y">CSS pixels.</param>
    public async Task OpenAsync(NodeId? node, double x, double y)
    {
        _node = node;
        StateHasChanged();
        if (_menu is not null)
        {
            await _menu.CloseMenuAsync();
            await _menu.OpenMenuAsync(new MouseEventArgs { ClientX = x, ClientY = y, PageX = x, PageY = y });
        }
    }
}
