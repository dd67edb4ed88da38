using GossipLab.Core.Primitives;
using GossipLab.Web.Parts;
using GossipLab.Web.RealClusters;
using GossipLab.Web.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace GossipLab.Web.Features.Curve;

/// <summary>What a real cluster did, and what the same cluster does when it is simulated.</summary>
public sealed partial class BandPanel : IAsyncDisposable
{
    private BandPlot _plot = null!; // Drawn before the first render.
    private (Instant? Set, Instant? Died) _news;
    private bool _isDeath;
    private bool _isTable;
    private bool _wasTable;
    private ElementReference _drawing;
    private ElementReference _readout;
    private IJSObjectReference? _module;
    private IJSObjectReference? _pointer;

    [Parameter, EditorRequired]
    public RealClusterView View { get; set; } = null!; // Required of every user.

    [Inject]
    private IJSRuntime Js { get; set; } = null!; // Set by the framework before first use.

    private ShadowedCurve Shown => _isDeath && View.Death is { } death ? death : View.Spread;

    private IReadOnlyList<Choice<bool>> Charts =>
    [
        new(false, UiText.Shadow.Spread, TestIds.CurveSpread) { Hint = UiText.Shadow.SpreadHint },
        .. View.Death is { Victim: { } victim }
            ? [new Choice<bool>(true, UiText.Shadow.Death(victim.ToString()), TestIds.CurveDeath)
                { Hint = UiText.Shadow.DeathHint(victim.ToString()) }]
            : Array.Empty<Choice<bool>>(),
    ];

    public async ValueTask DisposeAsync()
    {
        try
        {
            await EndPointerAsync();
            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and the module with it.
        }
    }

    protected override void OnParametersSet()
    {
        // What began last is news: its curve comes to the front, and the visitor may go back to the other.
        var news = (View.Spread.Start, View.Death?.Start);
        if (news != _news)
        {
            _isDeath = View.Death is not null && (View.Spread.Start is not { } set || View.Death.Start > set);
            _news = news;
        }

        _plot = BandPlot.Of(Shown, View.Now, View.Nodes.Count - (_isDeath ? 1 : 0));
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_isTable == _wasTable && !firstRender)
        {
            return;
        }

        _wasTable = _isTable;
        _module ??= await Js.InvokeAsync<IJSObjectReference>("import", "./js/lab/curve.mjs");
        await EndPointerAsync();
        if (!_isTable)
        {
            _pointer = await _module.InvokeAsync<IJSObjectReference>("create", _drawing, _readout);
        }
    }

    private async Task EndPointerAsync()
    {
        if (_pointer is { } pointer)
        {
            _pointer = null;
            await pointer.InvokeVoidAsync("dispose");
            await pointer.DisposeAsync();
        }
    }
}
