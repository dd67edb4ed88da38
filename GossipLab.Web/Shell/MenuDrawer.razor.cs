using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace GossipLab.Web.Shell;

/// <summary>The pages again, for screens where the bar has no room for them. It closes when one is chosen.</summary>
public sealed partial class MenuDrawer : IDisposable
{
    [Parameter]
    public bool Open { get; set; }

    [Parameter]
    public EventCallback<bool> OpenChanged { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = null!; // Set by the framework before first use.

    public void Dispose() => Navigation.LocationChanged -= Close;

    protected override void OnInitialized() => Navigation.LocationChanged += Close;

    private void Close(object? sender, LocationChangedEventArgs location) =>
        _ = InvokeAsync(() => OpenChanged.InvokeAsync(arg: false));
}
