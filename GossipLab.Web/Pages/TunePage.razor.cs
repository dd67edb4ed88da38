using System.Globalization;
using GossipLab.Core.Experiments.Configuration;
using GossipLab.Core.Experiments.Tuning;
using GossipLab.Web.Parts;
using GossipLab.Web.Tuning;
using GossipLab.Web.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace GossipLab.Web.Pages;

/// <summary>Puts a search together, shows what it finds, and leads from each figure to its run.</summary>
public sealed partial class TunePage : IDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource _gone = new();
    private TuningSearch? _search;
    private TuningPicture? _picture;
    private string? _problem;
    private string? _note;

    /// <summary>A search of this server.</summary>
    [SupplyParameterFromQuery(Name = "id")]
    public string? Id { get; set; }

    [Inject]
    private TuningDesk Desk { get; set; } = null!; // Set by the framework before first use.

    [Inject]
    private NavigationManager Navigation { get; set; } = null!; // Set by the framework before first use.

    [Inject]
    private IJSRuntime Js { get; set; } = null!; // Set by the framework before first use.

    [Inject]
    private TimeProvider Time { get; set; } = null!; // Set by the framework before first use.

    private TuningProgress Progress => _search!.Runner.Progress; // Asked where there is a search.

    private string ProgressText => _search switch
    {
        { IsRunning: true } => UiText.Tune.Progress(
            Progress.Done, Progress.Needed, Progress.Round, Progress.Left?.TotalSeconds),
        _ when _picture?.IsComplete == true => UiText.Tune.Finished(Progress.Done),
        _ => UiText.Tune.Stopped(Progress.Done),
    };

    /// <inheritdoc/>
    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override void OnParametersSet()
    {
        if (!RendererInfo.IsInteractive || Id is null || _search?.Id == Id)
        {
            return;
        }

        _problem = null;
        if (Desk.Find(Id) is { } search)
        {
            Show(search);
        }
        else
        {
            (_search, _picture, _problem) = (null, null, UiText.Tune.Unknown);
        }
    }

    // The address of a run is short; the server makes the link to the lab when it is followed.
    private string LinkOf(TuningFinding finding, int run) => PageRoutes.TuneRun(
        _search!.Id, // Asked where there is a search.
        finding.Candidate.Index.ToString(CultureInfo.InvariantCulture), run.ToString(CultureInfo.InvariantCulture));

    private void Start((TuningPlan Plan, GossipConfiguration Configuration) wanted)
    {
        _search?.Cancel();
        if (Desk.Start(wanted.Plan, wanted.Configuration, out _problem) is { } search)
        {
            Show(search);
            Navigation.NavigateTo(PageRoutes.TuneOf(search.Id), replace: Id is not null);
        }
    }

    private void Show(TuningSearch search)
    {
        (_search, _note) = (search, null);
        _picture = search.Runner.Read(TuningPicture.Of);
        _ = FollowAsync(search);
    }

    // Looks now and then until the search has ended or the page shows another. Never fails but by leaving.
    private async Task FollowAsync(TuningSearch search)
    {
        try
        {
            while (search.IsRunning && _search == search)
            {
                await Task.WhenAny(search.Ended, Task.Delay(BetweenLooks, Time, _gone.Token));
                if (_gone.IsCancellationRequested)
                {
                    return;
                }

                await InvokeAsync(() =>
                {
                    _picture = _search?.Runner.Read(TuningPicture.Of);
                    StateHasChanged();
                });
            }
        }
        catch (ObjectDisposedException)
        {
            // The page was left.
        }
    }

    private async Task CopyAsync(string text) =>
        _note = await Js.CopyAsync(text) ? UiText.Tune.Copied : UiText.Tune.NotCopied;

    private Task SaveAsync(string text) => Js.SaveAsync(
        text.TrimStart().StartsWith('{') ? "gossip.json" : "gossip.hcl", text);
}
