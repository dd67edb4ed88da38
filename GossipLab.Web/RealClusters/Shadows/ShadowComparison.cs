using GossipLab.Core.Primitives;
using GossipLab.Web.Labs;

namespace GossipLab.Web.RealClusters.Shadows;

/// <summary>A span of time in which reality was outside the simulated band.</summary>
/// <param name="From">Its beginning, counted from the question's moment.</param>
/// <param name="To">Its end so far.</param>
/// <param name="IsAhead">Whether more knew than in the fastest runs; otherwise fewer than in the slowest.</param>
/// <param name="Real">How many knew in reality, at its beginning.</param>
/// <param name="Band">What the runs did at its beginning.</param>
public sealed record Departure(TimeSpan From, TimeSpan To, bool IsAhead, int Real, BandPoint Band);

/// <summary>Where reality left the band.</summary>
public sealed record ShadowComparison(IReadOnlyList<Departure> Departures, int Compared, int Inside)
{
    /// <summary>Compares moment by moment, up to now.</summary>
    /// <param name="band">The band.</param>
    /// <param name="curve">How many knew in reality, over time.</param>
    /// <param name="start">The question's moment in reality.</param>
    /// <param name="now">Up to when reality is known.</param>
    public static ShadowComparison Of(ShadowBand band, IReadOnlyList<CurvePoint> curve, Instant start, Instant now)
    {
        var departures = new List<Departure>();
        var (compared, inside) = (0, 0);
        Departure? open = null;
        foreach (var point in band.Points)
        {
            if (start + point.After > now)
            {
                break;
            }

            compared++;
            var real = CountAt(curve, start + point.After);
            var (isAhead, isBehind) = (real > point.High, real < point.Low);
            if (open is not null && (isAhead || isBehind) && open.IsAhead == isAhead)
            {
                open = departures[^1] = open with { To = point.After };
                continue;
            }

            open = isAhead || isBehind ? new Departure(point.After, point.After, isAhead, real, point) : null;
            inside += open is null ? 1 : 0;
            if (open is not null)
            {
                departures.Add(open);
            }
        }

        return new ShadowComparison(departures, compared, inside);
    }

    private static int CountAt(IReadOnlyList<CurvePoint> curve, Instant at)
    {
        var count = 0;
        foreach (var point in curve)
        {
            if (point.At > at)
            {
                break;
            }

            count = point.Informed;
        }

        return count;
    }
}
