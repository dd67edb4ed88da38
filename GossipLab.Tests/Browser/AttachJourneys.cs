using GossipLab.Tests.TestKit;
using static Microsoft.Playwright.Assertions;

namespace GossipLab.Tests.Browser;

/// <summary>Somebody watches nodes that run already.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AttachJourneys(BrowserFixture browser)
{
    [Fact]
    public async Task Nodes_are_found_by_the_address_of_one_watched_and_left_alone()
    {
        await using var servers = new NodeServers();
        var first = await servers.StartAsync(NodeServers.Quick("n1"));
        var address = first.Host.Options.Address;
        await servers.StartAsync(NodeServers.Quick("n2") with { Join = [address] });
        await servers.UntilAliveAsync(2);
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync("/real");

        await visit.Find("attach-address").FillAsync("nowhere.invalid");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Find("attach-fault"))
            .ToContainTextAsync("nowhere.invalid:8080: its name is not known (DNS)");
        Assert.Empty(await Axe.FindBarriersAsync(visit));
        await visit.Find("attach-address").FillAsync(address);
        await visit.Page.Keyboard.PressAsync("Enter");

        await Expect(visit.Find("real")).ToHaveAttributeAsync("data-heard", "2", new() { Timeout = 15_000 });
        await first.Host.SetAsync(7, cancel: TestContext.Current.CancellationToken);
        await Expect(visit.Find("node-n1")).ToHaveAttributeAsync("data-value", "7");
        await Expect(visit.Find("real")).ToHaveAttributeAsync("data-informed", "2");
        Assert.Empty(await Axe.FindBarriersAsync(visit));
        await visit.Find("real-stop").ClickAsync();
        await visit.Find("real-start").WaitForAsync();

        Assert.Equal(7, first.Host.Value.Value);
        Assert.Empty(visit.Faults);
    }
}
