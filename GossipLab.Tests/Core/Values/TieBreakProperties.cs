using CsCheck;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Values;

namespace GossipLab.Tests.Core.Values;

/// <summary>What makes replicas converge: the order in which offers come does not matter.</summary>
public sealed class TieBreakProperties
{
    // Few writers, values and generations, so that ties of every sort are common.
    private static readonly Gen<VersionedValue> Offers = Gen.Select(
        Gen.Long[-2, 2], Gen.Long[0, 3], Gen.Int[0, 3],
        (value, generation, writer) => new VersionedValue(value, new Generation(generation), new NodeId(writer)));

    [Theory]
    [InlineData(TieBreak.HighestWriter)]
    [InlineData(TieBreak.HighestValue)]
    [InlineData(TieBreak.KeepBoth)]
    public void Any_order_of_the_same_offers_ends_the_same(TieBreak tieBreak) =>
        Gen.Select(Offers.Array[0, 12], Gen.ULong).Sample(
            (offers, key) =>
            {
                var shuffled = offers.Length == 0 ? [] : Shuffle(offers, key);
                Assert.Equal(After(offers, tieBreak), After(shuffled, tieBreak));
            },
            iter: 2_000);

    [Theory]
    [InlineData(TieBreak.HighestWriter)]
    [InlineData(TieBreak.KeepMine)]
    [InlineData(TieBreak.HighestValue)]
    [InlineData(TieBreak.KeepBoth)]
    public void Hearing_something_twice_changes_nothing(TieBreak tieBreak) =>
        Offers.Array[1, 12].Sample(
            offers => Assert.Equal(After(offers, tieBreak), After([.. offers, .. offers.Reverse()], tieBreak)),
            iter: 2_000);

    private static VersionedValue[] Shuffle(VersionedValue[] offers, ulong key)
    {
        var order = new Permutation(key, offers.Length);
        return [.. Enumerable.Range(0, offers.Length).Select(place => offers[order[place]])];
    }

    private static VersionedValue[] After(IEnumerable<VersionedValue> offers, TieBreak tieBreak)
    {
        var store = new ValueStore(new NodeId(9), new ValueOptions { TieBreak = tieBreak });
        foreach (var offer in offers)
        {
            store.Offer(offer, offer.Writer, Instant.Zero);
        }

        return store.Siblings.ToArray();
    }
}
