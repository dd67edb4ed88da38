using System.Globalization;
using GossipLab.Core.Primitives;
using GossipLab.Core.Simulation;
using GossipLab.Web.Labs;
using GossipLab.Web.Parts;
using GossipLab.Web.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace GossipLab.Web.Features.Tape;

/// <summary>The time line of a run: what happened when, and the moment shown, which can be moved.</summary>
public sealed partial class TapePanel : IAsyncDisposable
{
    private const int MostPins = 40;

    private bool _isGone;
    private TapePlot _plot = null!; // Drawn before the first render.
    private ElementReference _track;
    private DotNetObjectReference<TapePanel>? _self;
    private IJSObjectReference? _module;
    private IJSObjectReference? _hand;

    [Parameter, EditorRequired]
    public Lab Lab { get; set; } = null!; // Required of every user.

    [Parameter, EditorRequired]
    public LabView View { get; set; } = null!; // Required of every user.

    /// <summary>A branch is wanted here.</summary>
    [Parameter]
    public EventCallback ForkWanted { get; set; }

    /// <summary>Counts the comparisons that were asked for elsewhere.</summary>
    [Parameter]
    public int Comparisons { get; set; }

    /// <summary>An event in plain words.</summary>
    [Parameter, EditorRequired]
    public Func<TraceEntry, string> Describe { get; set; } = null!; // Required of every user.

    [Inject]
    private IJSRuntime Js { get; set; } = null!; // Set by the framework before first use.

    private string Position => UiText.Tape.At(TimeText.Of(View.Now), TimeText.Of(View.Tape.Lane.Edge));

    private IEnumerable<(TimedCommand Pin, int Number)> Pins => View.Scenario.Commands
        .Where(timed => timed.At <= _plot.End).Take(MostPins).Select((timed, number) => (timed, number));

    /// <summary>Called by the browser: the pointer wants another moment.</summary>
    [JSInvokable]
    public Task Scrubbed(double microseconds) =>
        Lab.ScrubAsync(new Instant((long)Math.Clamp(microseconds, 0, _plot.End.Microseconds))).AsTask();

    /// <summary>Called by the browser: a key was pressed on the track.</summary>
    /// <param name="share">How far to go, in shares of the whole; negative is back.</param>
    [JSInvokable]
    public Task Nudged(double share)
    {
        var span = TimeSpan.FromMicroseconds(_plot.End.Microseconds * Math.Clamp(share, -1, 1));
        var wanted = View.Now.Microseconds + span.Ticks / TimeSpan.TicksPerMicrosecond;
        return Lab.ScrubAsync(new Instant(Math.Max(0, wanted))).AsTask();
    }

    /// <summary>Called by the browser: one event forward or back.</summary>
    [JSInvokable]
    public Task Stepped(bool isBack) =>
        isBack ? Lab.StepBackAsync(StepKind.Event).AsTask() : Lab.StepAsync(StepKind.Event).AsTask();

    public async ValueTask DisposeAsync()
    {
        _isGone = true;
        try
        {
            if (_hand is not null)
            {
                await _hand.InvokeVoidAsync("dispose");
                await _hand.DisposeAsync();
            }

            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and the module with it.
        }

        _self?.Dispose();
    }

    protected override void OnParametersSet() => _plot = TapePlot.Of(
        View.Tape, View.Rules.Where(rule => rule.Break is not null).Select(rule => rule.Break!.At));

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _module = await Js.InvokeAsync<IJSObjectReference>("import", "./js/lab/tape.mjs");
            if (_isGone)
            {
                return; // The visitor went on to another page meanwhile.
            }

            _hand = await _module.InvokeAsync<IJSObjectReference>("create", _track, _self);
        }
    }

    private static string Whole(Instant at) => at.Milliseconds.ToString("0", CultureInfo.InvariantCulture);

    private static string TextOf(TimedCommand pin) =>
        UiText.Tape.Pin(UiSentence.Of(CommandText.Of(pin.Command)).TrimEnd('.'), TimeText.Of(pin.At));

    private static string TextOf(TickKind kind) => kind switch
    {
        TickKind.Suspect => UiText.Tape.Suspect,
        TickKind.Dead => UiText.Tape.Dead,
        TickKind.Broken => UiText.Rules.Broke,
        _ => UiText.Tape.Refuted,
    };

    private string Left(Instant at) =>
        string.Create(CultureInfo.InvariantCulture, $"{TapePlot.Percent(at, _plot.End):0.###}%");
}
