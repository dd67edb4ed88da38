using System.Text;
using GossipLab.Tests.TestKit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GossipLab.Tests.Browser;

/// <summary>What teachers do who wrote a lesson.</summary>
[Collection(BrowserCollection.Name)]
public sealed class OwnLessonJourneys(BrowserFixture browser)
{
    private static readonly string Example = Repository.Read("docs", "LESSONS.md").ReplaceLineEndings("\n")
        .Split("```yaml\n")[1].Split("```")[0];

    [Fact]
    public async Task A_lesson_is_brought_taken_and_still_there_another_day()
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync("/learn");

        await BringAsync(visit, Example);
        await Expect(visit.Find("own-list")).ToContainTextAsync("First steps");
        await visit.ReloadAsync();
        await visit.Find("own-list").GetByRole(AriaRole.Link).ClickAsync();

        await Expect(visit.Find("lesson")).ToContainTextAsync("How many rounds until all know it?");
        await visit.GoAsync("/learn");
        await visit.Find("own-forget").ClickAsync();
        await Expect(visit.Find("own-list")).ToHaveCountAsync(0);
        await visit.ReloadAsync();
        await Expect(visit.Find("lesson-card-rumour")).ToBeVisibleAsync();
        await Expect(visit.Find("own-list")).ToHaveCountAsync(0);
        Faults.AssertNone(visit.Faults);
    }

    [Fact]
    public async Task A_file_with_faults_is_explained_line_by_line()
    {
        await using var visit = await browser.VisitAsync(VisitOptions.Phone);
        await visit.GoAsync("/learn");

        await BringAsync(visit, Example.Replace("minutes: 3", "minuets: 3", StringComparison.Ordinal)
            .Replace("answer: rounds_to(1)", "answer: rounds_too(1)", StringComparison.Ordinal));

        await Expect(visit.Find("own-faults")).ToContainTextAsync("line 5:");
        await Expect(visit.Find("own-faults")).ToContainTextAsync("line 22:");
        await Expect(visit.Find("own-list")).ToHaveCountAsync(0);
        Assert.Equal(0, await visit.OverflowAsync());
        Faults.AssertNone(await Axe.FindBarriersAsync(visit));
        await BringAsync(visit, new string('a', 10_000_000));
        await Expect(visit.Find("own-faults")).ToContainTextAsync("at most 800,000 bytes");
        Faults.AssertNone(visit.Faults);
    }

    private static Task BringAsync(Visit visit, string text) =>
        visit.Find("own-file").SetInputFilesAsync(new FilePayload
        {
            Name = "mine.yaml",
            MimeType = "application/yaml",
            Buffer = Encoding.UTF8.GetBytes(text),
        });
}
