using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GossipLab.Tests.Browser;

/// <summary>What people do in the lab, from the first look to a shared run.</summary>
[Collection(BrowserCollection.Name)]
public sealed class LabJourneys(BrowserFixture browser)
{
    private const string ManualHello = "/lab?s=hello&seed=7&clock=manual";

    [Fact]
    public async Task A_visitor_who_touches_nothing_sees_everybody_informed_within_ten_seconds()
    {
        await using var visit = await browser.VisitAsync();

        await visit.GoAsync("/");

        await Expect(visit.Find("lab")).ToHaveAttributeAsync("data-informed", "16", new() { Timeout = 10_000 });
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task One_link_opened_twice_gives_one_run_and_another_seed_gives_another()
    {
        await using var visit = await browser.VisitAsync();

        var first = await HashesOfSixRoundsAsync(visit, ManualHello);
        var second = await HashesOfSixRoundsAsync(visit, ManualHello);
        var other = await HashesOfSixRoundsAsync(visit, "/lab?s=hello&seed=8&clock=manual");

        Assert.Equal(first, second);
        Assert.Empty(first.Intersect(other));
    }

    [Fact]
    public async Task A_node_killed_by_mouse_is_found_out_by_all_and_returns_with_a_higher_incarnation()
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync(ManualHello);
        await visit.Find("stage").Locator("canvas").First.WaitForAsync();
        await visit.Find("node-n3").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");

        await visit.Find("node-inspector").GetByTestId("kill").ClickAsync();
        await Expect(visit.Find("node-n3")).ToHaveAttributeAsync("data-up", "false");
        await StepRoundsAsync(visit, 8);

        await Expect(visit.Find("node-n3")).ToHaveAttributeAsync("data-burying", "15");
        await visit.Find("node-inspector").GetByTestId("restart").ClickAsync();
        await StepRoundsAsync(visit, 4);
        await Expect(visit.Find("node-n3")).ToHaveAttributeAsync("data-up", "true");
        await Expect(visit.Find("node-n3")).ToHaveAttributeAsync("data-burying", "0");
        var incarnation = await visit.Find("node-n3").GetAttributeAsync("data-incarnation");
        Assert.InRange(int.Parse(incarnation ?? "", CultureInfo.InvariantCulture), 2, 9);
    }

    [Fact]
    public async Task A_node_killed_by_keyboard_is_dead_in_anothers_eyes()
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync(ManualHello);
        await StepRoundsAsync(visit, 1);
        await visit.Find("stage").Locator("canvas").First.WaitForAsync();
        await visit.Find("node-n3").FocusAsync();

        await visit.Page.Keyboard.PressAsync("k");
        await Expect(visit.Find("node-n3")).ToHaveAttributeAsync("data-up", "false");
        await StepRoundsAsync(visit, 8);
        await visit.Find("node-n7").FocusAsync();
        await visit.Page.Keyboard.PressAsync("t");

        await Expect(visit.Find("node-n3")).ToHaveAttributeAsync("data-belief", "dead");
    }

    [Fact]
    public async Task Steps_move_time_and_reload_finds_the_same_run()
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync(ManualHello);
        await StepRoundsAsync(visit, 2);
        var hash = await visit.Find("lab").GetAttributeAsync("data-trace-hash");

        await visit.ReloadAsync();

        await Expect(visit.Find("lab")).ToHaveAttributeAsync("data-trace-hash", hash!); // set since the first step
    }

    [Fact]
    public async Task A_wrong_parameter_is_explained_in_place_and_changes_nothing()
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync(ManualHello);
        var seed = visit.Find("lab");
        var hash = await seed.GetAttributeAsync("data-trace-hash");

        await visit.Find("parameter-fan-out").FillAsync("99");
        await visit.Page.Keyboard.PressAsync("Tab");

        await Expect(visit.Find("parameter-apply")).ToBeDisabledAsync();
        await Expect(visit.Find("parameter-fault-fan-out")).ToContainTextAsync("1 to 16");
        Assert.Equal(hash, await seed.GetAttributeAsync("data-trace-hash"));
    }

    [Theory]
    [InlineData("/lab?s=no-such-thing")]
    [InlineData("/lab?s=hello&n=-3")]
    [InlineData("/lab?s=hello&seed=banana")]
    [InlineData("/lab?z=garbage")]
    [InlineData("/lab?s=hello&t=99999999999999999")]
    public async Task A_bad_link_says_what_is_wrong_and_still_opens_a_lab(string link)
    {
        await using var visit = await browser.VisitAsync();

        await visit.GoAsync(link);

        await Expect(visit.Find("link-faults")).ToBeVisibleAsync();
        await Expect(visit.Find("lab")).ToBeVisibleAsync();
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_shared_link_restores_the_run_at_its_moment()
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync(ManualHello);
        await StepRoundsAsync(visit, 1);
        await visit.Find("stage").Locator("canvas").First.WaitForAsync();
        await visit.Find("node-n5").FocusAsync();
        await visit.Page.Keyboard.PressAsync("k");
        await Expect(visit.Find("node-n5")).ToHaveAttributeAsync("data-up", "false");
        await StepRoundsAsync(visit, 1);
        var hash = await visit.Find("lab").GetAttributeAsync("data-trace-hash");

        await visit.Find("share").ClickAsync();
        var link = await visit.Find("share-link").InputValueAsync();
        await using var friend = await browser.VisitAsync();
        await friend.GoAsync(new Uri(link).PathAndQuery);

        await Expect(friend.Find("lab")).ToHaveAttributeAsync("data-trace-hash", hash!); // set since the first step
    }

    [Theory]
    [InlineData("rumour-1000", "1000", "cloud")]
    [InlineData("rumour-10000", "10000", "grid")]
    public async Task A_large_cluster_is_drawn_and_learns(string scenario, string nodes, string mode)
    {
        await using var visit = await browser.VisitAsync();

        await visit.GoAsync($"/lab?s={scenario}");
        await visit.Find("run-until").ClickAsync();

        await Expect(visit.Find("lab")).ToHaveAttributeAsync("data-mode", mode);
        await Expect(visit.Find("lab")).ToHaveAttributeAsync("data-informed", nodes, new() { Timeout = 30_000 });
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_phone_shows_the_lab_and_steps_by_touch()
    {
        await using var visit = await browser.VisitAsync(VisitOptions.Phone);
        await visit.GoAsync(ManualHello);

        await visit.Find("step-round").TapAsync();

        await Expect(visit.Find("lab")).ToHaveAttributeAsync("data-informed", "3");
        Assert.Equal(0, await visit.OverflowAsync());
    }

    private static async Task StepRoundsAsync(Visit visit, int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            var before = await visit.Find("lab").GetAttributeAsync("data-t");
            await visit.Find("step-round").ClickAsync();
            await Expect(visit.Find("lab")).Not.ToHaveAttributeAsync("data-t", before!); // always set
        }
    }

    private static async Task<List<string?>> HashesOfSixRoundsAsync(Visit visit, string link)
    {
        await visit.GoAsync(link);
        var hashes = new List<string?>();
        for (var round = 0; round < 6; round++)
        {
            await StepRoundsAsync(visit, 1);
            hashes.Add(await visit.Find("lab").GetAttributeAsync("data-trace-hash"));
        }

        return hashes;
    }
}
