using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace GossipLab.Web.Shell;

/// <summary>The document around every page.</summary>
public sealed partial class App
{
    private ThemeChoice _theme = new(Name: null);
    private Dictionary<string, object> _importMapAttributes = [];

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!; // This component is rendered within a request only.

    [Inject]
    private ContentSecurity Security { get; set; } = null!; // Set by the framework before first use.

    /// <summary>Interactive, but for the page that tells of a fault, which must work when nothing else does.</summary>
    private IComponentRenderMode? PageRenderMode =>
        Http.AcceptsInteractiveRouting() ? RenderMode.InteractiveServer : null;

    protected override void OnInitialized()
    {
        _theme = ThemeChoice.From(Http.Request);
        _importMapAttributes = new() { ["nonce"] = Security.Nonce };
    }
}
