using GossipLab.Core.Primitives;
using GossipLab.Core.Simulation;
using GossipLab.Core.Simulation.Causes;
using GossipLab.Web.Labs;
using GossipLab.Web.Parts;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace GossipLab.Web.Features.Why;

/// <summary>A question about the run, its answer drawn and listed, and what would have been otherwise.</summary>
public sealed partial class WhyDialog : IDisposable
{
    private const string AnswerId = "why-answer";

    private WhyRun _run = null!; // Made before the first render.
    private string? _fault;

    [Parameter, EditorRequired]
    public Lab Lab { get; set; } = null!; // Required of every user.

    /// <summary>What is asked, of the moment the lab shows when this is opened.</summary>
    [Parameter, EditorRequired]
    public Question Question { get; set; } = null!; // Required of every user.

    /// <summary>The address of a run, or null where it is too long for one.</summary>
    [Parameter, EditorRequired]
    public Func<Scenario, Instant, string?> LinkTo { get; set; } = null!; // Required of every user.

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!; // A dialog is always shown by its provider.

    [Inject]
    private IJSRuntime Js { get; set; } = null!; // Set by the framework before first use.

    public void Dispose() => _run.Dispose();

    protected override Task OnInitializedAsync()
    {
        var view = Lab.View;
        return AnswerAsync(new WhyMoment(view.Scenario, view.Tape.Lane.Id, view.Now, view.Event), Question);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await Js.ClaimFocusAsync(AnswerId);
        }
    }

    private Task AskAsync(Question other)
    {
        var moment = _run.Moment;
        _run.Dispose();
        return AnswerAsync(moment, other);
    }

    // The answer tells by itself how far it is, and ends when the dialog does.
    private Task AnswerAsync(WhyMoment moment, Question question)
    {
        _fault = null;
        _run = new WhyRun(moment, question, () => _ = InvokeAsync(StateHasChanged));
        return _run.AnswerAsync();
    }

    private async Task BranchAsync(RunChange change)
    {
        if (await Lab.BranchAsync(_run.Moment.Lane, change, _run.Moment.At) is { } fault)
        {
            _fault = UiSentence.Of(fault);
            return;
        }

        Dialog.Close();
    }
}
