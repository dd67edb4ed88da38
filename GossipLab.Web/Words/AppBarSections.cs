namespace GossipLab.Web.Words;

/// <summary>The places in the app bar that a page may fill, with a SectionContent of that name.</summary>
internal static class AppBarSections
{
    /// <summary>After the navigation: what is on screen and what can be done with it.</summary>
    public const string Page = "app-bar-page";

    /// <summary>Before the theme button: help for what is on screen.</summary>
    public const string Help = "app-bar-help";
}
