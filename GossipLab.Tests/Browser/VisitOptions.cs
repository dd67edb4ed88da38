using Microsoft.Playwright;

namespace GossipLab.Tests.Browser;

/// <summary>Who visits: on what screen and with what preferences.</summary>
internal sealed record VisitOptions
{
    public int Width { get; init; } = 1440;

    public int Height { get; init; } = 900;

    public bool IsDark { get; init; }

    public bool HasReducedMotion { get; init; }

    public bool HasTouch { get; init; }

    /// <summary>A phone held upright.</summary>
    public static VisitOptions Phone { get; } = new() { Width = 390, Height = 844, HasTouch = true };

    public BrowserNewContextOptions ToContext() => new()
    {
        ViewportSize = new() { Width = Width, Height = Height },
        ColorScheme = IsDark ? ColorScheme.Dark : ColorScheme.Light,
        ReducedMotion = HasReducedMotion ? ReducedMotion.Reduce : ReducedMotion.NoPreference,
        HasTouch = HasTouch,
    };
}
