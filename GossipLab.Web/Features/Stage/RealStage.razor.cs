using GossipLab.Core.Protocol;
using GossipLab.Web.Parts;
using GossipLab.Web.RealClusters;
using GossipLab.Web.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace GossipLab.Web.Features.Stage;

/// <summary>The drawing of a real cluster: the same canvas and frames as a lab's, in real time.</summary>
public sealed partial class RealStage : IAsyncDisposable
{
    private const string SummaryId = "stage-summary";
    private const double ZoomFactor = 1.4;

    private ElementReference _frame;
    private ElementReference _root;
    private StageBridge? _bridge;
    private NodeId? _selected;
    private bool _isDrawn;
    private bool _isUnavailable;

    [Parameter, EditorRequired]
    public string ClusterId { get; set; } = "";

    [Parameter, EditorRequired]
    public RealClusterView View { get; set; } = null!; // Required of every user.

    [Parameter]
    public EventCallback<NodeId> NodeChosen { get; set; }

    [Parameter]
    public EventCallback GroundChosen { get; set; }

    /// <summary>Other eyes are wanted; null for the truth.</summary>
    [Parameter]
    public EventCallback<NodeId?> LensChanged { get; set; }

    [Inject]
    private IJSRuntime Js { get; set; } = null!; // Set by the framework before first use.

    private NodeId? Observer => View.Selected?.Node.Id ?? View.Lens;

    private NodeId? Shown => View.Lens ?? View.Selected?.Node.Id;

    private IReadOnlyList<Choice<bool>> Lenses =>
    [
        new(false, UiText.Stage.Truth, TestIds.LensTruth) { Hint = UiText.Stage.TruthHint },
        new(true, Shown is { } node ? UiText.Stage.AsSeenByNode(node.ToString()) : UiText.Stage.AsSeenBy,
            TestIds.LensNode)
        {
            IsDisabled = Shown is null,
            Hint = Shown is { } seer ? UiText.Stage.AsSeenByNodeHint(seer.ToString()) : UiText.Stage.AsSeenByHint,
        },
    ];

    public ValueTask DisposeAsync() => _bridge?.DisposeAsync() ?? default;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await BeginAsync();
        }

        if (_bridge is not null && _isDrawn && _selected != View.Selected?.Node.Id)
        {
            _selected = View.Selected?.Node.Id;
            await _bridge.SelectAsync(_selected is { } node ? [node] : []);
        }
    }

    private async Task BeginAsync()
    {
        _bridge = new StageBridge(new(
            node => NodeChosen.InvokeAsync(node), _ => Task.CompletedTask, () => GroundChosen.InvokeAsync(),
            wish => wish.Node is { } node ? NodeChosen.InvokeAsync(node) : Task.CompletedTask));
        var feed = new StageFeed(ClusterId, RealClusterHub.Route, IsStill: false);
        _isDrawn = await _bridge.BeginAsync(Js, _root, _frame, feed);
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
