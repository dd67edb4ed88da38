using GossipLab.Core.Primitives;
using GossipLab.Web.Labs;

namespace GossipLab.Web.RealClusters.Shadows;

/// <summary>
/// Keeps one ensemble up to date with a plan: when the plan changes, the old ensemble is given up and another begins.
/// </summary>
public sealed class ShadowDesk(SemaphoreSlim turn) : IAsyncDisposable
{
    private ShadowEnsemble? _ensemble;
    private ShadowPlan? _cancelled;

    /// <summary>What is simulated.</summary>
    public ShadowPlan? Plan { get; private set; }

    /// <summary>Simulates a plan, unless it is the present one.</summary>
    public void Follow(ShadowPlan? plan)
    {
        if (plan == Plan)
        {
            return;
        }

        Plan = plan;
        _ = EndAsync(_ensemble);
        _ensemble = plan is null || plan == _cancelled ? null : new ShadowEnsemble(plan.Ask(), turn);
    }

    /// <summary>Ends the simulation; what it has stays, and it does not begin again for the same plan.</summary>
    public void Cancel()
    {
        _cancelled = Plan;
        _ensemble?.Cancel();
    }

    /// <summary>Simulates the present plan after all.</summary>
    public void Resume()
    {
        var plan = Plan;
        (_cancelled, Plan) = (null, null);
        Follow(plan);
    }

    /// <summary>Fills in what the simulation has.</summary>
    public ShadowedCurve Beside(ShadowedCurve curve, Instant now)
    {
        var band = _ensemble?.Band;
        return curve with
        {
            Plan = Plan,
            Band = band,
            Comparison = band is not null && curve.Start is { } start
                ? ShadowComparison.Of(band, curve.Points, start, now) : null,
            Done = _ensemble?.Done ?? 0,
            Wanted = _ensemble?.Question.Runs ?? 0,
            IsBusy = _ensemble?.IsBusy ?? false,
        };
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await EndAsync(_ensemble).ConfigureAwait(false);

    private static async Task EndAsync(ShadowEnsemble? ensemble)
    {
        if (ensemble is not null)
        {
            await ensemble.DisposeAsync().ConfigureAwait(false);
        }
    }
}
