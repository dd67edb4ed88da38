using GossipLab.Tests.TestKit;
using Microsoft.Playwright;

namespace GossipLab.Tests.Browser;

/// <summary>One server and one browser for all journeys; every visit has a profile of its own.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The server that journeys visit, unless they need one for themselves.</summary>
    public LabServer Server { get; } = new();

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        await Server.DisposeAsync();
    }

    /// <summary>Opens an empty page of a new visitor.</summary>
    internal Task<Visit> VisitAsync(VisitOptions? options = null) => VisitAsync(Server.Address, options);

    /// <summary>Opens an empty page of a new visitor of another server.</summary>
    internal Task<Visit> VisitAsync(Uri server, VisitOptions? options = null) =>
        Visit.BeginAsync(_browser!, server, options ?? new()); // Initialized before the first test runs.
}
