using CsCheck;
using GossipLab.Core.Primitives;

namespace GossipLab.Tests.Core.Primitives;

public sealed class PermutationTests
{
    [Fact]
    public void Every_number_comes_exactly_once() =>
        Gen.Select(Gen.ULong, Gen.Int[1, 500]).Sample(
            (key, count) =>
            {
                var order = new Permutation(key, count);
                var numbers = Enumerable.Range(0, count).Select(place => order[place]);
                Assert.Equal(Enumerable.Range(0, count), numbers.Order());
            },
            iter: 500);

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(16)]
    [InlineData(33)]
    public void Every_number_is_as_likely_at_every_place(int count)
    {
        const int Orders = 20_000;
        var counts = new int[count, count];
        for (ulong key = 0; key < Orders; key++)
        {
            var order = new Permutation(Dice.Mix(key), count);
            for (var place = 0; place < count; place++)
            {
                counts[place, order[place]]++;
            }
        }

        var expected = Orders / (double)count;
        var farthest = counts.Cast<int>().Max(seen => Math.Abs(seen - expected));
        Assert.InRange(farthest, 0, 5 * Math.Sqrt(expected));
    }

    [Fact]
    public void There_is_no_order_of_nothing() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Permutation(1, 0));
}
