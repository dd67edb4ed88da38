using GossipLab.Core.Primitives;

namespace GossipLab.Tests.Core.Primitives;

public sealed class RatioTests
{
    [Fact]
    public void Equal_chances_are_equal_whatever_they_are_made_of()
    {
        Assert.Equal(new Ratio(1, 20), Ratio.Percent(5));
        Assert.Equal(new Ratio(1, 20), Ratio.FromDecimal(0.05m));
        Assert.Equal(Ratio.Zero, new Ratio(0, 77));
        Assert.Equal(Ratio.One, new Ratio(77, 77));
    }

    [Fact]
    public void A_default_value_is_never()
    {
        Assert.True(default(Ratio).IsZero);
        Assert.Equal(1u, default(Ratio).Denominator);
        Assert.Equal(Ratio.Zero, default);
    }

    [Fact]
    public void The_largest_fractions_are_exact()
    {
        var ratio = new Ratio(uint.MaxValue - 1, uint.MaxValue);

        Assert.Equal((uint.MaxValue - 1, uint.MaxValue), (ratio.Numerator, ratio.Denominator));
    }

    [Fact]
    public void What_is_not_a_chance_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Ratio(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Ratio(2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Ratio.Percent(101));
        Assert.Throws<ArgumentOutOfRangeException>(() => Ratio.FromDecimal(-0.1m));
        Assert.Throws<ArgumentOutOfRangeException>(() => Ratio.FromDecimal(1.1m));
    }

    [Theory]
    [InlineData(1, 40, "2.5 %", 0.025)]
    [InlineData(1, 3, "33.3333 %", 0.333333)]
    [InlineData(0, 1, "0 %", 0)]
    [InlineData(1, 1, "100 %", 1)]
    public void It_reads_as_a_percentage_and_as_a_decimal(uint numerator, uint denominator, string text, decimal share)
    {
        var ratio = new Ratio(numerator, denominator);

        Assert.Equal(text, ratio.ToString());
        Assert.Equal(share, ratio.ToDecimal());
    }
}
