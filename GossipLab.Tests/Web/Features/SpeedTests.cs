using GossipLab.Web.Features.Playback;
using GossipLab.Web.Labs;

namespace GossipLab.Tests.Web.Features;

/// <summary>The speed slider and its words.</summary>
public sealed class SpeedTests
{
    [Theory]
    [InlineData(-2, 0.01)]
    [InlineData(0, 1)]
    [InlineData(2, 100)]
    [InlineData(9, 100)]
    public void Both_extremes_can_be_reached(double place, double speed) =>
        Assert.Equal(speed, SpeedScale.SpeedAt(place));

    [Fact]
    public void Every_place_of_the_slider_is_found_again_from_its_speed()
    {
        for (var step = 0; step <= 80; step++)
        {
            var place = Math.Round(SpeedScale.FirstPlace + step * SpeedScale.Step, 2);

            Assert.Equal(place, SpeedScale.PlaceOf(SpeedScale.SpeedAt(place)), tolerance: 0.051);
        }
    }

    [Fact]
    public void Slower_and_faster_stop_at_the_ends()
    {
        Assert.Equal(0.01, SpeedScale.Slower(0.011));
        Assert.Equal(100, SpeedScale.Faster(90));
        Assert.Equal(1.5, SpeedScale.Faster(1));
    }

    [Theory]
    [InlineData(0.4348, "1 s of protocol = 2.3 s here")]
    [InlineData(1, "1 s of protocol = 1 s here")]
    [InlineData(31.4, "31 s of protocol = 1 s here")]
    [InlineData(4321, "4320 s of protocol = 1 s here")]
    public void The_greater_number_is_said(double speed, string expected) =>
        Assert.Equal(expected, SpeedText.Relation(speed));

    [Fact]
    public void A_machine_that_cannot_keep_up_says_so()
    {
        var view = new LabView { Status = LabStatus.Live, IsCpuLimited = true, CurrentSpeed = 3.14 };

        Assert.Equal("limited by CPU, 3.1x", SpeedText.Of(view));
    }

    [Fact]
    public void A_run_that_stands_has_no_speed() =>
        Assert.Equal("paused", SpeedText.Of(new LabView { Status = LabStatus.Paused, CurrentSpeed = 1 }));
}
