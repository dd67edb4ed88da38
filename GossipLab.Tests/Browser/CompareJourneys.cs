using static Microsoft.Playwright.Assertions;

namespace GossipLab.Tests.Browser;

/// <summary>Somebody puts two protocols side by side and sees where they part and what comes of it.</summary>
[Collection(BrowserCollection.Name)]
public sealed class CompareJourneys(BrowserFixture browser)
{
    [Fact]
    public async Task Two_protocols_part_where_the_page_says_and_are_measured()
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync("/compare?pair=suspicion");
        await ReadyAsync(visit);
        await Expect(visit.Find("divergence")).ToContainTextAsync("believes n3 dead");
        await Expect(visit.Find("outcomes")).ToContainTextAsync("Running nodes believed dead");

        await visit.Find("divergence-go").ClickAsync();

        var at = await visit.Find("divergence").GetAttributeAsync("data-at");
        await Expect(visit.Find("duo-first")).ToHaveAttributeAsync("data-t", at!); // Said once it was found.
        await Expect(visit.Find("duo-second")).ToHaveAttributeAsync("data-t", at!);
        Assert.Empty(await Axe.FindBarriersAsync(visit));
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Both_play_and_stop_at_one_moment()
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync("/compare");
        await ReadyAsync(visit);

        await visit.Find("duo-play").ClickAsync();
        await Expect(visit.Find("duo-play")).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(visit.Find("duo-first")).Not.ToHaveAttributeAsync("data-t", "0");
        await visit.Find("duo-play").ClickAsync();
        await Expect(visit.Find("duo-play")).ToHaveAttributeAsync("aria-pressed", "false");
        await Expect(visit.Find("duo-second")).ToHaveAttributeAsync(
            "data-t", await visit.Find("duo-first").GetAttributeAsync("data-t") ?? "");

        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task On_a_phone_the_two_stand_below_each_other()
    {
        await using var visit = await browser.VisitAsync(VisitOptions.Phone);
        await visit.GoAsync("/compare?pair=lifeguard");
        await ReadyAsync(visit);

        await visit.Find("compare-pair").SelectOptionAsync("article");
        await Expect(visit.Find("compare")).ToHaveAttributeAsync("data-pair", "article");
        await ReadyAsync(visit);

        Assert.Equal(0, await visit.OverflowAsync());
    }

    private static Task ReadyAsync(Visit visit) =>
        Expect(visit.Find("shared-tape")).ToHaveAttributeAsync("data-ready", "true", new() { Timeout = 15_000 });
}
