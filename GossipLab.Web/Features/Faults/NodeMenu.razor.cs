using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Web.Labs;
using GossipLab.Web.Parts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using MudBlazor;

namespace GossipLab.Web.Features.Faults;

/// <summary>The menu at the pointer: what can be done to the node under it, or to the cluster.</summary>
public sealed partial class NodeMenu : IAsyncDisposable
{
    private const string MenuPrefix = "menu-";
    private const string ListName = "node-menu";

    private MudMenu? _menu;
    private NodeId? _node;
    private long? _flight;
    private IJSObjectReference? _focus;

    [Parameter, EditorRequired]
    public FaultDesk Desk { get; set; } = null!; // Required of every user.

    [Parameter, EditorRequired]
    public LabView View { get; set; } = null!; // Required of every user.

    [Parameter]
    public EventCallback WallWanted { get; set; }

    [Inject]
    private IJSRuntime Js { get; set; } = null!; // Set by the framework before first use.

    private NodeCondition Condition => View.SelectedCondition ?? default;

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_focus is not null)
            {
                await _focus.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and the module with it.
        }
    }

    /// <summary>Opens it at a place of the window.</summary>
    /// <param name="node">The node, selected before; null for the cluster.</param>
    /// <param name="x">CSS pixels.</param>
    /// <param name="y">CSS pixels.</param>
    /// <param name="flight">The message, taken in hand before; null for a node or the cluster.</param>
    public async Task OpenAsync(NodeId? node, double x, double y, long? flight = null)
    {
        (_node, _flight) = (node, flight);
        StateHasChanged();
        if (_menu is null)
        {
            return;
        }

        await _menu.CloseMenuAsync();
        await _menu.OpenMenuAsync(new MouseEventArgs { ClientX = x, ClientY = y, PageX = x, PageY = y });
        _focus ??= await Js.InvokeAsync<IJSObjectReference>("import", BrowserFocus.Module);
        await _focus.InvokeVoidAsync("enter", $".{ListName} [role=menuitem]");
    }

    private async Task FollowAsync(bool isOpen)
    {
        if (!isOpen && _focus is not null)
        {
            await _focus.InvokeVoidAsync("leave");
        }
    }
}
