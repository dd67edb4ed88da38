using System.Text;
using System.Text.RegularExpressions;
using GossipLab.Tests.TestKit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GossipLab.Tests.Browser;

/// <summary>What teachers do who want a lesson on paper.</summary>
[Collection(BrowserCollection.Name)]
public sealed partial class SheetJourneys(BrowserFixture browser)
{
    private static readonly LocatorAssertionsToHaveAttributeOptions Patient = new() { Timeout = 20_000 };

    [Fact]
    public async Task A_lesson_is_printed_with_the_answers_and_the_seed_on_a_page_behind_the_questions()
    {
        await using var visit = await browser.VisitAsync(new() { IsDark = true });
        await visit.GoAsync("/learn/two-truths/1");
        await visit.Find("lesson-print").ClickAsync();
        await Expect(visit.Find("lesson-sheet")).Not.ToHaveAttributeAsync("data-answers", "0", Patient);

        var questions = await visit.Find("sheet-questions").InnerTextAsync();
        var answers = await visit.Find("sheet-answers").InnerTextAsync();
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        var paper = await visit.Page.PdfAsync(new() { Format = "A4" });

        Assert.DoesNotContain("2 values", questions);
        Assert.Contains("2 values", answers);
        Assert.Contains("seed ", answers);
        Assert.Equal("page", await visit.StyleAsync("[data-testid=sheet-answers]", "break-before"));
        Assert.Equal("none", await visit.StyleAsync("[data-testid=app-bar]", "display"));
        Assert.Equal("none", await visit.StyleAsync("[data-testid=lesson-sheet] nav", "display"));
        Assert.Equal("rgb(255, 255, 255)", await visit.StyleAsync("body", "background-color"));
        Assert.Equal("rgb(0, 0, 0)", await visit.StyleAsync("[data-testid=lesson-sheet] h1", "color"));
        Assert.InRange(Pages().Count(Encoding.Latin1.GetString(paper)), 2, 6);
    }

    [Fact]
    public async Task A_sheet_stands_in_nobodys_way()
    {
        foreach (var options in new[] { new VisitOptions(), VisitOptions.Phone with { IsDark = true } })
        {
            await using var visit = await browser.VisitAsync(options);
            await visit.GoAsync("/learn/rumour/sheet");
            await Expect(visit.Find("lesson-sheet")).ToHaveAttributeAsync("data-answers", "6", Patient);

            Faults.AssertNone(await Axe.FindBarriersAsync(visit));
            Assert.Equal(0, await visit.OverflowAsync());
            Faults.AssertNone(visit.Faults);
        }
    }

    [GeneratedRegex("/Type\\s*/Page\\b")]
    private static partial Regex Pages();
}
