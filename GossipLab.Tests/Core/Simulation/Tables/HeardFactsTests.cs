using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation.Tables;

namespace GossipLab.Tests.Core.Simulation.Tables;

public sealed class HeardFactsTests
{
    private static readonly NodeId Accused = new(5);

    private readonly Facts _facts = new();
    private HeardFacts _heard;

    [Fact]
    public void A_fact_is_heard_once_it_was_added_and_no_other_is()
    {
        _heard.Add(70);

        Assert.True(_heard.Contains(70));
        Assert.False(_heard.Contains(69) || _heard.Contains(71) || _heard.Contains(70 + 1_024) || _heard.Contains(-1));
    }

    [Fact]
    public void The_latest_facts_are_remembered_and_older_ones_are_not()
    {
        for (var fact = 0; fact < 10_000; fact++)
        {
            _heard.Add(fact);
        }

        Assert.All(Enumerable.Range(10_000 - HeardFacts.Remembered, HeardFacts.Remembered),
            fact => Assert.True(_heard.Contains(fact)));
        Assert.All(Enumerable.Range(0, 10_000 - 1_024), fact => Assert.False(_heard.Contains(fact)));
    }

    [Fact]
    public void Bits_of_old_facts_do_not_count_for_new_ones_after_a_long_silence()
    {
        _heard.Add(3);
        _heard.Add(1_000_000);

        Assert.DoesNotContain(Enumerable.Range(1_000_001 - 1_024, 1_023), fact => _heard.Contains(fact));
        Assert.True(_heard.Contains(1_000_000));
    }

    [Fact]
    public void Each_accuser_makes_a_fact_of_its_own_and_who_tells_of_a_death_does_not()
    {
        var one = new Incarnation(1);

        Assert.NotEqual(
            _facts.NumberOf(MemberUpdate.Suspect(Accused, one, new NodeId(1))),
            _facts.NumberOf(MemberUpdate.Suspect(Accused, one, new NodeId(2))));
        Assert.Equal(
            _facts.NumberOf(MemberUpdate.Dead(Accused, one, new NodeId(1))),
            _facts.NumberOf(MemberUpdate.Dead(Accused, one, new NodeId(2))));
    }

    [Fact]
    public void Another_state_or_incarnation_is_another_fact()
    {
        var (one, two) = (new Incarnation(1), new Incarnation(2));
        MemberUpdate[] news =
        [
            MemberUpdate.Alive(Accused, one, NodeAddress.Of(Accused)),
            MemberUpdate.Alive(Accused, two, NodeAddress.Of(Accused)),
            MemberUpdate.Suspect(Accused, one, new NodeId(1)),
            MemberUpdate.Dead(Accused, one, new NodeId(1)),
            MemberUpdate.Dead(Accused, one, Accused),
        ];

        Assert.Equal(5, news.Select(told => _facts.NumberOf(told)).Distinct().Count());
    }

    [Fact]
    public void What_is_said_of_a_member_at_another_address_or_with_a_meta_has_no_number()
    {
        var plain = MemberUpdate.Alive(Accused, new Incarnation(1), NodeAddress.Of(Accused));

        Assert.Equal(Facts.None, _facts.NumberOf(plain with { Address = new NodeAddress(9, 9) }));
        Assert.Equal(Facts.None, _facts.NumberOf(plain with { Meta = new MemberMeta("role=web") }));
        Assert.Equal(Facts.None, _facts.NumberOf(plain with { Versions = default }));
    }
}
