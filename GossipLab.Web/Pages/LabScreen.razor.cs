using System.Globalization;
using GossipLab.Web.Features.Faults;
using GossipLab.Web.Features.Scenarios;
using GossipLab.Web.Features.Stage;
using GossipLab.Web.Labs;
using GossipLab.Web.Parts;
using GossipLab.Web.Words;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace GossipLab.Web.Pages;

/// <summary>The whole screen of a lab: it puts the features side by side and passes on what visitors want.</summary>
public sealed partial class LabScreen : IDisposable
{
    private static readonly Choice<LowerTab>[] LowerTabs =
    [
        new(LowerTab.Curve, UiText.Screen.Curve, TestIds.TabPrefix + "curve"),
        new(LowerTab.Traffic, UiText.Screen.Traffic, TestIds.TabPrefix + "traffic"),
        new(LowerTab.SpaceTime, UiText.SpaceTime.Tab, TestIds.TabPrefix + "space-time"),
    ];

    private Choice<Sheet>[] SheetTabs =>
    [
        new(Sheet.Curve, UiText.Screen.Curve, TestIds.SheetPrefix + "curve"),
        new(Sheet.Log, UiText.Screen.Log, TestIds.SheetPrefix + "log"),
        new(Sheet.Node, UiText.Screen.Node, TestIds.SheetPrefix + "node"),
        new(Sheet.More, Rail is null ? UiText.Screen.More : UiText.Lessons.Sheet, TestIds.SheetPrefix + "more"),
    ];

    private LabView _view = null!; // Taken from the lab before the first render.
    private Visit _visit = null!; // Made before the first render.
    private NodeMenu? _menu;
    private IDisposable? _subscription;

    [Parameter, EditorRequired]
    public Lab Lab { get; set; } = null!; // Required of every user.

    /// <summary>What it was opened by.</summary>
    [Parameter, EditorRequired]
    public LabLink Link { get; set; } = null!; // Required of every user.

    /// <summary>Words that stand instead of the run's captions.</summary>
    [Parameter]
    public Func<LabView, string?>? Script { get; set; }

    /// <summary>What stands in the place of the settings, as a lesson does.</summary>
    [Parameter]
    public RenderFragment? Rail { get; set; }

    /// <summary>Where the same is shown to an audience; null for this run in the lab.</summary>
    [Parameter]
    public string? PresentLink { get; set; }

    [Inject]
    private IDialogService Dialogs { get; set; } = null!; // Set by the framework before first use.

    [Inject]
    private ISnackbar Snackbar { get; set; } = null!; // Set by the framework before first use.

    [Inject]
    private NavigationManager Navigation { get; set; } = null!; // Set by the framework before first use.

    private IReadOnlyList<Choice<RightTab>> RightTabs =>
    [
        new(RightTab.Node, UiText.Screen.Node, TestIds.TabPrefix + "node"),
        new(RightTab.Log, UiText.Screen.Log, TestIds.TabPrefix + "log"),
        new(RightTab.Messages, UiText.Screen.Messages, TestIds.TabPrefix + "messages")
        {
            Count = _view.Status == LabStatus.Live ? null : _view.InFlight.Count,
        },
        new(RightTab.Matrix, UiText.Real.Matrix, TestIds.TabPrefix + "matrix"),
        new(RightTab.Rules, UiText.Rules.Title, TestIds.TabPrefix + "rules")
        {
            Count = _view.Rules.Count(rule => rule.IsBrokenAt(_view.Now)) is var broken and > 0 ? broken : null,
        },
    ];

    private string PresentAddress =>
        PresentLink ?? LabLinkWriter.Open(Link with { Scenario = _visit.Script }, Lab.Id, PageRoutes.Present);

    private string? Words => Script?.Invoke(_view);

    public void Dispose()
    {
        _subscription?.Dispose();
        _visit.Band.Dispose();
    }

    protected override void OnInitialized()
    {
        _view = Lab.View;
        _visit = new Visit(Lab, Link, Dialogs, Snackbar, Navigation);
        if (Rail is not null)
        {
            _visit.Show(_visit.Layout.Showing(Sheet.More));
        }

        _subscription = Lab.Subscribe(() => _ = InvokeAsync(Refresh));
    }

    private static string Invariant(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);

    private void Refresh()
    {
        _view = Lab.View;
        StateHasChanged();
    }

    private async Task OpenMenuAsync(MenuRequest wish)
    {
        await _visit.PrepareMenuAsync(wish);
        Refresh();
        await (_menu?.OpenAsync(wish.Node, wish.X, wish.Y, wish.Flight) ?? Task.CompletedTask);
    }
}
