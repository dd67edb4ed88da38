using GossipLab.Core.Experiments;
using GossipLab.Core.Experiments.Models;
using GossipLab.Core.Simulation;

namespace GossipLab.Web.Sweeps;

/// <summary>What a page shows of a sweep at one moment.</summary>
/// <param name="Plan">What is measured.</param>
/// <param name="Bands">The band of each point; null where nothing is done yet.</param>
/// <param name="Bytes">The median of the bytes a node sends in a second, for each point.</param>
public sealed record SweepPicture(SweepPlan Plan, IReadOnlyList<Band?> Bands, IReadOnlyList<double> Bytes)
{
    /// <summary>What a model expects at each point; null where it says nothing. Empty for two parameters.</summary>
    public IReadOnlyList<double?> Model { get; private init; } = [];

    /// <summary>
    /// How far the model is off the measured median at most, as a share of it, and at which point; null where the two
    /// cannot be held against each other.
    /// </summary>
    public (double Share, int Point)? ModelError
    {
        get
        {
            (double Share, int Point)? worst = null;
            foreach (var (point, model) in Model.Index())
            {
                if (model is { } expected && Bands[point] is { } band && band.Median > 0 && double.IsFinite(band.Median)
                    && Math.Abs(expected - band.Median) / band.Median is var share && !(share <= worst?.Share))
                {
                    worst = (share, point);
                }
            }

            return worst;
        }
    }

    /// <summary>Whether the last median lies below the first.</summary>
    public bool Falls => Bands is [{ } first, .., { } last] && last.Median < first.Median;

    /// <summary>The picture of a ledger.</summary>
    public static SweepPicture Of(SweepLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var points = Enumerable.Range(0, ledger.Plan.Points).ToList();
        return new(
            ledger.Plan,
            [.. points.Select(point => ledger.BandOf(point, ledger.Plan.Metric))],
            [.. points.Select(point => ledger.BandOf(point, RunMetric.BytesPerNodeSecond)?.Median ?? 0)])
        {
            Model = ledger.Plan.Y is not null ? []
                : [.. points.Select(point => SweepModel.Of(ledger.Plan.ScenarioOf(point, 0), ledger.Plan.Metric))],
        };
    }

    /// <summary>The very run that has a point's median; null where nothing is done yet.</summary>
    /// <param name="point">The point.</param>
    public Scenario? MedianRun(int point) =>
        Bands[point] is { } band ? Plan.ScenarioOf(point, band.MedianRun) : null;

    /// <summary>
    /// Which value of x is the knee: the finite median furthest below or above the straight line from the first to the
    /// last, as a share of their difference (Satopää et al. 2011). Null where fewer than 4 are known, or none is
    /// further than a tenth.
    /// </summary>
    public int? Knee()
    {
        if (Plan.Y is not null || Bands.Count < 4 || Bands.Any(band => band is null || !double.IsFinite(band.Median)))
        {
            return null;
        }

        var medians = Bands.Select(band => band!.Median).ToArray(); // None is null: asked above.
        var (first, last) = (medians[0], medians[^1]);
        var (start, length) = (Plan.X.Values[0], (double)(Plan.X.Values[^1] - Plan.X.Values[0]));
        double Distance(int index) => first.Equals(last) ? 0 : Math.Abs(
            (medians[index] - first) / (last - first) - (Plan.X.Values[index] - start) / length);
        var knee = Enumerable.Range(0, medians.Length).MaxBy(Distance);
        return Distance(knee) > 0.1 ? knee : null;
    }
}
