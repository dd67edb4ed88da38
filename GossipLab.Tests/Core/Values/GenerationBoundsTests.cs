using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Values;

namespace GossipLab.Tests.Core.Values;

/// <summary>Generation poisoning (protocol.md section 4), and the bounds against it.</summary>
public sealed class GenerationBoundsTests
{
    private static readonly NodeId Self = new(0);
    private static readonly NodeId Liar = new(1);

    [Theory]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    [InlineData((1L << 62) + 1)]
    [InlineData(1_000_001)] // one more than the allowed jump
    public void A_generation_out_of_bounds_is_refused_by_name(long generation)
    {
        var store = new ValueStore(Self, new ValueOptions());

        Assert.Equal(Rule.ValueOutOfBounds, Offer(store, generation));
        Assert.Equal(42, store.Current.Value);
        Assert.False(ValueStore.Changes(Rule.ValueOutOfBounds));
    }

    [Fact]
    public void The_largest_allowed_jump_is_taken()
    {
        var store = new ValueStore(Self, new ValueOptions());

        Assert.Equal(Rule.ValueAccepted, Offer(store, 1_000_000));
        Assert.Equal(Rule.ValueAccepted, Offer(store, 2_000_000));
        Assert.Equal(Rule.ValueOutOfBounds, Offer(store, 3_000_001));
    }

    [Fact]
    public void At_the_highest_generation_a_set_is_refused_and_changes_nothing()
    {
        var last = new VersionedValue(5, new Generation(Generation.MaxNumber), Liar);
        var store = new ValueStore(Self, new ValueOptions(), last);

        Assert.Equal(Rule.ValueSetRefused, store.Set(7, Instant.Zero));
        Assert.Equal(last, store.Current);
    }

    [Fact]
    public void Unbounded_one_message_wins_for_ever()
    {
        var store = Unbounded();

        Assert.Equal(Rule.ValueAccepted, Offer(store, long.MaxValue));
        Assert.Equal(Rule.ValueOlder, Offer(store, long.MaxValue - 1));
        Assert.Equal(long.MaxValue, store.Current.Generation.Number);
    }

    [Fact]
    public void Unbounded_the_next_set_overflows_and_any_old_message_wins()
    {
        var store = Unbounded();
        Offer(store, long.MaxValue);

        Assert.Equal(Rule.ValueSet, store.Set(7, Instant.Zero));
        Assert.Equal(long.MinValue, store.Current.Generation.Number);
        Assert.Equal(Rule.ValueAccepted, Offer(store, 5));
    }

    [Fact]
    public void Unbounded_a_negative_generation_is_only_old()
    {
        Assert.Equal(Rule.ValueOlder, Offer(Unbounded(), -1));
    }

    private static ValueStore Unbounded() =>
        new(Self, new ValueOptions { TieBreak = TieBreak.KeepMine, BoundGenerations = false });

    private static Rule Offer(ValueStore store, long generation) =>
        store.Offer(new VersionedValue(77, new Generation(generation), Liar), Liar, Instant.Zero);
}
