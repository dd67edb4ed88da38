using GossipLab.Tests.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GossipLab.Tests.Browser;

/// <summary>What speakers do in front of an audience, and on their slides.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PresenterJourneys(BrowserFixture browser)
{
    private static readonly LocatorAssertionsToHaveAttributeOptions Patient = new() { Timeout = 20_000 };

    [Fact]
    public async Task A_remote_goes_through_a_lesson_and_the_notes_know_the_answer_first()
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync("/present?lesson=two-truths&step=1");
        var board = visit.Find("present-board");
        await Expect(board).ToHaveAttributeAsync("data-phase", "predict");
        await Expect(visit.Find("present")).ToHaveAttributeAsync("data-ready", "");
        var notes = await visit.Page.RunAndWaitForPopupAsync(() => visit.Find("present-notes").ClickAsync());
        await Expect(notes.GetByTestId("speaker-notes")).ToContainTextAsync("2 values");
        await Expect(visit.Find("present-answer")).ToHaveCountAsync(0);

        await visit.Page.Keyboard.PressAsync("PageDown");
        await Expect(board).ToHaveAttributeAsync("data-phase", "run");
        await notes.Keyboard.PressAsync("PageDown");
        await Expect(board).ToHaveAttributeAsync("data-phase", "compare", Patient);
        await Expect(visit.Find("present-answer")).ToContainTextAsync("2 values");
        await visit.Page.Keyboard.PressAsync("PageDown");
        await Expect(board).ToHaveAttributeAsync("data-step", "2");
        await visit.Page.Keyboard.PressAsync("PageUp");
        await Expect(board).ToHaveAttributeAsync("data-step", "1");

        Faults.AssertNone(visit.Faults);
    }

    [Fact]
    public async Task A_remote_steps_plays_and_blackens_a_lab()
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync("/lab?s=hello&clock=manual");
        await visit.Find("present-open").ClickAsync();
        var screen = visit.Find("present");
        await Expect(screen).ToHaveAttributeAsync("data-t", "0");
        await Expect(screen).ToHaveAttributeAsync("data-ready", "");

        await visit.Page.Keyboard.PressAsync("PageDown");
        await Expect(screen).Not.ToHaveAttributeAsync("data-t", "0");
        await visit.Page.Keyboard.PressAsync("PageUp");
        await Expect(screen).ToHaveAttributeAsync("data-t", "0");
        await visit.Page.Keyboard.PressAsync("b");
        await Expect(visit.Find("present-blackout")).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("PageDown");
        await Expect(visit.Find("present-blackout")).ToHaveCountAsync(0);
        await Expect(screen).ToHaveAttributeAsync("data-t", "0");

        await visit.Find("talk-clock-restart").ClickAsync();
        await Expect(visit.Find("talk-clock")).ToHaveTextAsync("0:00");
        await Expect(visit.Find("talk-clock")).ToHaveTextAsync("0:02");
        Faults.AssertNone(visit.Faults);
    }

    [Fact]
    public async Task The_key_of_a_remote_that_blanks_elsewhere_plays_and_pauses()
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync("/present?s=rumour-1000");
        await Expect(visit.Find("present")).ToHaveAttributeAsync("data-status", "paused");
        await Expect(visit.Find("present")).ToHaveAttributeAsync("data-ready", "");

        await visit.Page.Keyboard.PressAsync(".");
        await Expect(visit.Find("present")).ToHaveAttributeAsync("data-status", "live");
        await visit.Page.Keyboard.PressAsync(".");

        await Expect(visit.Find("present")).ToHaveAttributeAsync("data-status", "paused");
    }

    [Theory]
    [InlineData("/present?s=hello")]
    [InlineData("/present?lesson=rumour&step=2")]
    public async Task A_room_can_read_every_word(string address)
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync(address);
        await Expect(visit.Find("present")).ToHaveAttributeAsync("data-ready", "");

        var smallest = await visit.Page.EvaluateAsync<double>("""
            () => Math.min(...[...document.querySelectorAll("[data-testid=present] *")]
              .filter(one => !one.closest(".spoken, [data-node]") && one.checkVisibility()
                && [...one.childNodes].some(node => node.nodeType === 3 && node.textContent.trim() !== ""))
              .map(one => parseFloat(getComputedStyle(one).fontSize)))
            """);

        Assert.Equal(24, smallest);
    }

    [Theory]
    [InlineData("/present?s=hello", "present")]
    [InlineData("/present?lesson=rumour&step=1", "present")]
    [InlineData("/embed?s=hello", "embed")]
    public async Task Nothing_stands_in_the_way_and_nothing_scrolls_sideways(string address, string testId)
    {
        foreach (var options in new[] { new VisitOptions(), VisitOptions.Phone with { IsDark = true } })
        {
            await using var visit = await browser.VisitAsync(options);
            await visit.GoAsync(address);
            await visit.Find(testId).WaitForAsync();

            Faults.AssertNone(await Axe.FindBarriersAsync(visit));
            Assert.Equal(0, await visit.OverflowAsync());
            Faults.AssertNone(visit.Faults);
        }
    }

    [Fact]
    public async Task The_notes_stand_in_nobodys_way_and_turn_the_screen_black()
    {
        await using var visit = await browser.VisitAsync(new() { IsDark = true });
        await visit.GoAsync("/present?lesson=rumour&step=2");
        var address = await visit.Find("present-notes").GetAttributeAsync("href");
        await using var speaker = await browser.VisitAsync(VisitOptions.Phone);

        await speaker.GoAsync(address ?? "");
        await speaker.Find("speaker-notes").WaitForAsync();
        Faults.AssertNone(await Axe.FindBarriersAsync(speaker));
        Assert.Equal(0, await speaker.OverflowAsync());
        await speaker.Find("present-black").ClickAsync();

        await Expect(visit.Find("present-blackout")).ToBeVisibleAsync();
        Faults.AssertNone(speaker.Faults);
    }

    [Fact]
    public async Task Notes_of_no_presentation_say_so()
    {
        await using var visit = await browser.VisitAsync();

        await visit.GoAsync("/present/notes?lab=gone");

        await Expect(visit.Page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("This presentation is over");
    }

    [Fact]
    public async Task A_slide_of_another_site_plays_and_resets_a_run()
    {
        await using var slides = await SlidesAsync(new Uri(browser.Server.Address, "/embed?s=hello"));
        await using var visit = await browser.VisitAsync();

        await visit.Page.GotoAsync(slides.Urls.Single());

        var frame = visit.Page.FrameLocator("iframe");
        await Expect(frame.GetByTestId("embed")).ToHaveAttributeAsync("data-t", "0", Patient);
        await frame.GetByTestId("embed-play").ClickAsync();
        await Expect(frame.GetByTestId("embed")).ToHaveAttributeAsync("data-informed", "16", Patient);
        await frame.GetByTestId("embed-reset").ClickAsync();
        await Expect(frame.GetByTestId("embed")).ToHaveAttributeAsync("data-t", "0");
    }

    [Fact]
    public async Task A_slide_of_another_site_does_not_show_the_lab()
    {
        await using var slides = await SlidesAsync(new Uri(browser.Server.Address, "/lab?s=hello"));
        await using var visit = await browser.VisitAsync();

        await visit.Page.GotoAsync(slides.Urls.Single());

        await Expect(visit.Page.FrameLocator("iframe").Locator("main")).ToHaveCountAsync(0);
        Assert.Contains(visit.Faults, fault => fault.Contains("frame-ancestors"));
    }

    // Another port is another site.
    private static async Task<WebApplication> SlidesAsync(Uri shown)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var slides = builder.Build();
        slides.MapGet("/", () => Results.Content(
            $"<!doctype html><title>Slides</title><iframe src='{shown}' width='800' height='500'></iframe>",
            "text/html"));
        await slides.StartAsync(TestContext.Current.CancellationToken);
        return slides;
    }
}
