using GossipLab.Core.Membership;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Tests.Core.Membership;

/// <summary>How long suspicions last (Lifeguard's LHA-Suspicion; memberlist's suspicion.go and util.go).</summary>
public sealed class SuspicionSpanTests
{
    [Theory]
    [Trait("row", "Q8")]
    [InlineData(5, 1000)]
    [InlineData(10, 1000)]
    [InlineData(50, 1698)]
    [InlineData(100, 2000)]
    [InlineData(500, 2698)]
    [InlineData(1000, 3000)]
    public void The_shortest_grows_with_the_logarithm_of_the_cluster(int members, int thirdMs)
    {
        var span = SuspicionSpan.For(new MembershipOptions { SuspicionMultiplier = 3 }, members);

        Assert.Equal(TimeSpan.FromMilliseconds(3 * thirdMs), span.Shortest);
    }

    [Theory]
    [InlineData(1, 4000, 24_000)]
    [InlineData(10, 4000, 24_000)]
    [InlineData(50, 6792, 40_752)]
    [InlineData(100, 8000, 48_000)]
    [InlineData(200, 9204, 55_224)]
    [InlineData(500, 10_792, 64_752)]
    [InlineData(1000, 12_000, 72_000)]
    public void The_LAN_profile_has_these_times(int members, int shortestMs, int longestMs)
    {
        var span = SuspicionSpan.For(MembershipOptions.Lan, members);

        Assert.Equal((shortestMs, longestMs), (span.Shortest.TotalMilliseconds, span.Longest.TotalMilliseconds));
    }

    [Theory]
    [InlineData(3, 0, 4000)]
    [InlineData(4, 0, 24_000)]
    [InlineData(4, 1, 11_381)]
    [InlineData(4, 2, 4000)]
    public void Four_members_wait_for_confirmations_and_three_do_not(int members, int confirmations, int milliseconds)
    {
        var span = SuspicionSpan.For(MembershipOptions.Lan, members);

        Assert.Equal(milliseconds, span.After(confirmations).TotalMilliseconds);
    }

    [Fact]
    public void The_WAN_and_local_profiles_want_four_confirmations_and_one()
    {
        var wan = SuspicionSpan.For(MembershipOptions.Wan, 10);
        var local = SuspicionSpan.For(MembershipOptions.Local, 10);

        Assert.Equal((TimeSpan.FromSeconds(30), 4), (wan.Shortest, wan.Wanted));
        Assert.Equal((TimeSpan.FromSeconds(3), 1), (local.Shortest, local.Wanted));
    }

    [Theory]
    [Trait("row", "P10")]
    [InlineData(0, 0, 30_000)]
    [InlineData(1, 2, 14_000)]
    [InlineData(2, 3, 4810)]
    [InlineData(3, 4, -2000)]
    [InlineData(4, 5, -3000)]
    [InlineData(5, 10, -8000)]
    public void What_remains_after_confirmations_and_time(int confirmations, int elapsedSeconds, int remainingMs)
    {
        var span = new SuspicionSpan(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(30), Wanted: 3);

        var remaining = span.After(confirmations) - TimeSpan.FromSeconds(elapsedSeconds);

        Assert.Equal(remainingMs, remaining.TotalMilliseconds);
    }

    [Theory]
    [Trait("row", "P11")]
    [InlineData("", 2000)]
    [InlineData("1", 1250)]
    [InlineData("1 1 1", 1250)]
    [InlineData("1 2", 810)]
    [InlineData("1 2 3", 500)]
    [InlineData("1 2 3 4", 500)]
    [InlineData("0 0", 2000)]
    public void Each_new_accuser_shortens_a_suspicion_up_to_the_number_wanted(string accusers, int milliseconds)
    {
        var span = new SuspicionSpan(TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(2), Wanted: 3);
        var suspicion = Begin(span);

        var heard = accusers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse).ToArray();
        var news = Array.ConvertAll(heard, accuser => suspicion.Confirm(new NodeId(accuser), token: 2));

        Assert.InRange(suspicion.Deadline.Milliseconds, milliseconds - 1, milliseconds + 1);
        Assert.Equal(Math.Min(3, heard.Where(accuser => accuser > 0).Distinct().Count()), news.Count(isNew => isNew));
    }

    [Fact]
    [Trait("row", "P12")]
    public void Where_no_confirmation_is_wanted_it_lasts_the_shortest_time()
    {
        var span = new SuspicionSpan(TimeSpan.FromMilliseconds(25), TimeSpan.FromSeconds(30), Wanted: 0);
        var suspicion = Begin(span);

        Assert.Equal(25, suspicion.Deadline.Milliseconds);
        Assert.False(suspicion.Confirm(new NodeId(1), token: 2));
    }

    [Fact]
    [Trait("row", "P13")]
    public void A_confirmation_may_bring_the_deadline_into_the_past()
    {
        var span = new SuspicionSpan(TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(30), Wanted: 1);
        var suspicion = Begin(span);

        Assert.True(suspicion.Confirm(new NodeId(1), token: 2));

        Assert.Equal(100, suspicion.Deadline.Milliseconds);
    }

    [Fact]
    public void Without_LHA_Suspicion_nothing_shortens_the_shortest()
    {
        var span = SuspicionSpan.For(MembershipOptions.Lan with { DynamicSuspicion = false }, 100);

        Assert.Equal((0, TimeSpan.FromSeconds(8)), (span.Wanted, span.After(0)));
    }

    private static Suspicion Begin(SuspicionSpan span) =>
        new(MemberUpdate.Suspect(new NodeId(9), Incarnation.Zero.Next, new NodeId(0)), Instant.Zero, span, token: 1);
}
