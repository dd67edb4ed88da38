using GossipLab.Web.Labs;
using GossipLab.Web.Parts;
using GossipLab.Web.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace GossipLab.Web.Features.Curve;

/// <summary>How the same run goes with other dice, and where this one stands among those.</summary>
public sealed partial class BandChip : IAsyncDisposable
{
    private IJSObjectReference? _module;
    private bool? _kept; // Null before the browser said what the visitor chose.
    private bool _isGone;

    [Parameter, EditorRequired]
    public LabView View { get; set; } = null!; // Required of every user.

    [Parameter, EditorRequired]
    public BandDesk Desk { get; set; } = null!; // Required of every user.

    [Inject]
    private IJSRuntime Js { get; set; } = null!; // Set by the framework before first use.

    private string Runs => Numbers.Of(Desk.Band?.Runs ?? 0);

    private string Progress => UiText.Curve.BandRuns(Numbers.Of(Desk.Done), Numbers.Of(Desk.Wanted));

    private string Said => !Desk.IsWhole || Desk.Band is null ? Desk.Silence ?? ""
        : Desk.Percentile(View) is { } percentile ? UiText.Curve.PercentileSaid(percentile, Runs)
        : UiText.Curve.BandSaid(Runs);

    public async ValueTask DisposeAsync()
    {
        _isGone = true;
        try
        {
            await (_module?.DisposeAsync() ?? default);
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and the module with it.
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _module = await Js.InvokeAsync<IJSObjectReference>("import", "./js/lab/choices.mjs");
            var isOn = !_isGone && await _module.InvokeAsync<bool>("isOn", BrowserKeys.Band, true);
            if (!_isGone)
            {
                _kept = isOn;
                Desk.Choose(isOn);
            }
        }
        else if (_kept is { } kept && kept != Desk.IsOn && !_isGone)
        {
            _kept = Desk.IsOn;
            await _module!.InvokeVoidAsync("keep", BrowserKeys.Band, Desk.IsOn);
        }
    }

    private void StopOrGoOn()
    {
        if (Desk.IsBusy)
        {
            Desk.Stop();
        }
        else
        {
            Desk.GoOn();
        }
    }
}
