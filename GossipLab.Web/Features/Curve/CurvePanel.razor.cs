using System.Globalization;
using GossipLab.Core.Experiments;
using GossipLab.Web.Labs;
using GossipLab.Web.Parts;
using GossipLab.Web.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace GossipLab.Web.Features.Curve;

/// <summary>How many nodes know the newest value over time, with the mean-field model beside it.</summary>
public sealed partial class CurvePanel : IAsyncDisposable
{
    private BandDesk? _heard;
    private SpreadBand? _drawnBand;
    private CurvePlot _plot = null!; // Drawn before the first render.
    private LabView? _drawn;
    private bool _isTable;
    private bool _wasTable;
    private bool _isGone;
    private ElementReference _drawing;
    private ElementReference _readout;
    private IJSObjectReference? _module;
    private IJSObjectReference? _pointer;

    [Parameter, EditorRequired]
    public LabView View { get; set; } = null!; // Required of every user.

    /// <summary>What stands at the beginning of its heading.</summary>
    [Parameter]
    public RenderFragment? Lead { get; set; }

    /// <summary>Has the run played with other dice; null where no band is wanted.</summary>
    [Parameter]
    public BandDesk? Band { get; set; }

    [Inject]
    private IJSRuntime Js { get; set; } = null!; // Set by the framework before first use.

    private string Share => View.Disagreement[^1].Share.ToString("0.####", CultureInfo.InvariantCulture);

    private string Description
    {
        get
        {
            var known = UiText.Curve.Described(
                TimeText.Of(View.Now), UiText.Curve.Known(Numbers.Of(View.Informed), Numbers.Of(View.Running)));
            return _drawnBand is { } band ? $"{known} {UiText.Curve.BandAt(band.At(View.Now), band.Runs)}" : known;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _isGone = true;
        Hear(null);
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
        Hear(Band);
        Band?.Follow(View);
        Draw();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_isTable == _wasTable && !firstRender)
        {
            return;
        }

        _wasTable = _isTable;
        _module ??= await Js.InvokeAsync<IJSObjectReference>("import", "./js/lab/curve.mjs");
        if (_isGone)
        {
            return; // The visitor went on to another page meanwhile.
        }

        await EndPointerAsync();
        if (!_isTable)
        {
            _pointer = await _module.InvokeAsync<IJSObjectReference>("create", _drawing, _readout);
        }
    }

    private void Draw()
    {
        if (_drawn is null || _drawn.Epoch != View.Epoch || _drawn.Now != View.Now || _drawn.Informed != View.Informed
            || !ReferenceEquals(_drawnBand, Band?.Band))
        {
            _drawn = View;
            _drawnBand = Band?.Band;
            _plot = CurvePlot.Of(View, _drawnBand);
        }
    }

    private void Hear(BandDesk? band)
    {
        if (!ReferenceEquals(_heard, band))
        {
            _heard?.Changed -= OnBandChanged;
            _heard = band;
            _heard?.Changed += OnBandChanged;
        }
    }

    // Switched on, a band is begun for what is shown; a further one is drawn.
    private void OnBandChanged(object? sender, EventArgs news) => _ = InvokeAsync(() =>
    {
        if (!_isGone)
        {
            Band?.Follow(View);
            Draw();
            StateHasChanged();
        }
    });

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
