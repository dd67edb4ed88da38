using GossipLab.Web.Sweeps;
using GossipLab.Web.Words;

namespace GossipLab.Web.Features.Sweep;

/// <summary>What a sweep shows, in sentences.</summary>
internal static class SweepHints
{
    private const double LeastError = 0.0005;

    /// <summary>The knee, the model's error, and how far a budget reaches; empty where nothing can be said.</summary>
    /// <param name="picture">The sweep.</param>
    /// <param name="budget">Bytes a second and node, or null.</param>
    public static IReadOnlyList<string> Of(SweepPicture picture, double? budget)
    {
        var hints = new List<string>();
        var axis = picture.Plan.X;
        var name = UiText.Compare.Parameter(axis.Parameter);
        if (picture.Knee() is { } knee)
        {
            hints.Add(UiText.Sweep.Knee(name, axis.Values[knee], picture.Falls));
        }

        if (picture.ModelError is { } error)
        {
            hints.Add(error.Share < LeastError
                ? UiText.Sweep.ModelMeets : UiText.Sweep.ModelError(error.Share, name, axis.Values[error.Point]));
        }

        if (budget is { } limit && picture.Plan.Y is null)
        {
            var within = picture.Bytes.TakeWhile(bytes => bytes <= limit).Count();
            hints.Add(within == 0
                ? UiText.Sweep.Beyond(limit) : UiText.Sweep.Within(name, axis.Values[within - 1], limit));
        }

        return hints;
    }
}
