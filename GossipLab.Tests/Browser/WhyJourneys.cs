using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GossipLab.Tests.Browser;

/// <summary>Somebody wonders why n7 believes n3 dead, reads the answer, and opens what would have been.</summary>
[Collection(BrowserCollection.Name)]
public sealed class WhyJourneys(BrowserFixture browser)
{
    private const string Stall = "/lab?s=stall-false-death&clock=manual&t=11000&sel=n7&tab=node";

    [Fact]
    public async Task A_false_death_is_explained_and_undone_in_a_branch()
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync(Stall);
        await visit.Find("why-ask-n3").ClickAsync();

        await Expect(visit.Find("why")).ToHaveAttributeAsync("data-stage", "answered");
        await Expect(visit.Find("why-path")).ToContainTextAsync("n4 → n30 → n9 → n7");
        await Expect(visit.Find("why-truth")).ToContainTextAsync("The verdict was wrong.");
        await Expect(visit.Find("why-lines")).ToContainTextAsync("n3 stood still from 3.0 s until 12.0 s");
        await Expect(visit.Find("why-lines")).ToContainTextAsync("Swim.Suspicion.Timeout");
        await Expect(visit.Find("why-graph")).ToBeVisibleAsync();
        await Expect(visit.Find("what-if")).ToHaveAttributeAsync("data-done", "true", new() { Timeout = 20_000 });
        await Expect(visit.Find("what-if-flip").First).ToContainTextAsync("verified by re-run");
        Assert.Empty(await Axe.FindBarriersAsync(visit));

        await visit.Find("what-if-branch").First.ClickAsync();

        await Expect(visit.Find("lab")).ToHaveAttributeAsync("data-branch", "without «pause n3 for 9 s» at 3.0 s");
        await Expect(visit.Find("lab")).ToHaveAttributeAsync("data-t", "11000");
        await Expect(visit.Find("view-n3")).ToHaveAttributeAsync("data-state", "alive");
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task The_keyboard_asks_of_what_has_the_focus_and_leaves_again()
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync(Stall);
        await visit.Find("view-n5").FocusAsync();

        await visit.Page.Keyboard.PressAsync("w");

        await Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Why does n7 believe this of n5?");
        await Expect(visit.Find("why")).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(visit.Find("view-n5")).ToBeFocusedAsync();
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task On_a_phone_nothing_sticks_out()
    {
        await using var visit = await browser.VisitAsync(VisitOptions.Phone);
        await visit.GoAsync(Stall);
        await visit.Find("sheet-node").ClickAsync();

        await visit.Find("why-ask-n3").ClickAsync();

        await Expect(visit.Find("why-lines")).ToBeVisibleAsync();
        Assert.Equal(0, await visit.OverflowAsync());
    }
}
