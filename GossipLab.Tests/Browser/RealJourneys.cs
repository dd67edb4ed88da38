using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GossipLab.Tests.Browser;

/// <summary>What people do with real nodes.</summary>
[Collection(BrowserCollection.Name)]
public sealed class RealJourneys(BrowserFixture browser)
{
    private const float Long = 60_000;

    private static readonly string[] Others = ["n0", "n1", "n2", "n4"];

    [Fact]
    public async Task Five_processes_are_started_one_is_killed_suspected_and_found_dead_and_it_returns()
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync("/real");
        await visit.Find("real-start").ClickAsync();
        await Expect(visit.Find("real")).ToHaveAttributeAsync("data-heard", "5", Patient());
        await ExpectAllAsync(visit, "alive");

        await visit.Find("node-n3").FocusAsync();
        await visit.Page.Keyboard.PressAsync("k");
        await Expect(visit.Find("node-n3")).ToHaveAttributeAsync("data-process", "ended");
        await Expect(visit.Page.Locator("[data-belief=suspect]").First).ToBeVisibleAsync(new() { Timeout = Long });
        await ExpectAllAsync(visit, "dead");
        await Expect(visit.Find("belief-n3-n0")).ToHaveAttributeAsync("data-belief", "unknown");

        await visit.Find("node-n3").FocusAsync();
        await visit.Page.Keyboard.PressAsync("k");
        await ExpectAllAsync(visit, "alive");
        await Expect(visit.Find("node-n3")).ToHaveAttributeAsync("data-starts", "2");
        await StopAsync(visit);
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_value_set_by_button_reaches_all_and_the_shadow_judges_it()
    {
        await using var visit = await browser.VisitAsync();
        await StartInProcessAsync(visit, 8);

        await visit.Find("real-set-value").ClickAsync();
        await visit.Find("ask-field").FillAsync("77");
        await visit.Find("ask-apply").ClickAsync();

        await Expect(visit.Find("real")).ToHaveAttributeAsync("data-informed", "8", Patient());
        await Expect(visit.Find("node-n5")).ToHaveAttributeAsync("data-value", "77");
        await Expect(visit.Find("shadow-verdict")).ToContainTextAsync("the band", new() { Timeout = Long });
        await StopAsync(visit);
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_reload_finds_the_same_nodes_and_a_wrong_wall_is_explained()
    {
        await using var visit = await browser.VisitAsync();
        await StartInProcessAsync(visit, 3);
        var cluster = await visit.Find("real").GetAttributeAsync("data-cluster");

        await visit.ReloadAsync();
        await visit.Find("real-wall").FillAsync("n0-n9");
        await visit.Find("real-wall-build").ClickAsync();

        await Expect(visit.Find("real")).ToHaveAttributeAsync("data-cluster", cluster!); // Read before the reload.
        await Expect(visit.Find("real-wall-fault")).ToContainTextAsync("nodes are n0 to n2");
        await StopAsync(visit);
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task The_form_names_what_is_wrong()
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync("/real");

        await visit.Find("real-nodes").FillAsync("51");
        await visit.Find("real-start").ClickAsync();

        await Expect(visit.Find("real-fault")).ToContainTextAsync("51 is not from 1 to 50");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task On_a_phone_it_fits_and_has_no_barriers(bool isDark)
    {
        await using var visit = await browser.VisitAsync(VisitOptions.Phone with { IsDark = isDark });
        await visit.GoAsync("/real");
        Assert.Empty(await Axe.FindBarriersAsync(visit));
        await StartInProcessAsync(visit, 5);

        foreach (var sheet in (string[])["curve", "log", "node", "more"])
        {
            await visit.Find($"sheet-{sheet}").ClickAsync();

            Assert.Equal(0, await visit.OverflowAsync());
            Assert.Empty(await Axe.FindBarriersAsync(visit));
        }

        await StopAsync(visit);
    }

    private static LocatorAssertionsToHaveAttributeOptions Patient() => new() { Timeout = Long };

    private static async Task StartInProcessAsync(Visit visit, int nodes)
    {
        var count = nodes.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await visit.GoAsync("/real");
        await visit.Find("real-in-process").ClickAsync();
        await visit.Find("real-nodes").FillAsync(count);
        await visit.Find("real-interval").FillAsync("200");
        await visit.Find("real-start").ClickAsync();
        await Expect(visit.Find("real")).ToHaveAttributeAsync("data-heard", count, Patient());
    }

    private static async Task ExpectAllAsync(Visit visit, string belief)
    {
        foreach (var other in Others)
        {
            await Expect(visit.Find($"belief-{other}-n3")).ToHaveAttributeAsync("data-belief", belief, Patient());
        }
    }

    private static async Task StopAsync(Visit visit)
    {
        await visit.Find("real-stop").ClickAsync();
        await visit.Find("real-start").WaitForAsync();
    }
}
