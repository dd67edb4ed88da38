using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace GossipLab.Web.Shell;

/// <summary>What is around every page: the app bar, the phone's menu and a net for faults of what is inside.</summary>
public sealed partial class MainLayout
{
    internal const string ContentId = "content";

    private readonly MudTheme _theme = LabTheme.Create();
    private bool _isMenuOpen;
    private string? _shownPage;
    private string? _currentPage;
    private ErrorBoundary? _boundary;
    private ElementReference _content;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!; // Set by the framework before first use.

    protected override void OnParametersSet()
    {
        _currentPage = new Uri(Navigation.Uri).AbsolutePath;
        _boundary?.Recover();
    }

    /// <summary>A new page takes the focus, so that who does not see it hears of it; the first does not.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        var isOtherPage = !firstRender && _shownPage != _currentPage;
        _shownPage = _currentPage;
        if (isOtherPage)
        {
            await FocusContentAsync();
        }
    }

    private async Task FocusContentAsync() => await _content.FocusAsync();
}
