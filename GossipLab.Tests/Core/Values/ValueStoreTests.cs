using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Values;

namespace GossipLab.Tests.Core.Values;

public sealed class ValueStoreTests
{
    private static readonly NodeId Self = new(4);
    private static readonly Instant Early = Instant.FromMilliseconds(10);
    private static readonly Instant Late = Instant.FromMilliseconds(20);

    [Fact]
    public void It_is_born_with_the_articles_value_and_generation_zero()
    {
        var store = new ValueStore(Self, new ValueOptions());

        Assert.Equal(new VersionedValue(42, Generation.Zero, NodeId.None), store.Current);
        Assert.False(store.IsWritten);
        Assert.False(store.LearnedFrom.IsSomebody);
    }

    [Fact]
    public void A_set_raises_the_generation_by_one()
    {
        var store = new ValueStore(Self, new ValueOptions());

        Assert.Equal(Rule.ValueSet, store.Set(7, Early));
        Assert.Equal(Rule.ValueSet, store.Set(8, Late));

        Assert.Equal(new VersionedValue(8, new Generation(2), Self), store.Current);
        Assert.Equal((Late, Self), (store.LearnedAt, store.LearnedFrom));
    }

    [Theory]
    [InlineData(TieBreak.KeepMine)]
    [InlineData(TieBreak.HighestWriter)]
    [InlineData(TieBreak.HighestValue)]
    [InlineData(TieBreak.KeepBoth)]
    public void A_newer_generation_wins_and_an_older_one_loses_whatever_the_tie_break(TieBreak tieBreak)
    {
        var store = Holding(tieBreak, new VersionedValue(5, new Generation(3), new NodeId(1)));

        Assert.Equal(Rule.ValueOlder, store.Offer(new VersionedValue(9, new Generation(2), new(9)), new(9), Early));
        Assert.Equal(5, store.Current.Value);
        Assert.Equal(Rule.ValueAccepted, store.Offer(new VersionedValue(1, new Generation(4), new(0)), new(8), Late));
        Assert.Equal(1, store.Current.Value);
        Assert.Equal((Late, new NodeId(8)), (store.LearnedAt, store.LearnedFrom));
    }

    [Theory]
    [InlineData(TieBreak.KeepMine)]
    [InlineData(TieBreak.HighestWriter)]
    [InlineData(TieBreak.HighestValue)]
    [InlineData(TieBreak.KeepBoth)]
    public void The_value_it_holds_is_known(TieBreak tieBreak)
    {
        var held = new VersionedValue(5, new Generation(1), new NodeId(1));

        Assert.Equal(Rule.ValueKnown, Holding(tieBreak, held).Offer(held, new(1), Early));
    }

    [Theory]
    [InlineData(TieBreak.KeepMine, 9, 9, Rule.ValueTieLost, 5)] // only a strictly higher generation is taken
    [InlineData(TieBreak.HighestWriter, 3, 9, Rule.ValueTieWon, 3)] // the higher writer, whatever the value
    [InlineData(TieBreak.HighestWriter, 9, 0, Rule.ValueTieLost, 5)]
    [InlineData(TieBreak.HighestValue, 9, 0, Rule.ValueTieWon, 9)] // the higher value, whoever wrote it
    [InlineData(TieBreak.HighestValue, 3, 9, Rule.ValueTieLost, 5)]
    public void A_tie_is_broken_as_the_option_says(TieBreak tieBreak, long value, int writer, Rule rule, long kept)
    {
        var store = Holding(tieBreak, new VersionedValue(5, new Generation(1), new NodeId(1)));

        Assert.Equal(rule, store.Offer(new VersionedValue(value, new Generation(1), new(writer)), new(7), Early));
        Assert.Equal(kept, store.Current.Value);
    }

    [Theory]
    [InlineData(TieBreak.HighestWriter)]
    [InlineData(TieBreak.HighestValue)]
    [InlineData(TieBreak.KeepBoth)]
    public void Two_values_of_one_writer_and_generation_have_an_order_too(TieBreak tieBreak)
    {
        // A writer that lost its disk counts its generations anew and can repeat one.
        var first = new VersionedValue(5, new Generation(1), new NodeId(1));
        var second = new VersionedValue(6, new Generation(1), new NodeId(1));
        var left = Holding(tieBreak, first);
        var right = Holding(tieBreak, second);

        left.Offer(second, new(1), Early);
        right.Offer(first, new(1), Early);

        Assert.Equal(left.Current, right.Current);
        Assert.Equal(left.Fingerprint, right.Fingerprint);
    }

    [Fact]
    public void Siblings_are_kept_until_a_later_set_replaces_them()
    {
        var store = Holding(TieBreak.KeepBoth, new VersionedValue(5, new Generation(1), new NodeId(1)));

        var rule = store.Offer(new VersionedValue(7, new Generation(1), new NodeId(8)), new(8), Early);

        Assert.Equal(Rule.ValueSiblingKept, rule);
        Assert.Equal([7L, 5L], store.Siblings.ToArray().Select(value => value.Value));
        Assert.Equal(Rule.ValueSet, store.Set(1, Late));
        Assert.Equal([1L], store.Siblings.ToArray().Select(value => value.Value));
        Assert.Equal(new Generation(2), store.Current.Generation);
    }

    [Fact]
    public void Siblings_are_bounded_and_those_of_the_highest_writers_stay()
    {
        var store = Holding(TieBreak.KeepBoth, new VersionedValue(0, new Generation(1), new NodeId(0)));

        for (var writer = 1; writer < 20; writer++)
        {
            store.Offer(new VersionedValue(writer, new Generation(1), new NodeId(writer)), new(writer), Early);
        }

        Assert.Equal(ValueStore.MaxSiblings, store.Siblings.Length);
        Assert.Equal(Enumerable.Range(12, 8).Reverse(), store.Siblings.ToArray().Select(value => value.Writer.Index));
        Assert.Equal(Rule.ValueTieLost,
            store.Offer(new VersionedValue(3, new Generation(1), new NodeId(3)), new(3), Early));
    }

    [Fact]
    public void What_was_known_before_a_moment_does_not_change_within_it()
    {
        var store = new ValueStore(Self, new ValueOptions());
        store.Offer(new VersionedValue(1, new Generation(1), new NodeId(1)), new(1), Early);
        store.Offer(new VersionedValue(2, new Generation(2), new NodeId(2)), new(2), Early);

        Assert.Equal(42, store.Before(Early).Value);
        Assert.Equal(2, store.Before(Late).Value);
    }

    [Fact]
    public void A_kept_disk_is_where_it_starts_again()
    {
        var kept = new VersionedValue(9, new Generation(6), new NodeId(2));
        var store = new ValueStore(Self, new ValueOptions(), kept);

        Assert.Equal(kept, store.Current);
        Assert.Equal(Rule.ValueSet, store.Set(10, Early));
        Assert.Equal(new Generation(7), store.Current.Generation);
    }

    private static ValueStore Holding(TieBreak tieBreak, VersionedValue value) =>
        new(Self, new ValueOptions { TieBreak = tieBreak }, value);
}
