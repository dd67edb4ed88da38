using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace GossipLab.Tests.Browser;

/// <summary>One visitor with one page. It writes down everything that a visitor should never meet.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private const float PatienceMs = 10_000;

    private readonly IBrowserContext _context;
    private readonly Uri _server;
    private readonly ConcurrentQueue<string> _faults = new();

    private Visit(IBrowserContext context, IPage page, Uri server)
    {
        _context = context;
        _server = server;
        Page = page;
        page.SetDefaultTimeout(PatienceMs);
        page.Console += (_, message) => Note(message.Type == "error", $"console: {message.Text}");
        page.PageError += (_, error) => Note(isFault: true, $"script: {error}");
        page.Request += (_, request) => Note(IsForeign(request.Url), $"asks another host: {request.Url}");
    }

    public IPage Page { get; }

    /// <summary>Console errors, script errors and requests to other hosts, in the order they came.</summary>
    public IReadOnlyCollection<string> Faults => _faults;

    public static async Task<Visit> BeginAsync(IBrowser browser, Uri server, VisitOptions options)
    {
        var context = await browser.NewContextAsync(options.ToContext());
        return new Visit(context, await context.NewPageAsync(), server);
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    /// <summary>Loads a page and waits until its buttons work.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(new Uri(_server, path).ToString());
        await BecomeInteractiveAsync();
    }

    /// <summary>Loads the page again and waits until its buttons work.</summary>
    public async Task ReloadAsync()
    {
        await Page.ReloadAsync();
        await BecomeInteractiveAsync();
    }

    /// <summary>Finds an element by its test id.</summary>
    public ILocator Find(string testId) => Page.GetByTestId(testId);

    /// <summary>The computed value of a style property of an element.</summary>
    public Task<string> StyleAsync(string selector, string property) => Page.EvaluateAsync<string>(
        "([selector, property]) => getComputedStyle(document.querySelector(selector)).getPropertyValue(property)",
        new[] { selector, property });

    /// <summary>How much wider the page is than the screen, in pixels.</summary>
    public Task<int> OverflowAsync() => Page.EvaluateAsync<int>(
        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");

    private Task BecomeInteractiveAsync() => Page.Locator("main[data-interactive]").WaitForAsync();

    private bool IsForeign(string url) =>
        url.StartsWith("http", StringComparison.Ordinal) && new Uri(url).Authority != _server.Authority;

    private void Note(bool isFault, string what)
    {
        if (isFault)
        {
            _faults.Enqueue(what);
        }
    }
}
