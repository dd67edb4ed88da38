using System.Globalization;
using Bunit;
using GossipLab.Core.Experiments;
using GossipLab.Core.Simulation;
using GossipLab.Tests.TestKit;
using GossipLab.Tests.Web.Labs;
using GossipLab.Web.Features.Curve;
using GossipLab.Web.Labs;

namespace GossipLab.Tests.Web.Features;

/// <summary>The band under the curve, and where this run stands among those with other dice.</summary>
public sealed class BandChipTests : MudContext
{
    private const string Module = "./js/lab/choices.mjs";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Under_the_curve_lies_the_band_and_beside_it_what_it_was_measured_over()
    {
        Kept(isOn: true);
        using var desk = new BandDesk(new() { Runs = 20 });
        await using var lab = LabRig.Open();
        await lab.StepAsync(StepKind.Round);

        var curve = Show(lab, desk);

        curve.WaitForAssertion(
            () => Assert.Equal("p5–p95 of 20 runs", Find(curve, "curve-band-word").TextContent.Trim()), Patience);
        Assert.StartsWith("M0 100H", curve.Find(".band-area").GetAttribute("d"), StringComparison.Ordinal);
        Assert.Empty(curve.FindAll("[data-testid=percentile]"));
        Assert.Contains("band of 20 runs", curve.Find("[role=status]").TextContent, StringComparison.Ordinal);
        var now = desk.Band!.At(lab.View.Now);
        Assert.Contains(
            $"In nine tenths of 20 runs with other dice, {now.Low} to {now.High} know it then.",
            curve.Find("svg").GetAttribute("aria-label"), StringComparison.Ordinal);

        await Find(curve, "curve-table-toggle").ClickAsync(new());
        Assert.Equal($"{now.Low}–{now.High}", curve.Find("tbody tr:last-child td:last-child").TextContent);
    }

    [Fact]
    public async Task Once_all_are_informed_the_run_has_a_percentile()
    {
        Kept(isOn: true);
        using var desk = new BandDesk(new() { Runs = 20 });
        await using var lab = LabRig.Open();
        while (lab.View.InformedAt is null)
        {
            await lab.StepAsync(StepKind.Round);
        }

        var curve = Show(lab, desk);

        curve.WaitForElement("[data-testid=percentile]", Patience);
        var percentile = desk.Percentile(lab.View)!.Value.ToString(CultureInfo.InvariantCulture);
        Assert.Equal($"this run: percentile {percentile}", Find(curve, "percentile").TextContent);
        Assert.Contains(
            $"percentile {percentile}. All", curve.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_visitor_chose_is_asked_for_and_kept()
    {
        var module = Kept(isOn: false);
        using var desk = new BandDesk(new() { Runs = 20 });
        await using var lab = LabRig.Open();
        await lab.StepAsync(StepKind.Round);
        var curve = Show(lab, desk);

        Assert.Equal("false", Find(curve, "curve-band-toggle").GetAttribute("aria-pressed"));
        Assert.Equal(0, desk.Done);

        await Find(curve, "curve-band-toggle").ClickAsync(new());
        curve.WaitForElement("[data-runs='20']", Patience);

        Assert.Equal(true, module.Invocations["keep"].Single().Arguments[1]);
        await Find(curve, "curve-band-toggle").ClickAsync(new());
        Assert.Equal("", curve.Find(".band-area").GetAttribute("d"));
        Assert.Equal(false, module.Invocations["keep"][^1].Arguments[1]);
    }

    private IRenderedComponent<CurvePanel> Show(Lab lab, BandDesk desk) => Render<CurvePanel>(
        parameters => parameters.Add(one => one.View, lab.View).Add(one => one.Band, desk));

    private BunitJSModuleInterop Kept(bool isOn)
    {
        var module = JSInterop.SetupModule(Module);
        module.Mode = JSRuntimeMode.Loose;
        module.Setup<bool>("isOn", _ => true).SetResult(isOn);
        return module;
    }
}
