using System.Text.Json;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Browser;

/// <summary>
/// Runs the tests in StageModules in a real browser, against the modules as the server serves them. Each exported
/// function is a test; it fails by throwing.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class StageModuleTests(BrowserFixture browser)
{
    private const string Folder = "GossipLab.Tests/Browser/StageModules";

    private const string RunModule = """
        async name => {
          const tests = Object.entries(await import(`/stage-tests/${name}`));
          const failed = [];
          for (const [title, test] of tests) {
            try { await test(); } catch (error) { failed.push(`${title}: ${error.message}`); }
          }
          return JSON.stringify({ ran: tests.length, failed });
        }
        """;

    public static TheoryData<string> Modules => new(Repository.FilesBelow(Folder)
        .Select(path => Path.GetFileName(path)).Where(name => name.EndsWith("-tests.mjs")));

    [Theory]
    [MemberData(nameof(Modules))]
    public async Task A_module_of_the_stage_keeps_its_promises(string module)
    {
        await using var visit = await browser.VisitAsync();
        await visit.Page.RouteAsync("**/stage-tests/*.mjs", route => route.FulfillAsync(new()
        {
            ContentType = "text/javascript",
            Body = Repository.Read(Folder, Path.GetFileName(new Uri(route.Request.Url).LocalPath)),
        }));
        await visit.Page.GotoAsync(new Uri(browser.Server.Address, "/healthz").ToString());

        var report = await visit.Page.EvaluateAsync<string>(RunModule, module);

        var result = JsonSerializer.Deserialize<Report>(report, JsonSerializerOptions.Web)!; // Written above.
        Faults.AssertNone(result.Failed);
        Assert.NotEqual(0, result.Ran);
    }

    private sealed record Report(int Ran, IReadOnlyList<string> Failed);
}
