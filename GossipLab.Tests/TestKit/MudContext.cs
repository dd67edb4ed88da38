using Bunit;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using MudBlazor.Services;

namespace GossipLab.Tests.TestKit;

/// <summary>Renders components that use MudBlazor, without a browser.</summary>
public abstract class MudContext : BunitContext
{
    protected MudContext()
    {
        Services.AddMudServices();
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    /// <summary>Renders what menus, selects and tooltips open into; needed before components that have such.</summary>
    protected IRenderedComponent<MudPopoverProvider> RenderPopovers() => Render<MudPopoverProvider>();

    /// <summary>Finds an element by its test id.</summary>
    protected static AngleSharp.Dom.IElement Find<T>(IRenderedComponent<T> rendered, string testId)
        where T : IComponent => rendered.Find($"[data-testid={testId}]");
}
