using GossipLab.Core.Primitives;

namespace GossipLab.Tests.Core.Primitives;

public sealed class FixedMathTests
{
    private const double One = 4_294_967_296.0;

    [Fact]
    public void Logarithms_agree_with_floating_point()
    {
        for (ulong number = 1; number < 1UL << 60; number = number * 7 / 5 + 1)
        {
            Assert.Equal(Math.Log2(number), FixedMath.Log2(number) / One, 1e-8);
        }
    }

    [Fact]
    public void Powers_agree_with_floating_point()
    {
        for (var power = -30.0; power < 30.0; power += 0.37)
        {
            var exact = Math.Pow(2, power);
            Assert.Equal(exact, FixedMath.Exp2((long)(power * One)) / One, exact * 1e-8 + 1e-9);
        }
    }

    [Fact]
    public void Powers_of_two_are_exact()
    {
        Assert.Equal(FixedMath.One, FixedMath.Exp2(0));
        Assert.Equal(FixedMath.One << 5, FixedMath.Exp2(5 * FixedMath.One));
        Assert.Equal(10 * FixedMath.One, FixedMath.Log2(1024));
    }

    [Fact]
    public void What_has_no_logarithm_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => FixedMath.Log2(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => FixedMath.Exp2(31 * FixedMath.One));
        Assert.Throws<ArgumentOutOfRangeException>(() => FixedMath.Exp2(-32 * FixedMath.One));
    }
}
