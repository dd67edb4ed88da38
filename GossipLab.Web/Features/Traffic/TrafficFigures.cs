using GossipLab.Web.Labs;
using GossipLab.Web.Parts;
using GossipLab.Web.Words;

namespace GossipLab.Web.Features.Traffic;

/// <summary>A measured figure with its name.</summary>
internal sealed record TrafficFigure(string Name, string Text, string? Hint = null, bool IsBad = false);

/// <summary>What a run has cost and how often its detector was wrong.</summary>
internal static class TrafficFigures
{
    /// <summary>All figures of a view, in the order of reading.</summary>
    public static IReadOnlyList<TrafficFigure> Of(LabView view)
    {
        var counters = view.Counters;
        return
        [
            new(UiText.Traffic.Sent, Numbers.Of(counters.Sent)),
            new(UiText.Traffic.Delivered, Numbers.Of(counters.Delivered)),
            new(UiText.Traffic.Lost, Numbers.Of(counters.Lost)),
            new(UiText.Traffic.InFlight, Numbers.Of(counters.InFlight)),
            new(UiText.Traffic.Bytes, Numbers.Bytes(counters.Bytes)),
            new(UiText.Traffic.PerNode, BytesPerNodeAndSecond(view)),
            new(UiText.Traffic.Useful, Numbers.Of(counters.Useful)),
            new(UiText.Traffic.Wasted, Numbers.Share(counters.Wasted, counters.Wasted + counters.Useful),
                UiText.Traffic.WastedHint),
            new(UiText.Traffic.Suspicions, Numbers.Of(view.Suspicions)),
            new(UiText.Traffic.Deaths, Numbers.Of(view.Deaths)),
            new(UiText.Traffic.FalseSuspicions, Numbers.Of(view.FalseSuspicions), UiText.Traffic.FalseSuspicionsHint,
                view.FalseSuspicions > 0),
            new(UiText.Traffic.FalseDeaths, Numbers.Of(view.FalseDeaths), UiText.Traffic.FalseDeathsHint,
                view.FalseDeaths > 0),
            new(UiText.Traffic.Refutations, Numbers.Of(view.Refutations), UiText.Traffic.RefutationsHint),
        ];
    }

    private static string BytesPerNodeAndSecond(LabView view)
    {
        var nodeSeconds = view.Now.Seconds * view.Nodes;
        return nodeSeconds <= 0
            ? "–" : UiText.Traffic.ARate(Numbers.Bytes((long)Math.Round(view.Counters.Bytes / nodeSeconds)));
    }
}
