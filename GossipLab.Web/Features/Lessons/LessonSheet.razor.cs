using GossipLab.Web.Lessons;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace GossipLab.Web.Features.Lessons;

/// <summary>A lesson as it is printed: questions on the first pages, the runs' answers behind them.</summary>
public sealed partial class LessonSheet
{
    private IReadOnlyList<SheetStep> _steps = [];

    [Parameter, EditorRequired]
    public Lesson Lesson { get; set; } = null!; // Required of every user.

    /// <summary>What the runs answer, step by step; null while they are played.</summary>
    [Parameter]
    public IReadOnlyList<SheetAnswer>? Answers { get; set; }

    [Inject]
    private IJSRuntime Js { get; set; } = null!; // Set by the framework before first use.

    protected override void OnParametersSet()
    {
        if (_steps.Count == 0)
        {
            _steps = [.. Lesson.Steps.Select(Ask)];
        }
    }

    private static SheetStep Ask(LessonStep step)
    {
        var play = new LessonPlay(step, step.Scenario);
        return new SheetStep(step.Title, play.Text, play.Question, step.Question.Unit,
            [.. step.Question.Options.Select((_, option) => play.OptionText(option))], play.Plot);
    }

    private async Task PrintAsync()
    {
        await using var module = await Js.InvokeAsync<IJSObjectReference>("import", "./js/lab/print.mjs");
        await module.InvokeVoidAsync("print");
    }

    private sealed record SheetStep(
        string Title, string Text, string Question, string Unit, IReadOnlyList<string> Options, CurvePlot? Plot);
}
