namespace GossipLab.Web.Words;

/// <summary>What tests find things by. Tests use these and roles, never CSS classes.</summary>
internal static partial class TestIds
{
    public const string AppBar = "app-bar";
    public const string MenuButton = "menu";
    public const string MenuDrawer = "menu-drawer";
    public const string ThemeToggle = "theme-toggle";
    public const string SkipLink = "skip-link";
    public const string ReconnectBar = "reconnect-bar";
}
