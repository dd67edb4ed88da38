using GossipLab.Core.Primitives;
using GossipLab.Web.Parts;

namespace GossipLab.Tests.Web.Parts;

/// <summary>Moments and spans in the units people would use.</summary>
public sealed class TimeTextTests
{
    [Theory]
    [InlineData(0, "0.000 s")]
    [InlineData(4_200_000, "4.200 s")]
    [InlineData(59_999_400, "59.999 s")]
    [InlineData(60_000_000, "1:00.000")]
    [InlineData(724_200_000, "12:04.200")]
    public void A_moment_is_exact_to_the_millisecond(long microseconds, string expected) =>
        Assert.Equal(expected, TimeText.Of(new Instant(microseconds)));

    [Theory]
    [InlineData(0.4, "400 µs")]
    [InlineData(12, "12 ms")]
    [InlineData(6_400, "6.4 s")]
    [InlineData(180_000, "3 min")]
    public void A_span_is_in_the_unit_a_person_would_use(double milliseconds, string expected) =>
        Assert.Equal(expected, TimeText.Of(TimeSpan.FromMilliseconds(milliseconds)));

    [Fact]
    public void What_lies_behind_is_some_time_ago() =>
        Assert.Equal("1.5 s ago", TimeText.Ago(new Instant(500_000), new Instant(2_000_000)));
}
