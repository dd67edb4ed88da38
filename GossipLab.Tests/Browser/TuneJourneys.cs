using static Microsoft.Playwright.Assertions;

namespace GossipLab.Tests.Browser;

/// <summary>An operator brings a configuration, mends it, and is told which settings hold what they need.</summary>
[Collection(BrowserCollection.Name)]
public sealed class TuneJourneys(BrowserFixture browser)
{
    [Fact]
    public async Task A_configuration_is_mended_searched_and_leads_to_a_run()
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync("/tune");
        await visit.Find("tune-text").FillAsync("gossip_lan {\n  probe_timeout = \"3s\"\n}");
        await Expect(visit.Find("tune-notes")).ToContainTextAsync("line 2");
        await visit.Find("tune-submit").ClickAsync();
        await Expect(visit.Find("tune-fault")).ToBeVisibleAsync();

        await visit.Find("tune-text").FillAsync("# ours\ngossip_lan {\n  probe_interval = \"2s\"\n}");
        await visit.Page.GetByLabel("Nodes", new() { Exact = true }).FillAsync("8");
        await visit.Page.GetByLabel("Overloaded nodes").FillAsync("0");
        await visit.Page.GetByLabel("A crash is known within, in s").FillAsync("6.5");
        await visit.Find("tune-submit").ClickAsync();

        await Expect(visit.Find("tune-progress")).ToContainTextAsync("480 runs measured", new() { Timeout = 60_000 });
        await Expect(visit.Find("tune-snippet")).ToContainTextAsync("# ours");
        await Expect(visit.Find("tune-snippet")).Not.ToContainTextAsync("\"2s\"");
        Assert.Empty(await Axe.FindBarriersAsync(visit));
        await visit.Find("tune-answer").GetByText("Open the median run").ClickAsync();

        await Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/lab\\?.*&lab="));
        Assert.Empty(visit.Faults);
    }
}
