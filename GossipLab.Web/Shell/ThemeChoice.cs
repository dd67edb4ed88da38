using GossipLab.Web.Words;

namespace GossipLab.Web.Shell;

/// <summary>
/// Light or dark, as a visitor chose, or as their system prefers where they did not. It decides for which screens the
/// dark tokens apply, so the first byte of a page has its colours right and nothing flashes.
/// </summary>
internal sealed record ThemeChoice(string? Name)
{
    /// <summary>The media query of the dark style sheet.</summary>
    public string DarkMedia => Name switch
    {
        "dark" => "all",
        "light" => "not all",
        _ => "(prefers-color-scheme: dark)",
    };

    /// <summary>Reads the visitor's cookie; a value that means nothing is no choice.</summary>
    public static ThemeChoice From(HttpRequest request) => request.Cookies[BrowserKeys.Theme] switch
    {
        "dark" => new("dark"),
        "light" => new("light"),
        _ => new(Name: null),
    };
}
