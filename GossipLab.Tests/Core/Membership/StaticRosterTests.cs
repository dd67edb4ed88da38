using GossipLab.Core.Membership;
using GossipLab.Core.Protocol;

namespace GossipLab.Tests.Core.Membership;

/// <summary>A given list of members.</summary>
public sealed class StaticRosterTests
{
    [Fact]
    public void It_holds_the_first_numbers_and_believes_all_of_them_alive()
    {
        var roster = new StaticRoster(3);

        Assert.Equal([0, 1, 2], Enumerable.Range(0, roster.Count).Select(place => roster[place].Index));
        Assert.Equal([false, true, true, false], new[] { -1, 0, 2, 3 }.Select(id => roster.IsLive(new NodeId(id))));
        Assert.Throws<ArgumentOutOfRangeException>(() => roster[3]);
    }

    [Fact]
    public void It_grows_and_never_shrinks()
    {
        var roster = new StaticRoster(3);

        roster.Grow(5);

        Assert.Equal((5, 4), (roster.Count, roster[4].Index));
        Assert.Throws<ArgumentOutOfRangeException>(() => roster.Grow(4));
    }
}
