using System.Globalization;
using GossipLab.Core.Primitives;
using GossipLab.Web.Labs;
using GossipLab.Web.Lessons;
using GossipLab.Web.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace GossipLab.Web.Features.Lessons;

/// <summary>The lesson beside a live lab: a question, a run, two answers, and why.</summary>
public sealed partial class LessonRail : IDisposable
{
    private const int MostNodes = 64;
    private const double SecondsToWatch = 9;

    private readonly CancellationTokenSource _end = new();
    private LessonPlay _play = null!; // Made before the first render.
    private ElementReference _heading;
    private IDisposable? _subscription;
    private string _number = "";
    private string _node = "";
    private string? _fault;
    private int? _choice;
    private int? _tried;
    private int _shown = -1;
    private bool _moves;
    private Instant _endsAt;

    [Parameter, EditorRequired]
    public Lesson Lesson { get; set; } = null!; // Required of every user.

    /// <summary>Which step, from 0.</summary>
    [Parameter, EditorRequired]
    public int Index { get; set; }

    [Parameter, EditorRequired]
    public Lab Lab { get; set; } = null!; // Required of every user.

    /// <summary>A step was answered.</summary>
    [Parameter]
    public EventCallback<int> Answered { get; set; }

    [Inject]
    private LessonDesk Desk { get; set; } = null!; // Set by the framework before first use.

    private string PhaseMark => _play.Phase.ToString().ToLowerInvariant();

    private bool HasOtherRun => Lab.View.Scenario.Commands.Count != _play.Scenario.Commands.Count;

    public void Dispose()
    {
        _subscription?.Dispose();
        _end.Cancel();
        _end.Dispose();
    }

    protected override void OnInitialized() =>
        _subscription = Lab.Subscribe(() => _ = InvokeAsync(FollowAsync));

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == Index)
        {
            return;
        }

        _moves = _shown >= 0;
        _shown = Index;
        _tried = null;
        await BeginAsync(new LessonPlay(Lesson.Steps[Index], Lesson.Steps[Index].Scenario));
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_moves)
        {
            _moves = false;
            try
            {
                await _heading.FocusAsync(preventScroll: true);
            }
            catch (JSDisconnectedException)
            {
                // The visitor left; nothing needs the focus any more.
            }
        }
    }

    private async Task BeginAsync(LessonPlay play)
    {
        _play = play;
        (_number, _node, _fault, _choice) = ("", "", null, null);
        await Lab.RestartAsync(play.Scenario, new LabStart { IsPlaying = false });
    }

    private Task CheckAsync()
    {
        _fault = null;
        if (Given() is not { } given)
        {
            _fault = _play.Wanted;
            return Task.CompletedTask;
        }

        return RunAsync(given);
    }

    private double? Given() => LessonPlay.Read(_play, _play.Step.Question.Kind switch
    {
        QuestionKind.Choice => _choice?.ToString(CultureInfo.InvariantCulture),
        QuestionKind.Node when _node.Length == 0 => Lab.View.Selected?.Id.ToString().TrimStart('n'),
        QuestionKind.Node => _node,
        _ => _number,
    });

    private async Task RunAsync(double? given)
    {
        var play = _play;
        _endsAt = play.Check(given);
        Desk.Begin(play, () => InvokeAsync(StateHasChanged), _end.Token);
        var isShort = _endsAt.Seconds <= 4 * play.Scenario.Node.Dissemination.Interval.TotalSeconds;
        await Lab.PlayToAsync(_endsAt, isShort ? Pace.Watchable : Pace.At(_endsAt.Seconds / SecondsToWatch));
    }

    private async Task SkipAsync()
    {
        await Lab.PlayToAsync(_endsAt, Pace.Max);
        await FollowAsync();
    }

    private Task TryAsync(int? index)
    {
        _tried = index;
        return BeginAsync(new LessonPlay(_play.Step,
            index is { } place ? _play.Step.Tries[place].Scenario : _play.Step.Scenario));
    }

    private async Task FollowAsync()
    {
        if (_play.Phase == LessonPhase.Run && Lab.View.Now >= _endsAt)
        {
            _play.Compare();
            await Answered.InvokeAsync(Index);
        }

        StateHasChanged();
    }
}
