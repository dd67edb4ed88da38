using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GossipLab.Tests.Browser;

/// <summary>Somebody takes a message in flight in hand, on the stage and by keyboard.</summary>
[Collection(BrowserCollection.Name)]
public sealed class HandJourneys(BrowserFixture browser)
{
    private const string InTheAir = "/lab?s=hello&clock=manual&t=2012&tab=messages";

    // Looks with the pointer for places where the stage offers a hand. Nodes are larger than messages. Null while there
    // are no messages yet.
    private const string FindMessage = """
        () => {
          const stage = document.querySelector("[data-testid=stage]");
          const box = stage.getBoundingClientRect();
          const step = 4;
          const seen = new Map();
          for (let y = box.top + step; y < box.bottom; y += step) {
            for (let x = box.left + step; x < box.right; x += step) {
              const target = document.elementFromPoint(x, y);
              if (!stage.contains(target)) continue;
              target.dispatchEvent(new PointerEvent("pointermove", { clientX: x, clientY: y, bubbles: true }));
              const isHand = [stage, ...stage.querySelectorAll("*")].some(one => one.style.cursor === "pointer");
              if (isHand) seen.set(`${x},${y}`, [x, y]);
            }
          }
          const spots = [];
          while (seen.size > 0) {
            const [[key, first]] = seen;
            seen.delete(key);
            const spot = [first];
            for (let i = 0; i < spot.length; i++) {
              for (const [dx, dy] of [[step, 0], [-step, 0], [0, step], [0, -step]]) {
                const next = `${spot[i][0] + dx},${spot[i][1] + dy}`;
                if (seen.has(next)) spot.push(seen.get(next));
                seen.delete(next);
              }
            }
            spots.push(spot);
          }
          const width = spot => Math.max(...spot.map(([x]) => x)) - Math.min(...spot.map(([x]) => x));
          const small = spots.filter(spot => width(spot) < 32);
          if (small.length === 0) return null;
          const spot = small[0];
          return [0, 1].map(axis => spot.reduce((sum, place) => sum + place[axis], 0) / spot.length);
        }
        """;

    [Fact]
    public async Task A_message_pressed_on_the_stage_is_dropped_from_its_menu()
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync(InTheAir);
        await visit.Find("stage").Locator("canvas").First.WaitForAsync();
        await Expect(visit.Find("messages")).ToContainTextAsync("→");
        var before = await visit.Find("messages").Locator(".flight").CountAsync();

        await OpenMenuAsync(visit);

        await Expect(visit.Find("message-detail")).ToBeVisibleAsync();
        await visit.Find("menu-drop").ClickAsync();
        await Expect(visit.Find("messages").Locator(".flight")).ToHaveCountAsync(before - 1);
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_message_is_read_held_and_delivered_by_keyboard()
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync(InTheAir);
        var first = visit.Find("messages").Locator(".flight button").First;
        await first.FocusAsync();

        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Find("message-cause")).ToContainTextAsync("timer");
        await Expect(visit.Find("message-detail")).ToContainTextAsync("due");
        Assert.Empty(await Axe.FindBarriersAsync(visit));
        await visit.Page.Keyboard.PressAsync("h");
        await Expect(visit.Find("message-detail")).ToContainTextAsync("held");
        await visit.Page.Keyboard.PressAsync("n");

        await Expect(visit.Find("message-detail")).ToHaveCountAsync(0);
        Assert.Empty(visit.Faults);
    }

    private static async Task OpenMenuAsync(Visit visit)
    {
        var found = await visit.Page.WaitForFunctionAsync(FindMessage, null, new() { PollingInterval = 250 });
        var place = await found.JsonValueAsync<double[]>();
        await visit.Page.Mouse.ClickAsync(
            (float)place[0], (float)place[1], new MouseClickOptions { Button = MouseButton.Right });
        await Expect(visit.Find("message-menu")).ToBeVisibleAsync();
    }
}
