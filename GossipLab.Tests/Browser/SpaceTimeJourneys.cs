using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GossipLab.Tests.Browser;

/// <summary>Somebody who never saw such a diagram reads one, follows causes through it and takes it along.</summary>
[Collection(BrowserCollection.Name)]
public sealed class SpaceTimeJourneys(BrowserFixture browser)
{
    private const string Hello = "/lab?s=hello&clock=manual&t=6000&tab=space-time";

    [Fact]
    public async Task Causes_are_followed_by_keyboard_and_the_rest_falls_away()
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync(Hello);
        await ReadyAsync(visit);
        var all = await NumberAsync(visit, "data-events");
        await visit.Find("space-time-canvas").FocusAsync();

        await visit.Page.Keyboard.PressAsync("ArrowLeft");
        await visit.Page.Keyboard.PressAsync("ArrowLeft");
        await Expect(visit.Find("space-time-why")).ToBeVisibleAsync();
        await visit.Find("cone-past").ClickAsync();

        await Expect(visit.Find("space-time-canvas")).Not.ToHaveAttributeAsync("data-events", $"{all}");
        Assert.InRange(await NumberAsync(visit, "data-events"), 1, all - 1);
        Assert.Empty(await Axe.FindBarriersAsync(visit));
        await visit.Find("space-time-why").ClickAsync();
        await Expect(visit.Find("why")).ToHaveAttributeAsync("data-stage", "answered");
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Lines_are_hidden_order_changes_and_the_picture_is_saved()
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync(Hello);
        await ReadyAsync(visit);

        await visit.Find("space-time-hide").FillAsync("n0-n9");
        await visit.Find("space-time-hide").PressAsync("Enter");
        await Expect(visit.Find("space-time-canvas")).ToHaveAttributeAsync("data-lanes", "6");
        await visit.Find("space-time-order").ClickAsync();
        await Expect(visit.Find("space-time-canvas")).ToHaveAttributeAsync("data-order", "events");
        var saved = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Find("space-time-svg").ClickAsync());

        Assert.Equal("space-time.svg", saved.SuggestedFilename);
        var file = await File.ReadAllTextAsync(await saved.PathAsync(), TestContext.Current.CancellationToken);
        Assert.StartsWith("<svg", file, StringComparison.Ordinal);
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task The_table_says_the_same_and_the_help_says_how_to_read_it()
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync(Hello);
        await ReadyAsync(visit);

        await visit.Find("space-time-help").ClickAsync();
        await Expect(visit.Find("space-time-how")).ToContainTextAsync("Each line is a node.");
        await visit.Find("space-time-table-toggle").ClickAsync();
        await visit.Find("space-time-table").Locator("button").First.ClickAsync();

        await Expect(visit.Find("space-time-told")).ToContainTextAsync(" s");
        await Expect(visit.Find("space-time-go")).ToBeVisibleAsync();
        Assert.Empty(await Axe.FindBarriersAsync(visit));
    }

    [Fact]
    public async Task On_a_phone_time_runs_down_and_nothing_sticks_out()
    {
        await using var visit = await browser.VisitAsync(VisitOptions.Phone);
        await visit.GoAsync(Hello);
        await ReadyAsync(visit);

        await visit.Find("space-time-large").ClickAsync();

        Assert.Equal(0, await visit.OverflowAsync());
        Assert.Empty(visit.Faults);
    }

    private static Task ReadyAsync(Visit visit) =>
        Expect(visit.Find("space-time")).ToHaveAttributeAsync("data-ready", "true", new() { Timeout = 15_000 });

    private static async Task<int> NumberAsync(Visit visit, string name) =>
        int.Parse(await visit.Find("space-time-canvas").GetAttributeAsync(name) ?? "", null);
}
