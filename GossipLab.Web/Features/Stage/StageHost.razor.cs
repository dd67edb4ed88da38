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
    private const double ZoomFactor = 1.4;

    private ElementReference _frame;
    private ElementReference _root;
    private StageBridge? _bridge;
    private bool _isDrawn;
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

    /// <summary>Whether there are no controls over the drawing, as on a slide.</summary>
    [Parameter]
    public bool IsBare { get; set; }

    /// <summary>What it is called, where there are two of them.</summary>
    [Parameter]
    public string Title { get; set; } = UiText.Stage.Region;

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

    private string SummaryId => $"stage-summary-{Lab.Id}";

    public ValueTask DisposeAsync() => _bridge?.DisposeAsync() ?? default;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await BeginAsync();
        }

        if (_bridge is null || !_isDrawn)
        {
            return;
        }

        if (_selected != View.Selected?.Id || !ReferenceEquals(_marked, Marked))
        {
            (_selected, _marked) = (View.Selected?.Id, Marked);
            var shown = Marked ?? (_selected is { } node ? [node] : []);
            await _bridge.SelectAsync(shown);
        }
    }

    private async Task BeginAsync()
    {
        _bridge = new StageBridge(new(
            node => NodeChosen.InvokeAsync(node), id => FlightChosen.InvokeAsync(id),
            () => GroundChosen.InvokeAsync(), wish => MenuWanted.InvokeAsync(wish)));
        _isDrawn = await _bridge.BeginAsync(Js, _root, _frame, new StageFeed(Lab.Id, LabHub.Route, IsStill));
        if (!_isDrawn)
        {
            _isUnavailable = true;
            StateHasChanged();
        }
    }

    private Task FilterAsync(StageFilter? filter) => _bridge?.FilterAsync(filter) ?? Task.CompletedTask;

    private Task FitAsync() => _bridge?.FitAsync() ?? Task.CompletedTask;

    private Task ZoomAsync(double factor) => _bridge?.ZoomAsync(factor) ?? Task.CompletedTask;
}
