using System.Globalization;
using GossipLab.Core.Experiments;
using GossipLab.Core.Simulation;
using GossipLab.Web.Features.Scenarios;
using GossipLab.Web.Sweeps;
using GossipLab.Web.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace GossipLab.Web.Pages;

/// <summary>Puts a sweep together, shows it grow, and leads from each point to its run.</summary>
public sealed partial class SweepPage : IDisposable
{
    private const int MostListed = 10;
    private const string Module = "./js/sweep/png.mjs";
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(400);

    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<KeptSweep> _kept = [];
    private SweepRun? _run;
    private SweepPicture? _picture;
    private string? _problem;
    private bool _isInMemory;

    /// <summary>A sweep of this server.</summary>
    [SupplyParameterFromQuery(Name = "id")]
    public string? Id { get; set; }

    [Inject]
    private SweepDesk Desk { get; set; } = null!; // Set by the framework before first use.

    [Inject]
    private NavigationManager Navigation { get; set; } = null!; // Set by the framework before first use.

    [Inject]
    private IJSRuntime Js { get; set; } = null!; // Set by the framework before first use.

    [Inject]
    private TimeProvider Time { get; set; } = null!; // Set by the framework before first use.

    private SweepProgress Progress => _run!.Runner.Progress; // Asked where there is a run.

    private string ProgressText => Progress.IsComplete
        ? UiText.Sweep.Finished(Progress.Done)
        : UiText.Sweep.Progress(Progress.Done, Progress.Needed,
            _run!.IsRunning ? Progress.Left?.TotalSeconds : null); // Asked where there is a run.

    /// <inheritdoc/>
    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override void OnParametersSet()
    {
        if (!RendererInfo.IsInteractive)
        {
            return;
        }

        _isInMemory = !Desk.IsOnDisk;
        _kept = [.. Desk.Kept().Take(MostListed)];
        if (Id is not null && _run?.Id != Id)
        {
            _problem = null;
            if (Desk.Find(Id) is { } run)
            {
                Show(run);
            }
            else
            {
                (_run, _picture, _problem) = (null, null, UiText.Sweep.Unknown);
            }
        }
    }

    private static string? LinkOf(Scenario scenario) => LabLinkWriter.Share(scenario, null);

    private static string NameOf(KeptSweep kept)
    {
        var plan = kept.Plan;
        var second = plan.Y is { } axis ? $" × {UiText.Compare.Parameter(axis.Parameter)}" : "";
        return string.Create(CultureInfo.InvariantCulture,
            $"{plan.Scenario.Name}: {UiText.Compare.Parameter(plan.X.Parameter)}{second}, "
            + $"{UiText.Sweep.MetricName(plan.Metric)}, {kept.Runs:N0} runs, {kept.BegunAt:yyyy-MM-dd HH:mm} UTC");
    }

    private void Start(SweepPlan plan)
    {
        if (Desk.Start(plan, out _problem) is { } run)
        {
            Show(run);
            Navigation.NavigateTo(PageRoutes.SweepOf(run.Id), replace: Id is not null);
        }
    }

    private void Show(SweepRun run)
    {
        _run = run;
        _picture = run.Runner.Read(SweepPicture.Of);
        _ = FollowAsync(run);
    }

    // Looks now and then until the sweep has ended or the page shows another. Never fails but by leaving.
    private async Task FollowAsync(SweepRun run)
    {
        try
        {
            while (run.IsRunning && _run == run)
            {
                await Task.WhenAny(run.Ended, Task.Delay(BetweenLooks, Time, _gone.Token));
                if (_gone.IsCancellationRequested)
                {
                    return;
                }

                await InvokeAsync(() =>
                {
                    _picture = _run?.Runner.Read(SweepPicture.Of);
                    _kept = run.IsRunning ? _kept : [.. Desk.Kept().Take(MostListed)];
                    StateHasChanged();
                });
            }
        }
        catch (ObjectDisposedException)
        {
            // The page was left.
        }
    }

    private async Task SavePngAsync()
    {
        if (_run is { } run)
        {
            await using var module = await Js.InvokeAsync<IJSObjectReference>("import", Module);
            await module.InvokeVoidAsync("save", PageRoutes.SweepFile(run.Id, "svg"), $"sweep-{run.Id}.png");
        }
    }
}
