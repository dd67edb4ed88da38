using GossipLab.Core.Simulation;
using GossipLab.Web.Labs;
using GossipLab.Web.Parts;
using GossipLab.Web.Words;

namespace GossipLab.Web.Features.Presenter;

/// <summary>A lab as it is shown to an audience: a press is a step in time.</summary>
/// <param name="lab">The lab.</param>
public sealed class LabTalk(Lab lab) : ITalk
{
    private const int MostAhead = 4;

    /// <inheritdoc/>
    public event EventHandler? Changed;

    /// <summary>How far a press goes.</summary>
    public StepKind Stride { get; private set; } = StepKind.Round;

    /// <inheritdoc/>
    public string Title => ScenarioLibrary.Find(lab.View.Scenario.Name)?.Title ?? UiText.Presenter.OwnRun;

    /// <inheritdoc/>
    public string Place => "";

    /// <inheritdoc/>
    public string NextWords => UiText.Presenter.Next(Stride switch
    {
        StepKind.Event => UiText.Playback.Event,
        StepKind.Belief => UiText.Playback.Belief,
        _ => UiText.Playback.Round,
    });

    /// <inheritdoc/>
    public IReadOnlyList<TalkNote> Notes
    {
        get
        {
            var view = lab.View;
            var ahead = view.Scenario.Commands.Where(timed => timed.At > view.Now).Take(MostAhead)
                .Select(timed => new TalkNote(UiText.Presenter.At(TimeText.Of(timed.At)),
                    CommandText.Of(timed.Command)));
            var sentence = ScenarioLibrary.Find(view.Scenario.Name)?.Sentence;
            return
            [
                .. sentence is null ? [] : new[] { new TalkNote(UiText.Presenter.About, sentence) },
                new TalkNote(UiText.Presenter.Now, UiText.Stage.Now(TimeText.Of(view.Now),
                    Numbers.Of(view.Informed), Numbers.Of(view.Running))),
                .. ahead,
            ];
        }
    }

    /// <summary>Chooses how far a press goes.</summary>
    public void Take(StepKind stride)
    {
        Stride = stride;
        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <inheritdoc/>
    public Task NextAsync() => lab.StepAsync(Stride).AsTask();

    /// <inheritdoc/>
    public Task BackAsync() => lab.StepBackAsync(Stride).AsTask();

    /// <inheritdoc/>
    public void Follow()
    {
        // What it shows is the lab's own view.
    }
}
