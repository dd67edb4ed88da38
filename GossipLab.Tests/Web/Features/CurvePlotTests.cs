using GossipLab.Core.Primitives;
using GossipLab.Core.Simulation;
using GossipLab.Web.Features.Curve;
using GossipLab.Web.Labs;

namespace GossipLab.Tests.Web.Features;

/// <summary>The infection curve as a drawing.</summary>
public sealed class CurvePlotTests
{
    [Theory]
    [InlineData(0.7, 1)]
    [InlineData(8.4, 10)]
    [InlineData(10, 10)]
    [InlineData(12, 20)]
    [InlineData(21, 25)]
    [InlineData(1300, 2000)]
    public void The_time_axis_ends_at_a_number_that_divides_by_five(double seconds, double expected) =>
        Assert.Equal(expected, CurvePlot.NiceEnd(seconds));

    [Fact]
    public void The_measured_line_goes_in_steps()
    {
        var plot = CurvePlot.Of(View((0, 0), (2, 4), (5, 8)));

        Assert.Equal("M0 100H200V50H500V0H800", plot.Line);
    }

    [Fact]
    public void The_ticks_are_evenly_apart()
    {
        var plot = CurvePlot.Of(View((0, 0)));

        Assert.Equal(["0", "2", "4", "6", "8", "10"], plot.Ticks);
    }

    [Fact]
    public void A_value_that_nobody_set_has_no_beginning_and_no_model()
    {
        var plot = CurvePlot.Of(View((0, 0)));

        Assert.Equal("", plot.Model);
    }

    [Fact]
    public void The_spread_begins_anew_with_a_newer_value()
    {
        CurvePoint[] curve = [Point(0, 0), Point(1, 1), Point(3, 8), Point(6, 1), Point(7, 4)];

        Assert.Equal(Instant.FromMilliseconds(6_000), CurvePlot.StartOfSpread(curve));
    }

    private static CurvePoint Point(double second, int informed) =>
        new(Instant.FromMilliseconds(second * 1000), informed, 8);

    private static LabView View(params (double Second, int Informed)[] points) => new()
    {
        Nodes = 8,
        Running = 8,
        Now = Instant.FromMilliseconds(8_000),
        Curve = [.. points.Select(point => Point(point.Second, point.Informed))],
        Scenario = new Scenario { Nodes = 8 },
    };
}
