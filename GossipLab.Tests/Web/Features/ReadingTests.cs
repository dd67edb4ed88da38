using Bunit;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Tests.TestKit;
using GossipLab.Tests.Web.Labs;
using GossipLab.Web.Features.Caption;
using GossipLab.Web.Features.Curve;
using GossipLab.Web.Features.Scenarios;
using GossipLab.Web.Features.Stage;
using GossipLab.Web.Features.Traffic;
using GossipLab.Web.Labs;
using Microsoft.Extensions.DependencyInjection;

namespace GossipLab.Tests.Web.Features;

/// <summary>What visitors read: caption, curve, traffic, legend, and what a link could not say.</summary>
public sealed class ReadingTests : MudContext
{
    public ReadingTests() => Services.AddSingleton(TimeProvider.System);

    [Fact]
    public async Task The_caption_is_shown_and_read_aloud()
    {
        await using var lab = LabRig.Open();
        await lab.StepAsync(StepKind.Belief);

        var line = Render<CaptionLine>(parameters => parameters.Add(one => one.View, lab.View));

        Assert.Contains(lab.View.Caption, Find(line, "caption").TextContent, StringComparison.Ordinal);
        Assert.Equal(lab.View.Caption, Find(line, "live-region").TextContent);
        Assert.Equal("polite", Find(line, "live-region").GetAttribute("aria-live"));
    }

    [Fact]
    public async Task The_curve_can_be_read_as_a_table()
    {
        await using var lab = LabRig.Open();
        await lab.StepAsync(StepKind.Round);
        var curve = Render<CurvePanel>(parameters => parameters.Add(one => one.View, lab.View));

        await Find(curve, "curve-table-toggle").ClickAsync(new());

        var cells = curve.FindAll("[data-testid=curve-table] tbody tr:last-child td");
        Assert.Equal("3", cells[1].TextContent);
        Assert.Equal("16", cells[2].TextContent);
    }

    [Fact]
    public async Task The_drawn_curve_says_in_words_where_it_is()
    {
        await using var lab = LabRig.Open();
        await lab.StepAsync(StepKind.Belief);

        var curve = Render<CurvePanel>(parameters => parameters.Add(one => one.View, lab.View));

        Assert.Equal("At 0.400 s 1 of 16 know.", curve.Find("svg").GetAttribute("aria-label"));
    }

    [Fact]
    public async Task Traffic_is_told_by_kind_of_message()
    {
        await using var lab = LabRig.Open();
        await lab.StepAsync(StepKind.Round);

        var traffic = Render<TrafficPanel>(parameters => parameters.Add(one => one.View, lab.View));

        var row = Assert.Single(traffic.FindAll("tbody tr"));
        Assert.StartsWith("push", row.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_legend_names_what_can_be_seen_and_nothing_else()
    {
        var view = new LabView
        {
            Newest = new Generation(1),
            Values = [new ValueCensus.HeldValue(5, new(0), 3, 1, 1), new ValueCensus.HeldValue(7, new(8), 2, 2, 2)],
        };

        var entries = LegendEntries.Of(view).Select(entry => entry.Text);

        Assert.Equal(["does not know", "holds 5", "holds 7", "not running", "value"], entries);
    }

    [Fact]
    public void The_lens_waits_for_a_node()
    {
        var lens = Render<LensSwitch>(parameters => parameters.Add(one => one.View, new LabView()));

        Assert.True(Find(lens, "lens-node").HasAttribute("disabled"));
        Assert.Equal("true", Find(lens, "lens-truth").GetAttribute("aria-checked"));
    }

    [Fact]
    public void What_a_link_could_not_say_is_told_until_it_is_read()
    {
        var notice = Render<LinkNotice>(parameters => parameters.Add(one => one.Faults, ["n is «many»."]));
        Assert.Contains("n is «many».", Find(notice, "link-faults").TextContent, StringComparison.Ordinal);

        notice.Find("button").Click();

        Assert.Empty(notice.FindAll("[data-testid=link-faults]"));
    }
}
