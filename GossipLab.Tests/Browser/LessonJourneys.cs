using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GossipLab.Tests.Browser;

/// <summary>What learners do.</summary>
[Collection(BrowserCollection.Name)]
public sealed class LessonJourneys(BrowserFixture browser)
{
    private static readonly LocatorAssertionsToBeVisibleOptions Patient = new() { Timeout = 20_000 };

    // How each kind of question is answered; an order stands there from the beginning and is taken as it is.
    private static readonly (string Field, string Key)[] Fields =
        [("lesson-number", "8"), ("lesson-node", "ArrowDown"), ("lesson-option-0", "Space"),
            ("lesson-point-0", "ArrowUp")];

    [Fact]
    public async Task Two_clicks_lead_into_the_first_lesson_and_the_keyboard_through_it()
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync("/");
        await visit.Find("home-learn").ClickAsync();
        await visit.Find("lesson-card-rumour").ClickAsync();

        await WalkAsync(visit, steps: 6);

        await Expect(visit.Find("lesson-card-rumour")).ToContainTextAsync("all 6 steps answered");
        Assert.Empty(visit.Faults);
    }

    [Theory]
    [InlineData("two-truths", 6, false)]
    [InlineData("refutation", 6, true)]
    public async Task The_keyboard_leads_through_a_lesson_of_choices_and_orders(string slug, int steps, bool isPhone)
    {
        await using var visit = await browser.VisitAsync(isPhone ? VisitOptions.Phone with { IsDark = true } : null);
        await visit.GoAsync($"/learn/{slug}/1");

        await WalkAsync(visit, steps);

        await Expect(visit.Find($"lesson-card-{slug}")).ToContainTextAsync($"all {steps} steps answered");
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task One_truth_is_predicted_and_two_are_found()
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync("/learn/two-truths/1");

        await visit.Find("lesson-number").FillAsync("1");
        await visit.Find("lesson-check").ClickAsync();
        await visit.Find("lesson-skip").ClickAsync();

        await Expect(visit.Find("lesson-given")).ToHaveTextAsync("1 value", new() { Timeout = 20_000 });
        await Expect(visit.Find("lesson-answer")).ToHaveTextAsync("2 values");
        await Expect(visit.Find("lesson-band")).ToHaveTextAsync("2 in 90 % of runs", new() { Timeout = 30_000 });
        await Expect(visit.Find("lesson-outcome")).ToContainTextAsync("Value.Tie.Lost");
        await Expect(visit.Find("lesson-outcome")).ToContainTextAsync("broken at 0.1 s");
    }

    [Fact]
    public async Task A_curve_is_drawn_in_one_stroke_and_compared_with_the_runs()
    {
        await using var visit = await browser.VisitAsync(VisitOptions.Phone);
        await visit.GoAsync("/learn/rumour/6");
        await visit.Find("lesson-check").ClickAsync();
        await Expect(visit.Find("lesson")).ToContainTextAsync("Draw your curve.");

        await StrokeAsync(visit, 8);
        await Expect(visit.Find("lesson-point-7")).ToHaveAttributeAsync("aria-valuetext", "128 nodes");
        await visit.Find("lesson-check").ClickAsync();
        await visit.Find("lesson-skip").ClickAsync();

        await Expect(visit.Find("lesson-answer")).ToContainTextAsync("3 · 9 · ", new() { Timeout = 20_000 });
        await Expect(visit.Find("lesson-verdict")).ToContainTextAsync("of your 8 points", new() { Timeout = 30_000 });
        Assert.Equal(0, await visit.OverflowAsync());
        Assert.Empty(await Axe.FindBarriersAsync(visit));
        Assert.Empty(visit.Faults);
    }

    [Theory]
    [InlineData("/learn")]
    [InlineData("/learn/rumour/1")]
    [InlineData("/learn/rumour/6")]
    [InlineData("/learn/two-truths/2")]
    [InlineData("/lab?s=simultaneous-sets&tab=rules&t=3000")]
    public async Task Nothing_stands_in_the_way_of_assistive_technology(string address)
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync(address);
        await visit.Find(address == "/learn" ? "lesson-card-rumour" : "lab").WaitForAsync();

        Assert.Empty(await Axe.FindBarriersAsync(visit));
    }

    // From the first question to the list of lessons, with keys alone.
    private static async Task WalkAsync(Visit visit, int steps)
    {
        for (var step = 1; step <= steps; step++)
        {
            await Expect(visit.Find("lesson")).ToHaveAttributeAsync("data-step", $"{step}");
            await Expect(visit.Find("lesson")).ToHaveAttributeAsync("data-phase", "predict");
            await AnswerAsync(visit);
            await TabToAsync(visit.Page, "lesson-skip");
            await visit.Page.Keyboard.PressAsync("Enter");
            await Expect(visit.Find("lesson-verdict")).ToBeVisibleAsync(Patient);
            Assert.Equal(0, await visit.OverflowAsync());
            await TabToAsync(visit.Page, "lesson-next");
            if (step < steps)
            {
                await visit.Page.Keyboard.PressAsync("Enter");
            }
        }

        await Expect(visit.Find("lesson-takeaway")).ToBeVisibleAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
    }

    // From the lower left corner to the upper right one, with the mouse held down.
    private static async Task StrokeAsync(Visit visit, int points)
    {
        var (first, last) = (visit.Find("lesson-point-0"), visit.Find($"lesson-point-{points - 1}"));
        await first.ScrollIntoViewIfNeededAsync();
        await Expect(visit.Page.Locator("[data-drawable]")).ToHaveCountAsync(1);
        var from = (await first.BoundingBoxAsync())!; // It was scrolled into view.
        var to = (await last.BoundingBoxAsync())!;
        await visit.Page.Mouse.MoveAsync(from.X + from.Width / 2, from.Y + from.Height - 2);
        await visit.Page.Mouse.DownAsync();
        await visit.Page.Mouse.MoveAsync(to.X + to.Width / 2, to.Y + 2, new() { Steps = points });
        await visit.Page.Mouse.UpAsync();
    }

    private static async Task AnswerAsync(Visit visit)
    {
        foreach (var (field, key) in Fields)
        {
            if (await visit.Find(field).CountAsync() > 0)
            {
                await TabToAsync(visit.Page, field);
                await visit.Page.Keyboard.PressAsync(key);
            }
        }

        await TabToAsync(visit.Page, "lesson-check");
        await visit.Page.Keyboard.PressAsync("Enter");
    }

    private static async Task TabToAsync(IPage page, string testId)
    {
        await page.GetByTestId(testId).WaitForAsync(new() { Timeout = 20_000 });
        for (var press = 0; press < 120; press++)
        {
            if (await page.EvaluateAsync<string?>("document.activeElement?.dataset.testid") == testId)
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"Tab does not lead to {testId}");
    }
}
