using CsCheck;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Values;

namespace GossipLab.Tests.Core.Values;

/// <summary>
/// <see cref="TieBreak.Sum"/>: a counter of which each writer keeps a part (PN-counter, Shapiro et al. 2011, section
/// 3.1).
/// </summary>
public sealed class CounterTests
{
    private static readonly ValueOptions Sum = new() { TieBreak = TieBreak.Sum, InitialValue = 10 };

    [Fact]
    public void A_set_changes_the_writers_own_part_by_the_difference_to_what_it_reads()
    {
        var store = Store(3);

        Assert.Equal(Rule.ValueSet, store.Set(8, Instant.Zero));
        Assert.Equal(Rule.ValueSet, store.Set(5, Instant.Zero));

        Assert.Equal(5, store.Current.Value);
        Assert.Equal([new VersionedValue(-5, new Generation(2), new NodeId(3))], store.Siblings.ToArray());
    }

    [Fact]
    public void Two_sales_of_the_last_item_make_minus_one()
    {
        var (left, right) = (Store(2), Store(6));
        left.Set(9, Instant.Zero);
        right.Set(9, Instant.Zero);

        Tell(left, right);
        Tell(right, left);

        Assert.Equal((8, 8), (left.Current.Value, right.Current.Value));
        Assert.Equal(left.Fingerprint, right.Fingerprint);
    }

    [Fact]
    public void What_was_heard_already_changes_nothing()
    {
        var (teller, hearer) = (Store(1), Store(2));
        teller.Set(11, Instant.Zero);
        var older = teller.Siblings[0];
        teller.Set(12, Instant.Zero);
        Tell(teller, hearer);

        Assert.Equal(Rule.ValueKnown, hearer.Offer(teller.Siblings[0], new NodeId(1), Instant.Zero));
        Assert.Equal(Rule.ValueOlder, hearer.Offer(older, new NodeId(1), Instant.Zero));
        Assert.True(hearer.Knew(older, Instant.Zero));
        Assert.Equal(12, hearer.Current.Value);
    }

    [Fact]
    public void There_is_room_for_so_many_writers_and_no_more()
    {
        var store = Store(0);
        for (var writer = 1; writer <= ValueStore.MaxWriters; writer++)
        {
            Assert.Equal(Rule.ValueAccepted, store.Offer(Part(writer), new NodeId(writer), Instant.Zero));
        }

        Assert.Equal(Rule.ValueTieLost, store.Offer(Part(99), new NodeId(99), Instant.Zero));
        Assert.Equal(Rule.ValueSetRefused, store.Set(5, Instant.Zero));
        Assert.Equal(10 + ValueStore.MaxWriters, store.Current.Value);
    }

    /// <summary>Whatever was changed where, and told in whatever order and how often: all come to one sum.</summary>
    [Fact]
    public void All_that_hear_of_all_parts_read_one_sum() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[-5, 5]).Array[0, 40].Sample(acts =>
        {
            var stores = Enumerable.Range(0, 4).Select(Store).ToArray();
            var truth = 10L;
            foreach (var (from, to, change) in acts)
            {
                truth += change;
                stores[from].Set(stores[from].Current.Value + change, Instant.Zero);
                Tell(stores[from], stores[to]);
            }

            foreach (var from in stores)
            {
                Array.ForEach(stores, to => Tell(from, to));
            }

            Assert.All(stores, store => Assert.Equal(truth, store.Current.Value));
        });

    private static ValueStore Store(int node) => new(new NodeId(node), Sum);

    private static VersionedValue Part(int writer) => new(1, new Generation(1), new NodeId(writer));

    private static void Tell(ValueStore from, ValueStore to)
    {
        foreach (var part in from.Siblings.ToArray())
        {
            to.Offer(part, part.Writer, Instant.Zero);
        }
    }
}
