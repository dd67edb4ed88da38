using GossipLab.Web.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace GossipLab.Web.Shell;

/// <summary>
/// Turns light to dark and back. The browser does it and remembers it; which icon shows is a matter of style sheets, so
/// the server never needs to know what the visitor's system prefers.
/// </summary>
public sealed partial class ThemeToggle : IAsyncDisposable
{
    private IJSObjectReference? _module;

    [Inject]
    private IJSRuntime Js { get; set; } = null!; // Set by the framework before first use.

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and the module with it.
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _module = await Js.InvokeAsync<IJSObjectReference>("import", "./js/shell/theme.mjs");
        }
    }

    private async Task ToggleAsync()
    {
        if (_module is not null)
        {
            await _module.InvokeVoidAsync("toggle", BrowserKeys.Theme);
        }
    }
}
