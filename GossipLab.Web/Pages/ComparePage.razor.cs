using GossipLab.Web.Features.Compare;
using GossipLab.Web.Labs;
using GossipLab.Web.Words;
using Microsoft.AspNetCore.Components;

namespace GossipLab.Web.Pages;

/// <summary>Two labs side by side at one moment, where they part, and what came of each.</summary>
public sealed partial class ComparePage : IDisposable
{
    private ComparePair _pair = ComparePair.Ready[0];
    private LabDuo? _duo;
    private Comparison? _comparison;
    private string? _problem;
    private ulong _seed;
    private bool _isGone;

    /// <summary>A ready pair by its name.</summary>
    [SupplyParameterFromQuery(Name = "pair")]
    public string? PairKey { get; set; }

    [Inject]
    private LabDirectory Labs { get; set; } = null!; // Set by the framework before first use.

    [Inject]
    private NavigationManager Navigation { get; set; } = null!; // Set by the framework before first use.

    public void Dispose()
    {
        _isGone = true;
        Close();
    }

    // What is rendered for the first answer lives for that answer only: it must not leave labs behind.
    protected override async Task OnParametersSetAsync()
    {
        var wanted = ComparePair.Find(PairKey);
        if (!RendererInfo.IsInteractive)
        {
            _pair = wanted;
        }
        else if (_duo is null || (PairKey is not null && _pair.Key != wanted.Key && _pair.Key != "custom"))
        {
            await OpenAsync(wanted);
        }
    }

    private async Task OpenAsync(ComparePair pair)
    {
        Close();
        (_pair, _problem, _seed) = (pair, null, pair.First.Scenario.Seed);
        try
        {
            var start = new LabStart { IsPlaying = false, StandAt = pair.Until };
            var first = Labs.Open(pair.First.Scenario, start);
            _duo = new LabDuo(pair, first, Labs.Open(pair.Second.Scenario, start));
        }
        catch (LabLimitException limit)
        {
            _problem = limit.Message;
            return;
        }

        _duo.Watch(() => _ = InvokeAsync(RefreshAsync));
        await RefreshAsync();
        var comparison = _comparison = new Comparison(pair);
        await comparison.FindAsync();
    }

    private async Task RefreshAsync()
    {
        if (_isGone || _duo is not { } duo)
        {
            return;
        }

        try
        {
            await duo.LookAsync();
        }
        catch (LabLimitException limit)
        {
            _problem = limit.Message; // One of the labs was closed meanwhile.
        }

        StateHasChanged();
    }

    private Task ChooseAsync(ChangeEventArgs change)
    {
        var pair = ComparePair.Find(change.Value?.ToString());
        Navigation.NavigateTo($"{PageRoutes.Compare}?pair={pair.Key}", replace: true);
        return _pair.Key == "custom" ? OpenAsync(pair) : Task.CompletedTask;
    }

    private Task OtherSeedAsync() => OpenAsync(_pair.WithSeed(_seed + 1));

    private void Close()
    {
        _duo?.Dispose();
        _comparison?.Dispose();
        (_duo, _comparison) = (null, null);
    }
}
