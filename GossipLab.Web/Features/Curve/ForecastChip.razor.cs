using GossipLab.Core.Experiments;
using GossipLab.Core.Protocol;
using GossipLab.Web.Labs;
using GossipLab.Web.Parts;
using GossipLab.Web.Words;
using Microsoft.AspNetCore.Components;

namespace GossipLab.Web.Features.Curve;

/// <summary>
/// When all will be informed, estimated anew each round, and at once when the visitor acts. The runs behind it have
/// engines of their own: the lab's is not touched.
/// </summary>
public sealed partial class ForecastChip : IDisposable
{
    private (int Epoch, int Commands, long Round, bool IsOpen) _asked = (-1, 0, 0, false);
    private CancellationTokenSource _wanted = new();
    private string _text = "";
    private bool _isBusy;

    [Parameter, EditorRequired]
    public LabView View { get; set; } = null!; // Required of every user.

    public void Dispose()
    {
        _wanted.Cancel();
        _wanted.Dispose();
    }

    protected override void OnParametersSet()
    {
        var interval = View.Scenario.Node.Dissemination.Interval;
        var isOpen = View.Newest != Generation.Zero && !View.IsConverged;
        var asked = (View.Epoch, Commands: View.Scenario.Commands.Count,
            Round: View.Now.Microseconds / Math.Max(1, (long)interval.TotalMicroseconds), IsOpen: isOpen);
        if (asked == _asked)
        {
            return;
        }

        // What was said of another run is not true of this one; what was said a round ago is worth reading on, and an
        // estimate that takes longer than a round is worth waiting for.
        if (!isOpen || (asked.Epoch, asked.Commands) != (_asked.Epoch, _asked.Commands)
            || asked.Round < _asked.Round)
        {
            _text = "";
            GiveUp();
        }
        else if (_isBusy)
        {
            return;
        }

        _asked = asked;
        if (isOpen)
        {
            _isBusy = true;
            _ = EstimateAsync(View, _wanted.Token);
        }
    }

    private static string Say(Forecast forecast) => forecast switch
    {
        { Rounds: null } => forecast.Silence ?? "",
        { FewestRounds: double.PositiveInfinity } => UiText.Curve.ForecastNever,
        { MostRounds: double.PositiveInfinity } => UiText.Curve.ForecastOpen(Numbers.Of((long)forecast.FewestRounds)),
        _ => UiText.Curve.Forecast(
            Numbers.Of((long)forecast.FewestRounds), Numbers.Of((long)forecast.MostRounds)),
    };

    private void GiveUp()
    {
        _wanted.Cancel();
        _wanted.Dispose();
        _wanted = new CancellationTokenSource();
        _isBusy = false;
    }

    private async Task EstimateAsync(LabView view, CancellationToken cancel)
    {
        try
        {
            var forecast = await BackgroundTurn.TakeAsync(
                () => Forecaster.Of(view.Scenario, view.Now, new(), () => cancel.IsCancellationRequested), cancel);
            await InvokeAsync(() => Show(forecast, cancel));
        }
        catch (OperationCanceledException)
        {
            // The visitor acted or went on; another estimate has begun, or none is wanted.
        }
    }

    private void Show(Forecast? forecast, CancellationToken cancel)
    {
        if (!cancel.IsCancellationRequested)
        {
            _isBusy = false;
            _text = forecast is null ? "" : Say(forecast);
            StateHasChanged();
        }
    }
}
