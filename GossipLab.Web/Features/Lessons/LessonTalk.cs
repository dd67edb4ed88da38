using GossipLab.Core.Primitives;
using GossipLab.Web.Labs;
using GossipLab.Web.Lessons;
using GossipLab.Web.Parts;
using GossipLab.Web.Words;

namespace GossipLab.Web.Features.Lessons;

/// <summary>
/// A lesson in front of an audience: the question, the run, the answer, the next question. The answers come from the
/// room, so none is taken here.
/// </summary>
public sealed class LessonTalk : ITalk
{
    private const double SecondsToWatch = 9;

    // Windows of one talk may press at once, and a step's evaluator answers one at a time.
    private readonly Lock _gate = new();
    private readonly Lesson _lesson;
    private readonly Lab _lab;
    private readonly LessonDesk _desk;
    private LessonPlay _play = null!; // Made by Ask.
    private Instant _endsAt;

    /// <summary>A talk about a lesson.</summary>
    /// <param name="lesson">The lesson.</param>
    /// <param name="lab">Its lab.</param>
    /// <param name="desk">Plays other seeds.</param>
    /// <param name="index">Where to begin, from 0.</param>
    public LessonTalk(Lesson lesson, Lab lab, LessonDesk desk, int index)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        (_lesson, _lab, _desk) = (lesson, lab, desk);
        Ask(Math.Clamp(index, 0, lesson.Steps.Count - 1));
    }

    /// <inheritdoc/>
    public event EventHandler? Changed;

    /// <summary>What shows.</summary>
    public LessonSlide Slide { get; private set; } = null!; // Made by Ask.

    /// <summary>What other seeds answer so far, in words.</summary>
    public string BandText => _play.BandText;

    /// <summary>The curves of a question about one; the run's only once it is over.</summary>
    public CurvePlot? Plot => Slide.Phase == LessonPhase.Compare ? _play.Plot : _play.Plot is { } plot
        ? plot with { Run = [], Band = [] } : null;

    /// <inheritdoc/>
    public string Title => _lesson.Title;

    /// <inheritdoc/>
    public string Place => UiText.Presenter.Place(Slide.Index + 1, _lesson.Steps.Count);

    /// <inheritdoc/>
    public string NextWords => Slide.Phase switch
    {
        LessonPhase.Predict => UiText.Presenter.RunIt,
        LessonPhase.Run => UiText.Presenter.Skip,
        _ => Slide.Index + 1 < _lesson.Steps.Count ? UiText.Presenter.NextStep : UiText.Presenter.End,
    };

    /// <inheritdoc/>
    public IReadOnlyList<TalkNote> Notes { get; private set; } = [];

    /// <inheritdoc/>
    public Task NextAsync() => Slide.Phase switch
    {
        LessonPhase.Predict => RunAsync(),
        LessonPhase.Run => _lab.PlayToAsync(_endsAt, Pace.Max).AsTask(),
        _ => Slide.Index + 1 < _lesson.Steps.Count ? GoAsync(Slide.Index + 1) : Task.CompletedTask,
    };

    /// <inheritdoc/>
    public Task BackAsync() =>
        GoAsync(Slide.Phase == LessonPhase.Predict ? Math.Max(0, Slide.Index - 1) : Slide.Index);

    /// <inheritdoc/>
    public void Follow()
    {
        if (Slide.Phase == LessonPhase.Run && _lab.View.Now >= _endsAt)
        {
            Show(Slide with { Phase = LessonPhase.Compare });
        }
    }

    private async Task RunAsync()
    {
        lock (_gate)
        {
            if (Slide.Phase != LessonPhase.Predict)
            {
                return;
            }

            Slide = Slide with { Phase = LessonPhase.Run };
        }

        Show(Slide);
        _desk.Begin(_play, Told, CancellationToken.None);
        var isShort = _endsAt.Seconds <= 4 * _play.Scenario.Node.Dissemination.Interval.TotalSeconds;
        await _lab.PlayToAsync(_endsAt, isShort ? Pace.Watchable : Pace.At(_endsAt.Seconds / SecondsToWatch));
    }

    private async Task GoAsync(int index)
    {
        Ask(index);
        await _lab.RestartAsync(_play.Scenario, new LabStart { IsPlaying = false });
        Show(Slide);
    }

    // The run is played here and now, apart from the lab: the speaker knows the answer before the room does.
    private void Ask(int index)
    {
        lock (_gate)
        {
            var step = _lesson.Steps[index];
            var play = new LessonPlay(step, step.Scenario);
            var options = play.Plot is not null ? []
                : step.Question.Options.Select((_, option) => play.OptionText(option)).ToList();
            var slide = new LessonSlide(index, step.Title, play.Text, play.Question) { Options = options };
            _endsAt = play.Check(null);
            _play = play;
            Slide = slide with { Answer = play.AnswerWords, Explanation = play.Explanation };
            Notes = NotesOf(play, Slide);
        }
    }

    private List<TalkNote> NotesOf(LessonPlay play, LessonSlide slide)
    {
        // A play that was checked has its run.
        var models = play.Step.Question.Models.Select(model => new TalkNote(
            UiText.Presenter.IfSomebodySays(Phrase.Number(play.Run!.Answer(model.Asks).Number)),
            play.Run.Tell(model.Text)));
        var then = slide.Index + 1 < _lesson.Steps.Count ? _lesson.Steps[slide.Index + 1].Title : _lesson.Takeaway;
        return
        [
            new TalkNote(UiText.Presenter.Question, slide.Question),
            new TalkNote(UiText.Presenter.Answer, slide.Answer),
            new TalkNote(UiText.Presenter.Why, slide.Explanation),
            .. models,
            new TalkNote(UiText.Presenter.Then, then),
        ];
    }

    private Task Told()
    {
        Changed?.Invoke(this, EventArgs.Empty);
        return Task.CompletedTask;
    }

    private void Show(LessonSlide slide)
    {
        Slide = slide;
        Changed?.Invoke(this, EventArgs.Empty);
    }
}
