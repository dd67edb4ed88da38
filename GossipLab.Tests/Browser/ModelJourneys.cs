using GossipLab.Core.Experiments.Models;
using GossipLab.Tests.TestKit;
using GossipLab.Web.Features.Models;
using static Microsoft.Playwright.Assertions;

namespace GossipLab.Tests.Browser;

/// <summary>What somebody does who wants to know where a number is from.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ModelJourneys(BrowserFixture browser)
{
    [Fact]
    public async Task Every_model_stands_with_its_error_and_in_nobodys_way()
    {
        foreach (var options in new[] { new VisitOptions(), VisitOptions.Phone with { IsDark = true } })
        {
            await using var visit = await browser.VisitAsync(options);
            await visit.GoAsync("/learn");
            await visit.Find("learn-model").ClickAsync();

            await Expect(visit.Find("model-row")).ToHaveCountAsync(ModelChecks.All.Count, new() { Timeout = 30_000 });
            Faults.AssertNone(await Axe.FindBarriersAsync(visit));
            Assert.Equal(0, await visit.OverflowAsync());
            Faults.AssertNone(visit.Faults);
        }
    }

    [Fact]
    public void Each_measurement_belongs_to_a_formula()
    {
        var named = Formula.All.Select(formula => formula.Check).OfType<string>().Order();

        Assert.Equal(ModelChecks.All.Select(measure => measure().Model).Distinct().Order(), named);
    }
}
