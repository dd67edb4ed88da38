using GossipLab.Web.Words;

namespace GossipLab.Web.Shell;

/// <summary>A page that the navigation leads to.</summary>
internal sealed record NavigationPage(string Route, string Name)
{
    /// <summary>In the order in which they are shown.</summary>
    public static IReadOnlyList<NavigationPage> All { get; } =
    [
        new(PageRoutes.Lab, UiText.Shell.Lab),
        new(PageRoutes.Learn, UiText.Lessons.Name),
        new(PageRoutes.Compare, UiText.Compare.Name),
        new(PageRoutes.Sweep, UiText.Sweep.Name),
        new(PageRoutes.Tune, UiText.Tune.Name),
        new(PageRoutes.Real, UiText.Real.Name),
    ];
}
