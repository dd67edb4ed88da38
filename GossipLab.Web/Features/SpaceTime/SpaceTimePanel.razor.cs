using GossipLab.Core.Primitives;
using GossipLab.Core.Simulation;
using GossipLab.Core.Simulation.Causes;
using GossipLab.Web.Labs;
using GossipLab.Web.Parts;
using GossipLab.Web.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace GossipLab.Web.Features.SpaceTime;

/// <summary>The space-time diagram: nodes as lines, messages between them, and what led to what.</summary>
public sealed partial class SpaceTimePanel : IAsyncDisposable
{
    private const string SelectCall = "select";

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    private readonly SpaceTimeRun _run = new();
    private SpaceTimeFeed? _feed;
    private ElementReference _canvas;
    private DotNetObjectReference<SpaceTimePanel>? _self;
    private Happening? _chosen;
    private int _count;
    private bool _isTable;
    private bool _isHelp;
    private bool _isLarge;
    private bool _isReady;
    private bool _isPlaying;

    [Parameter, EditorRequired]
    public LabView View { get; set; } = null!; // Required of every user.

    /// <summary>An event in plain words.</summary>
    [Parameter, EditorRequired]
    public Func<TraceEntry, string> Describe { get; set; } = null!; // Required of every user.

    /// <summary>What stands at the beginning of its heading.</summary>
    [Parameter]
    public RenderFragment? Lead { get; set; }

    /// <summary>Somebody asks why.</summary>
    [Parameter]
    public EventCallback<Question> WhyAsked { get; set; }

    /// <summary>The run is to stand at a moment.</summary>
    [Parameter]
    public EventCallback<Instant> MomentChosen { get; set; }

    [Inject]
    private IJSRuntime Js { get; set; } = null!; // Set by the framework before first use.

    private string Hint => _run.Recorder.Forgotten > 0
        ? UiText.SpaceTime.Latest(Numbers.Of(_count), Numbers.Of(_run.Recorder.Forgotten)) : UiText.SpaceTime.Hint;

    /// <summary>Called by the browser: an event was chosen.</summary>
    [JSInvokable]
    public void Chosen(long id)
    {
        _chosen = _run.Recorder.Kept.FirstOrDefault(one => one.Id == id);
        StateHasChanged();
    }

    /// <summary>Called by the browser: somebody asks about the event chosen.</summary>
    [JSInvokable]
    public Task Asked() => _chosen is { } chosen
        ? WhyAsked.InvokeAsync(Question.OfEvent(chosen.Entry)) : Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_feed is not null)
        {
            await _feed.DisposeAsync();
        }

        _self?.Dispose();
    }

    protected override Task OnParametersSetAsync() => FollowAsync();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _feed = new SpaceTimeFeed(Js);
            await _feed.OpenAsync(_canvas, _self);
            await FollowAsync();
        }
    }

    private static string Word(bool isSo) => isSo ? "true" : "false";

    // One at a time; while it plays the view goes on, so it looks again when it got there.
    private async Task FollowAsync()
    {
        if (_isPlaying || _feed is not { IsOpen: true } feed)
        {
            return;
        }

        _isPlaying = true;
        try
        {
            LabView followed;
            do
            {
                followed = View;
                while (!await Task.Run(() => _run.Follow(followed, Patience)) && feed.IsOpen)
                {
                    followed = View;
                }

                await feed.SendAsync(_run, followed);
            }
            while (followed.Event != View.Event && feed.IsOpen);
        }
        finally
        {
            _isPlaying = false;
        }

        _count = _run.Recorder.Kept.Count;
        _isReady = true;
        if (_chosen is { } chosen && !_run.Recorder.Kept.Contains(chosen))
        {
            _chosen = _run.Recorder.Kept.FirstOrDefault(one => one.Id == chosen.Id);
        }

        StateHasChanged();
    }

    private Task CallAsync(string what, params object?[] with) =>
        _feed is { } feed ? feed.CallAsync(what, with) : Task.CompletedTask;
}
