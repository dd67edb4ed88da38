using GossipLab.Core.Membership;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Tests.Core.Membership;

/// <summary>The members to be tried again (Serf's failed members).</summary>
public sealed class FailedMembersTests
{
    private FailedMembers _failed;

    public FailedMembersTests()
    {
        for (var id = 1; id <= 4; id++)
        {
            _failed.Add(new NodeId(id), new Instant(id));
        }
    }

    [Fact]
    public void Those_who_come_back_are_taken_off_in_any_order()
    {
        _failed.Remove(new NodeId(1));
        _failed.Remove(new NodeId(4));
        _failed.Remove(new NodeId(9));

        Assert.Equal([2, 3], Ids());
    }

    [Fact]
    public void Those_who_failed_too_long_ago_are_given_up()
    {
        _failed.GiveUp(before: new Instant(3));

        Assert.Equal([3, 4], Ids());
    }

    [Fact]
    public void Whoever_fails_again_is_on_it_once()
    {
        _failed.Add(new NodeId(2), new Instant(9));
        _failed.GiveUp(before: new Instant(9));

        Assert.Equal([2], Ids());
    }

    private IEnumerable<int> Ids() =>
        Enumerable.Range(0, _failed.Count).Select(place => _failed[place].Index).Order();
}
