using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Web.Labs;
using GossipLab.Web.Words;
using Microsoft.AspNetCore.Components;

namespace GossipLab.Web.Features.Playback;

/// <summary>The controls of time: play, steps, a run until all know, and the speed.</summary>
public sealed partial class TransportBar
{
    private static readonly StepButton[] Steps =
    [
        new(StepKind.Event, UiText.Playback.Event, UiText.Playback.EventHint, TestIds.StepEvent),
        new(StepKind.Belief, UiText.Playback.Belief, UiText.Playback.BeliefHint, TestIds.StepBelief),
        new(StepKind.Round, UiText.Playback.Round, UiText.Playback.RoundHint, TestIds.StepRound),
        new(StepKind.Period, UiText.Playback.Period, UiText.Playback.PeriodHint, TestIds.StepPeriod),
    ];

    [Parameter, EditorRequired]
    public Lab Lab { get; set; } = null!; // Required of every user.

    [Parameter, EditorRequired]
    public LabView View { get; set; } = null!; // Required of every user.

    private bool IsLive => View.Status is LabStatus.Live or LabStatus.Parked;

    private bool IsSeeking => View.Status == LabStatus.Seeking;

    private bool CanRunUntil => !View.IsManual && !View.IsConverged && (View.Newest != Generation.Zero || WillBeSet);

    // Without a value nobody can ever know it.
    private bool WillBeSet => View.Scenario.Commands.Any(timed => timed.Command is SetValue && timed.At >= View.Now);

    private async Task ToggleAsync()
    {
        await (IsLive ? Lab.PauseAsync() : Lab.PlayAsync());
    }

    private async Task StepAsync(StepKind kind) => await Lab.StepAsync(kind);

    private async Task RunUntilAsync() => await Lab.RunUntilInformedAsync();

    private async Task CancelAsync() => await Lab.CancelRunAsync();

    private sealed record StepButton(StepKind Kind, string Text, string Hint, string TestId);
}
