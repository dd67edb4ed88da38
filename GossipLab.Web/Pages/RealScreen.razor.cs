using GossipLab.Core.Protocol;
using GossipLab.Web.Features.Faults;
using GossipLab.Web.Features.Keyboard;
using GossipLab.Web.Parts;
using GossipLab.Web.RealClusters;
using GossipLab.Web.Words;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace GossipLab.Web.Pages;

/// <summary>
/// The whole screen of a real cluster: it puts the features side by side and passes on what visitors want.
/// </summary>
public sealed partial class RealScreen : IDisposable
{
    private static readonly Choice<RealTab>[] RightTabs =
    [
        new(RealTab.Node, UiText.Screen.Node, TestIds.TabPrefix + "node"),
        new(RealTab.Matrix, UiText.Real.Matrix, TestIds.TabPrefix + "matrix"),
        new(RealTab.Log, UiText.Screen.Log, TestIds.TabPrefix + "log"),
    ];

    private static readonly Choice<Sheet>[] SheetTabs =
    [
        new(Sheet.Curve, UiText.Screen.Curve, TestIds.SheetPrefix + "curve"),
        new(Sheet.Log, UiText.Screen.Log, TestIds.SheetPrefix + "log"),
        new(Sheet.Node, UiText.Real.Nodes, TestIds.SheetPrefix + "node"),
        new(Sheet.More, UiText.Screen.More, TestIds.SheetPrefix + "more"),
    ];

    private RealClusterView _view = null!; // Taken from the cluster before the first render.
    private RealDesk _desk = null!; // Made before the first render.
    private RealLayout _layout = new();
    private IDisposable? _subscription;

    [Parameter, EditorRequired]
    public RealCluster Cluster { get; set; } = null!; // Required of every user.

    /// <summary>The cluster is to be stopped.</summary>
    [Parameter]
    public EventCallback Stopped { get; set; }

    [Inject]
    private IDialogService Dialogs { get; set; } = null!; // Set by the framework before first use.

    [Inject]
    private ISnackbar Snackbar { get; set; } = null!; // Set by the framework before first use.

    private string Quiet => Cluster.Options.Kind == NodeKind.Watched ? UiText.Attach.Quiet : UiText.Real.Quiet;

    public void Dispose() => _subscription?.Dispose();

    protected override void OnInitialized()
    {
        _view = Cluster.View;
        _desk = new RealDesk(Cluster, Dialogs, Snackbar);
        _subscription = Cluster.Subscribe(() => _ = InvokeAsync(Refresh));
    }

    private void Refresh()
    {
        _view = Cluster.View;
        StateHasChanged();
    }

    private void Fold(ScreenLayout frame) => _layout = _layout with { Frame = frame };

    private async Task ChooseAsync(NodeId node)
    {
        await Cluster.SelectAsync(node);
        _layout = _layout.Showing(RealTab.Node);
    }

    private async Task LookAsync(NodeId? observer) => await Cluster.SetLensAsync(observer);

    private Task PressAsync(KeyPress press)
    {
        var node = press.Node ?? _view.Selected?.Node.Id;
        return press.Act switch
        {
            KeyAct.Escape => Cluster.SelectAsync(null).AsTask(),
            KeyAct.Heal => _desk.HealAsync(),
            KeyAct.NodeTab => Show(RealTab.Node),
            KeyAct.LogTab => Show(RealTab.Log),
            KeyAct.MatrixTab => Show(RealTab.Matrix),
            KeyAct.SetValue => node is { } place ? _desk.DoAsync(NodeActKind.SetValue, place) : _desk.SetValueAsync(),
            KeyAct.Lens => LookAsync(_view.Lens is null ? node : null),
            KeyAct.KillOrRestart when node is { } chosen => _desk.KillOrRestartAsync(chosen, keepsDisk: true),
            KeyAct.KillOrRestartEmpty when node is { } chosen => _desk.KillOrRestartAsync(chosen, keepsDisk: false),
            KeyAct.PauseOrResume when node is { } chosen => _desk.PauseOrResumeAsync(chosen),
            _ => Task.CompletedTask,
        };
    }

    private Task Show(RealTab tab)
    {
        _layout = _layout.Showing(tab);
        return Task.CompletedTask;
    }
}
