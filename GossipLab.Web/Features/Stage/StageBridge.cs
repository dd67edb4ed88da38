using GossipLab.Core.Protocol;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace GossipLab.Web.Features.Stage;

/// <summary>
/// Joins a drawing in the browser to the component around it: frames come from a hub, presses go to the component.
/// </summary>
internal sealed class StageBridge(StageBridge.Presses presses) : IAsyncDisposable
{
    private const string Module = "./js/lab/stage-host.mjs";

    private DotNetObjectReference<StageBridge>? _self;
    private IJSObjectReference? _module;
    private IJSObjectReference? _stage;
    private bool _isGone;

    /// <summary>Puts the drawing in its place.</summary>
    /// <returns>Whether the browser can draw; where not, lists and panels carry the run.</returns>
    public async Task<bool> BeginAsync(IJSRuntime js, ElementReference root, ElementReference frame, StageFeed feed)
    {
        _self = DotNetObjectReference.Create(this);
        try
        {
            _module = await js.InvokeAsync<IJSObjectReference>("import", Module);
            if (_isGone)
            {
                return false; // The visitor went on to another page meanwhile.
            }

            _stage = await _module.InvokeAsync<IJSObjectReference>("create", root, frame, feed, _self);
            return true;
        }
        catch (JSException)
        {
            return false;
        }
    }

    /// <summary>Marks nodes as selected.</summary>
    public Task SelectAsync(IEnumerable<NodeId> nodes) => CallAsync("select", nodes.Select(each => each.Index));

    /// <summary>Keeps some marks bright and fades the rest.</summary>
    public Task FilterAsync(StageFilter? filter) => CallAsync("setFilter", filter);

    /// <summary>Shows everything.</summary>
    public Task FitAsync() => CallAsync("fit");

    /// <summary>Goes closer or further away.</summary>
    public Task ZoomAsync(double factor) => CallAsync("zoom", factor);

    /// <summary>A node was pressed on the stage.</summary>
    [JSInvokable]
    public Task NodePressed(int index) => presses.Node(new NodeId(index));

    /// <summary>A message was pressed on the stage.</summary>
    [JSInvokable]
    public Task FlightPressed(long id) => presses.Flight(id);

    /// <summary>The empty ground was pressed.</summary>
    [JSInvokable]
    public Task GroundPressed() => presses.Ground();

    /// <summary>A menu is wanted at a place of the window, for a node or for the ground.</summary>
    [JSInvokable("MenuWanted")]
    public Task ForwardMenu(int? index, double x, double y) =>
        presses.Menu(new MenuRequest(index is { } node ? new NodeId(node) : null, x, y));

    /// <summary>A menu is wanted for a message.</summary>
    [JSInvokable("FlightMenuWanted")]
    public Task ForwardFlightMenu(long flight, double x, double y) =>
        presses.Menu(new MenuRequest(null, x, y) { Flight = flight });

    public async ValueTask DisposeAsync()
    {
        _isGone = true;
        try
        {
            if (_stage is not null)
            {
                await _stage.InvokeVoidAsync("dispose");
                await _stage.DisposeAsync();
            }

            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and the stage with it.
        }

        _self?.Dispose();
    }

    private async Task CallAsync(string method, params object?[] arguments)
    {
        if (_stage is not null)
        {
            await _stage.InvokeVoidAsync(method, arguments);
        }
    }

    /// <summary>What is done when something is pressed.</summary>
    internal sealed record Presses(
        Func<NodeId, Task> Node, Func<long, Task> Flight, Func<Task> Ground, Func<MenuRequest, Task> Menu);
}

/// <summary>Where the frames of a drawing come from, and how it moves.</summary>
/// <param name="LabId">Which lab or cluster of the hub.</param>
/// <param name="Hub">The address of the hub.</param>
/// <param name="IsStill">Whether the visitor asked for no travel of marks, whatever the system prefers.</param>
internal sealed record StageFeed(string LabId, string Hub, bool IsStill);
