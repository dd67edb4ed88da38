using GossipLab.Core.Dissemination;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Core.Dissemination;

public sealed class PeerPickerTests
{
    private static readonly NodeId Self = new(2);

    public static TheoryData<PeerSelection> All => [.. Enum.GetValues<PeerSelection>()];

    public static TheoryData<PeerSelection> Distinct =>
        [PeerSelection.Uniform, PeerSelection.ShuffledRoundRobin, PeerSelection.Consecutive];

    [Theory]
    [MemberData(nameof(All))]
    public void It_never_picks_itself_nor_anybody_it_believes_dead(PeerSelection selection)
    {
        var picks = Pick(selection, new FewMembers(8, dead: [0, 5]), fanOut: 3, ticks: 500);

        Assert.All(picks, pick => Assert.DoesNotContain(pick, peer => peer == Self.Index || peer is 0 or 5));
    }

    [Theory]
    [MemberData(nameof(Distinct))]
    public void Nobody_is_picked_twice_at_one_tick(PeerSelection selection)
    {
        var picks = Pick(selection, new FewMembers(7), fanOut: 4, ticks: 500);

        Assert.All(picks, pick => Assert.Equal(4, pick.Distinct().Count()));
    }

    [Theory]
    [MemberData(nameof(Distinct))]
    public void Where_fewer_are_live_all_of_them_are_picked(PeerSelection selection)
    {
        // Random draws can miss the last few of a small cluster (memberlist issue 350); here none is missed.
        var picks = Pick(selection, new FewMembers(40, dead: [.. Enumerable.Range(5, 35)]), fanOut: 6, ticks: 200);

        Assert.All(picks, pick => Assert.Equal([0, 1, 3, 4], pick.Order()));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Alone_it_picks_nobody(PeerSelection selection)
    {
        Assert.All(Pick(selection, new FewMembers(3, dead: [0, 1]), fanOut: 2, ticks: 20), Assert.Empty);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Each_other_member_is_picked_as_often(PeerSelection selection)
    {
        var counts = new int[9];
        foreach (var peer in Pick(selection, new FewMembers(9), fanOut: 2, ticks: 8_000).SelectMany(pick => pick))
        {
            counts[peer]++;
        }

        // 2,000 each; picks of one tick come in pairs, so five deviations of a pair are allowed.
        Assert.Equal(0, counts[Self.Index]);
        Assert.All(counts.Where((_, peer) => peer != Self.Index), count => Assert.InRange(count, 1_700, 2_300));
    }

    [Fact]
    public void Uniform_picks_every_pair_as_often()
    {
        var picks = Pick(PeerSelection.Uniform, new FewMembers(5), fanOut: 2, ticks: 12_000);
        var pairs = picks.GroupBy(pick => (pick[0], pick[1])).ToDictionary(pair => pair.Key, pair => pair.Count());

        // Twelve ordered pairs of four others, 1,000 each, deviation 30.
        Assert.Equal(12, pairs.Count);
        Assert.All(pairs.Values, count => Assert.InRange(count, 850, 1_150));
    }

    [Fact]
    public void Round_robin_turns_to_all_before_anybody_again()
    {
        var picks = Pick(PeerSelection.ShuffledRoundRobin, new FewMembers(9), fanOut: 2, ticks: 400);
        var passes = picks.SelectMany(pick => pick).Chunk(8).ToArray();

        Assert.All(passes, pass => Assert.Equal(8, pass.Distinct().Count()));
        Assert.InRange(passes.Select(pass => string.Join(' ', pass)).Distinct().Count(), 95, 100);
    }

    [Fact]
    public void Consecutive_takes_neighbours_in_an_order_that_stays()
    {
        var picks = Pick(PeerSelection.Consecutive, new FewMembers(9), fanOut: 2, ticks: 2_000);

        // After each first one always the same second: eight pairs, not fifty-six.
        Assert.Equal(8, picks.Select(pick => (pick[0], pick[1])).Distinct().Count());
        Assert.Equal(8, picks.Select(pick => pick[0]).Distinct().Count());
    }

    [Fact]
    public void Consecutive_orders_differ_from_node_to_node()
    {
        var roster = new FewMembers(20);
        var orders = Enumerable.Range(0, 6)
            .Select(node => Pick(PeerSelection.Consecutive, roster, fanOut: 19, ticks: 1, self: new NodeId(node))[0])
            .Select(order => string.Join(' ', order.Where(peer => peer > 5)));

        Assert.Equal(6, orders.Distinct().Count());
    }

    [Fact]
    public void The_articles_bug_tells_one_peer_as_often_as_the_fan_out_says()
    {
        var picks = Pick(PeerSelection.SamePeerTwice, new FewMembers(9), fanOut: 3, ticks: 200);

        Assert.All(picks, pick => Assert.Equal(3, pick.Length));
        Assert.All(picks, pick => Assert.Single(pick.Distinct()));
        Assert.Equal(8, picks.Select(pick => pick[0]).Distinct().Count());
    }

    [Fact]
    public void A_member_that_comes_back_is_picked_again()
    {
        var picker = PeerPicker.Of(PeerSelection.ShuffledRoundRobin);
        var without = Enumerable.Range(0, 20).SelectMany(tick => Pick(picker, new FewMembers(6, dead: [4]), 2, tick));
        Assert.DoesNotContain(4, without);

        var with = Enumerable.Range(20, 20).SelectMany(tick => Pick(picker, new FewMembers(6), 2, tick));
        Assert.Contains(4, with);
    }

    private static int[][] Pick(
        PeerSelection selection, IRoster roster, int fanOut, int ticks, NodeId? self = null)
    {
        var picker = PeerPicker.Of(selection);
        return [.. Enumerable.Range(0, ticks).Select(tick => Pick(picker, roster, fanOut, tick, self))];
    }

    private static int[] Pick(PeerPicker picker, IRoster roster, int fanOut, int tick, NodeId? self = null)
    {
        int[] picks = [];
        new Recording().Turn(self ?? Self, Instant.FromMilliseconds(2_000 * tick), (in turn) =>
        {
            Span<NodeId> picked = stackalloc NodeId[fanOut];
            picks = [.. picked[..picker.Pick(turn, roster, picked)].ToArray().Select(id => id.Index)];
        });
        return picks;
    }
}
