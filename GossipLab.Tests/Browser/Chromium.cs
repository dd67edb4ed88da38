using Microsoft.Playwright;

namespace GossipLab.Tests.Browser;

/// <summary>Finds a browser on this machine and starts it.</summary>
internal static class Chromium
{
    private const string PathVariable = "CHROMIUM_PATH";

    private static readonly string[] Names =
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "msedge.exe"];

    private static readonly string[] FixedPlaces =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) =>
        playwright.Chromium.LaunchAsync(new() { ExecutablePath = Find(playwright), Args = Flags });

    private static string Find(IPlaywright playwright)
    {
        var told = Environment.GetEnvironmentVariable(PathVariable);
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var places = Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name)))
            .Concat(FixedPlaces).Append(playwright.Chromium.ExecutablePath);
        return (string.IsNullOrEmpty(told) ? places.FirstOrDefault(File.Exists) : told)
            ?? throw new InvalidOperationException(HowToInstall());
    }

    private static string HowToInstall() => $"""
        The browser tests found no Chromium, Chrome or Edge. Install one:
          sudo apt-get update && sudo apt-get install -y chromium     (Debian, Ubuntu)
          pwsh {Path.Combine(AppContext.BaseDirectory, "playwright.ps1")} install chromium     (anywhere)
        or set {PathVariable} to the executable of one you have.
        """;
}
