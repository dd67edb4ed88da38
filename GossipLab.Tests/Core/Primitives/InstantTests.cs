using GossipLab.Core.Primitives;

namespace GossipLab.Tests.Core.Primitives;

public sealed class InstantTests
{
    [Fact]
    public void Spans_are_cut_to_whole_microseconds()
    {
        Assert.Equal(new Instant(1), Instant.Zero + TimeSpan.FromTicks(19));
        Assert.Equal(new Instant(9), new Instant(10) - TimeSpan.FromTicks(19));
    }

    [Fact]
    public void The_span_between_two_moments_has_a_sign()
    {
        Assert.Equal(TimeSpan.FromMilliseconds(3), Instant.FromMilliseconds(5) - Instant.FromMilliseconds(2));
        Assert.Equal(TimeSpan.FromMilliseconds(-3), Instant.FromMilliseconds(2) - Instant.FromMilliseconds(5));
    }

    [Fact]
    public void Beyond_the_last_moment_there_is_none()
    {
        Assert.Throws<OverflowException>(() => Instant.Max + TimeSpan.FromMicroseconds(1));
        Assert.Throws<OverflowException>(() => Instant.Max - Instant.Zero);
        Assert.Throws<OverflowException>(() => Instant.FromMilliseconds(1e300));
    }

    [Fact]
    public void Moments_have_an_order()
    {
        var early = Instant.FromMilliseconds(1);
        var late = Instant.FromMilliseconds(2);

        Assert.True(early < late && late > early && early <= late && late >= early);
        Assert.True(early.CompareTo(late) < 0);
    }

    [Fact]
    public void It_reads_in_seconds()
    {
        Assert.Equal("4.200 s", Instant.FromMilliseconds(4_200).ToString());
        Assert.Equal(4.2, Instant.FromMilliseconds(4_200).Seconds);
        Assert.Equal(0.001, new Instant(1).Milliseconds);
    }
}
