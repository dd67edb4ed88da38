using GossipLab.Core.Protocol;
using GossipLab.Web.Labs;
using GossipLab.Web.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace GossipLab.Web.Features.Stage;

/// <summary>
/// The drawing of a lab. The browser draws it from the lab's frames; this component puts it there, says who is selected
/// and hears what is pressed.
/// </summary>
public sealed partial class StageHost : IAsyncDisposable
{
    private const string SummaryId = "stage-summary";
    private const double ZoomFactor = 1.4;

    private ElementReference _frame;
    private ElementReference _root;
    private DotNetObjectReference<StageHost>? _self;
    private IJSObjectReference? _module;
    private IJSObjectReference? _stage;
    private NodeId? _selected;
    private IReadOnlyList<NodeId>? _marked;
    private bool _isUnavailable;

    [Parameter, EditorRequired]
    public Lab Lab { get; set; } = null!; // Required of every user.

    [Parameter, EditorRequired]
    public LabView View { get; set; } = null!; // Required of every user.

    /// <summary>Whether the visitor asked for no travel of marks, whatever the system prefers.</summary>
    [Parameter]
    public bool IsStill { get; set; }

    /// <summary>Nodes that are marked instead of the selected one, as those of one side of a wall to be.</summary>
    [Parameter]
    public IReadOnlyList<NodeId>? Marked { get; set; }

    [Parameter]
    public EventCallback<NodeId> NodeChosen { get; set; }

    [Parameter]
    public EventCallback GroundChosen { get; set; }

    [Parameter]
    public EventCallback<long> FlightChosen { get; set; }

    [Parameter]
    public EventCallback<MenuRequest> MenuWanted { get; set; }

    /// <summary>What stands over the stage.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [Inject]
    private IJSRuntime Js { get; set; } = null!; // Set by the framework before first use.

    public async ValueTask DisposeAsync()
    {
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

    /// <summary>A node was pressed on the stage.</summary>
    [JSInvokable]
    public Task NodePressed(int index) => NodeChosen.InvokeAsync(new NodeId(index));

    /// <summary>A message was pressed on the stage.</summary>
    [JSInvokable]
    public Task FlightPressed(long id) => FlightChosen.InvokeAsync(id);

    /// <summary>The empty ground was pressed.</summary>
    [JSInvokable]
    public Task GroundPressed() => GroundChosen.InvokeAsync();

    /// <summary>A menu is wanted at a place of the window, for a node or for the ground.</summary>
    [JSInvokable("MenuWanted")]
    public Task ForwardMenu(int? index, double x, double y) =>
        MenuWanted.InvokeAsync(new MenuRequest(index is { } node ? new NodeId(node) : null, x, y));

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await BeginAsync();
        }

        if (_stage is null)
        {
            return;
        }

        if (_selected != View.Selected?.Id || !ReferenceEquals(_marked, Marked))
        {
            (_selected, _marked) = (View.Selected?.Id, Marked);
            var shown = Marked ?? (_selected is { } node ? [node] : []);
            await _stage.InvokeVoidAsync("select", shown.Select(each => each.Index));
        }
    }

    private async Task BeginAsync()
    {
        _self = DotNetObjectReference.Create(this);
        var options = new { labId = Lab.Id, hub = LabHub.Route, isStill = IsStill };
        try
        {
            _module = await Js.InvokeAsync<IJSObjectReference>("import", "./js/lab/stage-host.mjs");
            _stage = await _module.InvokeAsync<IJSObjectReference>("create", _root, _frame, options, _self);
        }
        catch (JSException)
        {
            // No canvas, or no module: the lists and panels carry the run.
            _isUnavailable = true;
            StateHasChanged();
        }
    }

    private async Task FilterAsync(StageFilter? filter) => await CallAsync("setFilter", filter);

    private async Task FitAsync() => await CallAsync("fit");

    private async Task ZoomAsync(double factor) => await CallAsync("zoom", factor);

    private async Task CallAsync(string method, params object?[] arguments)
    {
        if (_stage is not null)
        {
            await _stage.InvokeVoidAsync(method, arguments);
        }
    }
}
