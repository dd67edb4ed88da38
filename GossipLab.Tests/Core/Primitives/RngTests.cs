using GossipLab.Core.Primitives;

namespace GossipLab.Tests.Core.Primitives;

public sealed class RngTests
{
    [Fact]
    public void The_numbers_are_those_of_SplitMix64()
    {
        var rng = new Rng(1234567);

        // The reference implementation's first three numbers for this seed.
        ulong[] numbers = [rng.Next(), rng.Next(), rng.Next()];
        Assert.Equal([6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL], numbers);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(1000)]
    public void Below_is_uniform_and_never_reaches_its_bound(int bound)
    {
        var rng = new Rng(99);
        var counts = new int[bound];
        for (var draw = 0; draw < 1_000 * bound; draw++)
        {
            counts[rng.Below(bound)]++;
        }

        // Chi square with bound-1 degrees of freedom, four deviations.
        var chi = counts.Sum(count => (count - 1_000.0) * (count - 1_000.0) / 1_000.0);
        Assert.InRange(chi, 0, bound - 1 + 4 * Math.Sqrt(2.0 * bound));
    }

    [Fact]
    public void Below_covers_spans_beyond_32_bits()
    {
        var rng = new Rng(5);
        var largest = Enumerable.Range(0, 1_000).Max(_ => rng.Below(1L << 40));

        Assert.InRange(largest, (1L << 40) - (1L << 34), (1L << 40) - 1);
    }

    [Fact]
    public void Below_refuses_a_bound_of_nothing()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Rng(1).Below(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Rng(1).Below(0L));
    }

    [Fact]
    public void Never_never_happens_and_always_always_does()
    {
        var rng = new Rng(3);

        Assert.All(Enumerable.Range(0, 1_000), _ => Assert.False(rng.Happens(Ratio.Zero)));
        Assert.All(Enumerable.Range(0, 1_000), _ => Assert.True(rng.Happens(Ratio.One)));
    }

    [Fact]
    public void A_third_happens_in_a_third_of_all_cases()
    {
        var rng = new Rng(3);
        var happened = Enumerable.Range(0, 90_000).Count(_ => rng.Happens(new Ratio(1, 3)));

        // Deviation: sqrt(90,000 x 1/3 x 2/3) = 141.
        Assert.InRange(happened, 30_000 - 566, 30_000 + 566);
    }
}
