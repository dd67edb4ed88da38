using System.Text.RegularExpressions;
using GossipLab.Tests.TestKit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GossipLab.Tests.Browser;

/// <summary>What holds on every page, whatever is on it.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ShellJourneys(BrowserFixture browser)
{
    private const string LightPage = "rgb(246, 248, 250)";
    private const string DarkPage = "rgb(14, 19, 25)";

    [Theory]
    [InlineData("/", false)]
    [InlineData("/", true)]
    [InlineData("/lab", false)]
    [InlineData("/lab", true)]
    public async Task A_page_has_no_barrier_no_fault_and_asks_no_other_host(string path, bool isDark)
    {
        await using var visit = await browser.VisitAsync(new() { IsDark = isDark });

        await visit.GoAsync(path);

        Faults.AssertNone(await Axe.FindBarriersAsync(visit));
        Faults.AssertNone(visit.Faults);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/lab")]
    public async Task A_page_fits_the_smallest_phone(string path)
    {
        await using var visit = await browser.VisitAsync(new() { Width = 320, Height = 640, HasTouch = true });

        await visit.GoAsync(path);

        Assert.Equal(0, await visit.OverflowAsync());
    }

    [Fact]
    public async Task The_chosen_theme_beats_the_systems_and_lasts()
    {
        await using var visit = await browser.VisitAsync(new() { IsDark = true });
        await visit.GoAsync("/lab");
        Assert.Equal(DarkPage, await visit.StyleAsync("body", "background-color"));

        await visit.Find("theme-toggle").ClickAsync();
        await Expect(visit.Page.Locator("body")).ToHaveCSSAsync("background-color", LightPage);
        await visit.ReloadAsync();

        Assert.Equal(LightPage, await visit.StyleAsync("body", "background-color"));
    }

    [Fact]
    public async Task A_page_is_painted_dark_before_any_script_ran()
    {
        await using var visit = await browser.VisitAsync(new() { IsDark = true });
        await visit.Page.RouteAsync("**/*.{js,mjs}*", route => route.AbortAsync());

        await visit.Page.GotoAsync(new Uri(browser.Server.Address, "/lab").ToString());

        Assert.Equal(DarkPage, await visit.StyleAsync("body", "background-color"));
    }

    [Fact]
    public async Task The_phones_menu_leads_to_the_lab_and_closes()
    {
        await using var visit = await browser.VisitAsync(VisitOptions.Phone);
        await visit.GoAsync("/");

        await visit.Find("menu").ClickAsync();
        await visit.Find("menu-drawer").GetByRole(AriaRole.Link, new() { Name = "Lab", Exact = true }).ClickAsync();

        await Expect(visit.Page).ToHaveURLAsync(new Regex("/lab[?]"));
        await Expect(visit.Find("menu-drawer")).Not.ToBeInViewportAsync();
    }

    [Fact]
    public async Task The_first_tab_offers_to_skip_to_the_content()
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync("/lab");

        await visit.Page.Keyboard.PressAsync("Tab");
        await Expect(visit.Find("skip-link")).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Enter");

        await Expect(visit.Page.Locator("main")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_lost_connection_shows_a_bar_that_leaves_the_page_usable()
    {
        var server = new LabServer();
        await using var visit = await browser.VisitAsync(server.Address);
        await visit.GoAsync("/lab");

        await server.DisposeAsync();

        await Expect(visit.Find("reconnect-bar")).ToContainTextAsync("Reconnecting");
        var bar = await visit.Find("reconnect-bar").BoundingBoxAsync();
        Assert.True(bar?.Height < 80, "The bar is small.");
        await Expect(visit.Find("theme-toggle")).ToBeInViewportAsync();
    }
}
