using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GossipLab.Tests.Browser;

/// <summary>Somebody looks who believes what of whom, walks through it and asks.</summary>
[Collection(BrowserCollection.Name)]
public sealed class MatrixJourneys(BrowserFixture browser)
{
    private const string Stall = "/lab?s=stall-false-death&clock=manual&t=10500&tab=matrix";

    [Fact]
    public async Task The_matrix_is_walked_by_keyboard_and_answers_why()
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync(Stall);
        await Expect(visit.Find("matrix-disputes")).ToContainTextAsync("n3 is disputed");
        await Expect(visit.Page.Locator("[role=gridcell][tabindex='0']")).ToHaveCountAsync(1);
        await visit.Find("belief-n7-n2").FocusAsync();

        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(visit.Find("belief-n7-n3")).ToBeFocusedAsync();
        Assert.Empty(await Axe.FindBarriersAsync(visit));
        await visit.Page.Keyboard.PressAsync("Enter");

        await Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("n7");
        await Expect(visit.Find("why")).ToHaveAttributeAsync("data-stage", "answered");
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task The_line_below_the_curve_says_how_many_pairs_disagree_as_the_matrix_does()
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync(Stall);

        await visit.Find("tab-curve").ClickAsync();

        var said = await visit.Find("disagreement").TextContentAsync() ?? "";
        await Expect(visit.Find("matrix-summary")).ToContainTextAsync(said.Split(' ')[^2]);
        Assert.NotEqual("0", said.Split(' ')[^2]);
    }

    [Fact]
    public async Task A_row_shows_the_stage_through_its_eyes()
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync(Stall);

        await visit.Find("observer-n7").ClickAsync();

        await Expect(visit.Find("observer-n7")).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(visit.Find("node-n3")).ToHaveAttributeAsync("data-belief", "dead");
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_thousand_members_fit_into_a_few_lines()
    {
        await using var visit = await browser.VisitAsync();

        await visit.GoAsync("/lab?s=swim-1000&clock=manual&t=12000&tab=matrix");

        await Expect(visit.Find("matrix-summary")).ToContainTextAsync("995 running nodes");
        Assert.InRange(await visit.Page.Locator("[data-testid=matrix] tbody tr").CountAsync(), 2, 64);
    }

    [Fact]
    public async Task On_a_phone_the_matrix_stays_within_the_screen()
    {
        await using var visit = await browser.VisitAsync(VisitOptions.Phone);
        await visit.GoAsync(Stall);

        await Expect(visit.Find("matrix-summary")).ToBeVisibleAsync();

        Assert.Equal(0, await visit.OverflowAsync());
    }
}
