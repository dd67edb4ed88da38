using GossipLab.Core.Membership;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Tests.Core.Membership;

/// <summary>The table of one node's beliefs.</summary>
public sealed class DenseTableTests
{
    private readonly DenseTable _table = new(maxMembers: 10);

    public DenseTableTests()
    {
        for (var id = 0; id < 4; id++)
        {
            _table.Add(Record(id));
        }
    }

    [Fact]
    public void A_member_stands_at_its_number_and_the_places_between_are_empty()
    {
        _table.Add(Record(7));

        Assert.Equal([0, 1, 2, 3, -1, -1, -1, 7], Order());
        Assert.Equal((5, 8), (_table.Count, _table.Places));
        Assert.Throws<ArgumentOutOfRangeException>(() => _table[8]);
    }

    [Fact]
    public void Founders_who_have_a_record_keep_it()
    {
        _table.Set(Record(1) with { State = MemberState.Dead });

        _table.AddFounders([new NodeId(1), new NodeId(5)], new Instant(3));

        Assert.Equal(MemberState.Dead, _table.StateOf(new NodeId(1)));
        Assert.Equal(MemberState.Alive, _table.StateOf(new NodeId(5)));
        Assert.Equal(new Instant(3), _table.AllMembers()[^1].Since);
    }

    [Fact]
    public void A_record_is_read_as_it_was_written()
    {
        var member = Record(2) with
        {
            State = MemberState.Suspect,
            Incarnation = new Incarnation(9),
            Since = new Instant(77),
            Address = new NodeAddress(1, 2),
            Meta = new MemberMeta("role"),
            Versions = new ProtocolVersions(1, 5, 2),
        };

        _table.Set(member);

        Assert.True(_table.TryFind(new NodeId(2), out var found));
        Assert.Equal(member, found);
        Assert.Equal(default, _table.TryFind(new NodeId(3), out var other) ? other.Meta : new MemberMeta("none"));
    }

    [Fact]
    public void States_are_counted_as_they_change()
    {
        _table.Set(Record(1) with { State = MemberState.Dead });
        _table.Set(Record(2) with { State = MemberState.Suspect });
        _table.Set(Record(2) with { State = MemberState.Left });

        Assert.Equal([2, 0, 1, 1], Enum.GetValues<MemberState>().Select(_table.CountOf));
        Assert.Equal([true, false, false, true], Enumerable.Range(0, 4).Select(id => _table.IsLive(new NodeId(id))));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(5)]
    [InlineData(10)]
    [InlineData(int.MaxValue)]
    public void Nobody_else_is_known(int id)
    {
        Assert.False(_table.Knows(new NodeId(id)));
        Assert.Null(_table.StateOf(new NodeId(id)));
        Assert.False(_table.TryFind(new NodeId(id), out _));
    }

    [Fact]
    public void A_number_beyond_the_bound_does_not_fit()
    {
        Assert.True(_table.Fits(new NodeId(9)));
        Assert.False(_table.Fits(new NodeId(10)) || _table.Fits(NodeId.None));
        Assert.Throws<ArgumentOutOfRangeException>(() => _table.Add(Record(10)));
    }

    [Fact]
    public void Those_gone_for_long_are_forgotten_but_never_the_node_itself()
    {
        var reaped = new List<Member>();
        _table.Set(Record(0) with { State = MemberState.Left });
        _table.Set(Record(1) with { State = MemberState.Dead, Meta = new MemberMeta("old") });
        _table.Set(Record(2) with { State = MemberState.Dead, Since = new Instant(100) });

        _table.Reap(before: new Instant(100), new NodeId(0), reaped);

        Assert.Equal([1], reaped.Select(member => member.Id.Index));
        Assert.Equal([0, -1, 2, 3], Order());
        _table.Add(Record(1));
        Assert.True(_table.TryFind(new NodeId(1), out var again) && again.Meta == default);
    }

    private static Member Record(int id) =>
        new(new NodeId(id), MemberState.Alive, new Incarnation(1), Instant.Zero);

    private IEnumerable<int> Order() => Enumerable.Range(0, _table.Places).Select(place => _table[place].Index);
}
