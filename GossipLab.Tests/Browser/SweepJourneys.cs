using static Microsoft.Playwright.Assertions;

namespace GossipLab.Tests.Browser;

/// <summary>Somebody asks what to expect of a setting, and looks at the very run behind a point.</summary>
[Collection(BrowserCollection.Name)]
public sealed class SweepJourneys(BrowserFixture browser)
{
    [Fact]
    public async Task A_sweep_is_played_and_a_point_leads_to_its_run()
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync("/sweep");

        await visit.Find("sweep-submit").ClickAsync();
        await Expect(visit.Find("sweep-progress")).ToContainTextAsync("600 runs, all that were needed");
        await Expect(visit.Find("sweep-hints")).ToContainTextAsync("Knee");
        await Expect(visit.Find("sweep-hints")).ToContainTextAsync("Model: the mean-field curve");
        await Expect(visit.Find("sweep-model")).ToHaveAttributeAsync("href", "/about/model");
        Assert.Empty(await Axe.FindBarriersAsync(visit));
        await visit.Find("sweep-chart").GetByLabel("FanOut 2: median").PressAsync("Enter");

        await Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/lab\\?.*&lab="));
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_link_fills_the_form_and_says_what_it_could_not_use()
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync("/sweep?x=nodes&from=16&to=64&step=16&seeds=many");

        await Expect(visit.Find("sweep-fault")).ToContainTextAsync("The link's seeds is no whole number");
        await Expect(visit.Find("sweep-form")).ToContainTextAsync("Nodes");
        Assert.Empty(visit.Faults);
    }
}
