using Microsoft.AspNetCore.Components;

namespace GossipLab.Web.Shell;

/// <summary>The bar at the top: name, pages, what the page puts there, and the theme.</summary>
public sealed partial class AppBar
{
    /// <summary>The visitor wants the phone's menu.</summary>
    [Parameter, EditorRequired]
    public EventCallback MenuOpened { get; set; }

    /// <summary>The visitor skips the bar and wants the page.</summary>
    [Parameter, EditorRequired]
    public EventCallback ContentWanted { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = null!; // Set by the framework before first use.

    /// <summary>A bare fragment would be resolved against the base address and leave the page.</summary>
    private string SkipTarget => $"{Navigation.Uri.Split('#')[0]}#{MainLayout.ContentId}";
}
