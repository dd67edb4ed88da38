using GossipLab.Tests.TestKit;
using static Microsoft.Playwright.Assertions;

namespace GossipLab.Tests.Browser;

/// <summary>What readers do who meet a word they do not know.</summary>
[Collection(BrowserCollection.Name)]
public sealed class GlossaryJourneys(BrowserFixture browser)
{
    [Fact]
    public async Task A_word_of_a_lesson_leads_to_its_meaning_and_the_lesson_stays()
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync("/learn/rumour/1");
        await visit.Find("lesson-number").FillAsync("5");
        var word = visit.Find("lesson").Locator("a[href^='/glossary#']").First;

        await word.FocusAsync();
        var glossary = await visit.Page.RunAndWaitForPopupAsync(() => visit.Page.Keyboard.PressAsync("Enter"));

        await Expect(glossary.Locator("#value")).ToBeInViewportAsync();
        await Expect(glossary.Locator("#coverage")).Not.ToBeInViewportAsync();
        await Expect(visit.Find("lesson-number")).ToHaveValueAsync("5");
    }

    [Fact]
    public async Task A_page_links_each_word_once()
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync("/learn/rumour/2");
        await visit.Find("lesson-no-idea").ClickAsync();
        await visit.Find("lesson-skip").ClickAsync();
        await Expect(visit.Find("lesson-outcome")).ToBeVisibleAsync(new() { Timeout = 20_000 });

        var links = await visit.Page.Locator("a[href^='/glossary#']")
            .EvaluateAllAsync<string[]>("all => all.map(one => one.getAttribute('href'))");

        Assert.NotEmpty(links);
        Assert.Equal(links.Distinct(), links);
    }

    [Fact]
    public async Task The_glossary_is_reached_from_the_lessons_and_stands_in_nobodys_way()
    {
        foreach (var options in new[] { new VisitOptions(), VisitOptions.Phone with { IsDark = true } })
        {
            await using var visit = await browser.VisitAsync(options);
            await visit.GoAsync("/learn");
            await visit.Find("learn-glossary").ClickAsync();
            await visit.Find("glossary").WaitForAsync();

            Faults.AssertNone(await Axe.FindBarriersAsync(visit));
            Assert.Equal(0, await visit.OverflowAsync());
            Faults.AssertNone(visit.Faults);
        }
    }
}
