using GossipLab.Web.Parts;
using GossipLab.Web.RealClusters;
using GossipLab.Web.RealClusters.Shadows;
using GossipLab.Web.Words;

namespace GossipLab.Web.Features.Curve;

/// <summary>Says in a sentence where reality left the simulated band.</summary>
internal static class ShadowVerdict
{
    /// <summary>The sentence.</summary>
    public static string Of(ShadowedCurve curve) => curve switch
    {
        { Plan: null, Comparison: null } => UiText.Shadow.NoQuestion,
        { Band: null } => UiText.Shadow.Progress(curve.Done, curve.Wanted),
        { Comparison: { } found, Band: { } band } => Of(found, band),
        _ => UiText.Shadow.Waits,
    };

    private static string Of(ShadowComparison found, ShadowBand band)
    {
        var share = Numbers.Share(found.Inside, found.Compared);
        if (found.Departures is [var first, ..])
        {
            var at = TimeText.Of(first.From);
            return first.IsAhead
                ? UiText.Shadow.Ahead(at, first.Real, first.Band.High)
                : UiText.Shadow.Behind(at, first.Real, first.Band.Low);
        }

        return found.Compared < band.Points.Count ? UiText.Shadow.InsideSoFar(share) : UiText.Shadow.Inside(share);
    }
}
