using GossipLab.Core.Primitives;
using GossipLab.Web.Labs;

namespace GossipLab.Tests.Web.Labs;

/// <summary>How wall time becomes virtual time.</summary>
public sealed class PacingTests
{
    [Fact]
    public void A_watchable_flight_takes_nine_tenths_of_a_second_on_the_screen()
    {
        var pacing = new Pacing();

        var speed = pacing.SpeedFor(Pace.Watchable, [Ms(10), Ms(18), Ms(27)]);

        Assert.Equal(18.0 / 900, speed, 6);
    }

    [Fact]
    public void Quiet_spans_are_crossed_faster_and_faster_until_a_message_flies()
    {
        var pacing = new Pacing();

        double[] quiet = [.. Enumerable.Range(0, 7).Select(_ => pacing.SpeedFor(Pace.Watchable, []))];
        pacing.SpeedFor(Pace.Watchable, [Ms(25)]);
        var afterAFlight = pacing.SpeedFor(Pace.Watchable, []);

        Assert.Equal([4, 8, 16, 32, 64, 64, 64], quiet);
        Assert.Equal(4, afterAFlight);
    }

    [Fact]
    public void A_two_second_gap_takes_less_than_three_tenths_of_a_second()
    {
        var pacing = new Pacing();
        var crossed = TimeSpan.Zero;
        var ticks = 0;

        while (crossed < TimeSpan.FromSeconds(2))
        {
            crossed += Pacing.Advance(LabPump.Tick, pacing.SpeedFor(Pace.Watchable, []));
            ticks++;
        }

        Assert.InRange(ticks * LabPump.Tick.TotalMilliseconds, 1, 300);
    }

    [Theory]
    [InlineData(0, 3_999_999)]
    [InlineData(1_999_999, 3_999_999)]
    [InlineData(2_000_000, 5_999_999)]
    [InlineData(3_999_999, 5_999_999)]
    public void A_round_in_lock_step_ends_just_before_the_tick_after_the_next(long now, long end)
    {
        var moment = Pacing.EndOfRound(new Instant(now), TimeSpan.FromSeconds(2), inLockStep: true);

        Assert.Equal(new Instant(end), moment);
    }

    [Fact]
    public void A_round_of_nodes_with_phases_of_their_own_is_one_interval()
    {
        var moment = Pacing.EndOfRound(new Instant(700), TimeSpan.FromSeconds(2), inLockStep: false);

        Assert.Equal(new Instant(2_000_700), moment);
    }

    [Theory]
    [InlineData(0.001, 0.01)]
    [InlineData(1000, 100)]
    [InlineData(double.NaN, 1)]
    [InlineData(3, 3)]
    public void A_fixed_pace_stays_in_its_range(double asked, double given)
    {
        Assert.Equal(given, Pace.At(asked).Speed);
    }

    private static TimeSpan Ms(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}
