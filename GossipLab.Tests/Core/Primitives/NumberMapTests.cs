using CsCheck;
using GossipLab.Core.Primitives;

namespace GossipLab.Tests.Core.Primitives;

public sealed class NumberMapTests
{
    private static readonly Gen<(int Act, int Number)[]> Acts =
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 200]).Array[0, 600];

    [Fact]
    public void It_holds_what_a_dictionary_holds_after_any_acts() => Acts.Sample(acts =>
    {
        var (map, model) = (default(NumberMap<long>), new Dictionary<int, long>());
        foreach (var (act, number) in acts)
        {
            var changed = act < 3 ? map.Put(number, act + number) : map.Remove(number);
            var expected = act < 3 ? !model.ContainsKey(number) : model.Remove(number);
            if (act < 3)
            {
                model[number] = act + number;
            }

            Assert.Equal(expected, changed);
        }

        AssertSame(model, map);
        AssertSame(model, map.Copy());
    });

    [Fact]
    public void It_takes_nothing_while_it_is_empty()
    {
        var map = default(NumberMap<long>);

        Assert.False(map.Contains(0) || map.Remove(0));
        Assert.Equal((0, 0), (map.Count, map.Length));
    }

    private static void AssertSame(Dictionary<int, long> model, NumberMap<long> map)
    {
        var read = new Dictionary<int, long>();
        for (var place = 0; place < map.Length; place++)
        {
            if (map.TryRead(place, out var number))
            {
                read.Add(number, map.At(place));
            }
        }

        Assert.Equal(model.Count, map.Count);
        Assert.Equal(model.OrderBy(pair => pair.Key), read.OrderBy(pair => pair.Key));
        for (var number = 0; number <= 200; number++)
        {
            Assert.Equal(model.TryGetValue(number, out var value), map.TryFind(number, out var found));
            Assert.Equal(value, found);
        }
    }
}
