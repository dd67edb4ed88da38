using CsCheck;
using GossipLab.Core.Dissemination;
using GossipLab.Core.Protocol;
using static GossipLab.Tests.TestKit.News;

namespace GossipLab.Tests.Core.Dissemination;

/// <summary>The queue of news (memberlist's TransmitLimitedQueue; SWIM section 4.1).</summary>
public sealed class RumorQueueTests
{
    // An accusation of n1 by n9 has 32 bytes, an announcement of n1 60.
    private const int AccusationBytes = 32;

    [Fact]
    [Trait("row", "Q1")]
    public void News_about_a_member_replaces_what_waits_about_it()
    {
        var queue = new RumorQueue();
        queue.Add(Suspect(1, 1, from: 9));
        queue.Add(Suspect(2, 1, from: 9));
        queue.Add(Suspect(3, 1, from: 9));

        queue.Add(Dead(1, 1, from: 9));

        Assert.Equal([2, 3, 1], Ordered(queue).Select(rumor => rumor.News.Subject.Index).Reverse());
        Assert.Equal(MemberState.Dead, queue[0].News.State);
        Assert.Equal(1, queue.FinishedCount);
    }

    [Theory]
    [Trait("row", "Q2")]
    [InlineData(2, 4)]
    [InlineData(3, 3)]
    public void A_packet_takes_what_fits_with_its_overhead(int overhead, int told)
    {
        var queue = new RumorQueue();
        for (var subject = 1; subject <= 4; subject++)
        {
            queue.Add(Suspect(subject, 1, from: 9));
        }

        var news = queue.Take(overhead, budget: 4 * (AccusationBytes + 2), RumorQueue.LimitFor(3, 10));

        Assert.Equal(told, news.Count);
    }

    [Fact]
    [Trait("row", "Q4")]
    public void Pruning_drops_the_oldest_of_what_was_told_as_often()
    {
        var queue = new RumorQueue();
        for (var subject = 1; subject <= 4; subject++)
        {
            queue.Add(Suspect(subject, 1, from: 9));
        }

        queue.Prune(2);

        Assert.Equal([4, 3], Ordered(queue).Select(rumor => rumor.News.Subject.Index));
        Assert.Equal(2, queue.FinishedCount);
        Assert.False(queue.Holds(new NodeId(1)) || queue.Holds(new NodeId(2)));
    }

    [Fact]
    [Trait("row", "Q5")]
    public void What_was_told_least_comes_first()
    {
        var queue = new RumorQueue();
        foreach (var transmits in new[] { 0, 10, 3, 4, 7 })
        {
            queue.Add(Suspect(20 + transmits, 1, from: 9), transmits);
        }

        Assert.Equal([10, 7, 4, 3, 0], Ordered(queue).Select(rumor => rumor.Transmits).Reverse());
    }

    [Theory]
    [Trait("row", "Q7")]
    [InlineData(3, 0, 0)]
    [InlineData(3, 1, 3)]
    [InlineData(3, 99, 6)]
    [InlineData(4, 9, 4)]
    [InlineData(4, 10, 8)]
    [InlineData(4, 999, 12)]
    [InlineData(4, 1000, 16)]
    public void The_limit_grows_with_the_digits_of_the_cluster(int multiplier, int members, int limit) =>
        Assert.Equal(limit, RumorQueue.LimitFor(multiplier, members));

    [Fact]
    [Trait("row", "Q15")]
    public void News_is_told_as_often_as_the_limit_says_and_then_gone()
    {
        var queue = new RumorQueue();
        queue.Add(Alive(1, 1));

        Assert.Equal(0, queue.Take(2, budget: 60, limit: 5).Count);
        var told = Enumerable.Range(0, 6).Select(_ => queue.Take(2, 1400, limit: 5).Count);

        Assert.Equal([1, 1, 1, 1, 1, 0], told);
        Assert.Equal(0, queue.Count);
    }

    [Fact]
    [Trait("row", "Q15")]
    public void The_longest_comes_first_and_what_is_too_long_blocks_nothing()
    {
        var queue = new RumorQueue();
        queue.Add(Suspect(1, 1, from: 9));
        queue.Add(Alive(2, 1) with { Meta = new MemberMeta(new string('x', 40)) });
        queue.Add(Alive(3, 1));

        var small = queue.Take(2, budget: 62 + 34, limit: 9);
        var large = queue.Take(2, 1400, limit: 9);

        Assert.Equal([3, 1], small.Items.ToArray().Select(news => news.Subject.Index));
        Assert.Equal([2, 3, 1], large.Items.ToArray().Select(news => news.Subject.Index));
    }

    [Fact]
    [Trait("row", "Q16")]
    public void What_has_most_transmissions_left_is_told_first()
    {
        var queue = new RumorQueue();
        queue.Add(Suspect(1, 1, from: 9), transmits: 4);
        queue.Add(Suspect(2, 1, from: 9), transmits: 3);
        queue.Add(Suspect(3, 1, from: 9), transmits: 2);

        var packets = Enumerable.Range(0, 4)
            .Select(_ => queue.Take(2, 1400, limit: 5).Items.ToArray().Select(news => news.Subject.Index)).ToArray();

        Assert.Equal([[3, 2, 1], [3, 2], [3], []], packets);
    }

    [Fact]
    public void Nothing_is_told_twice_in_a_packet()
    {
        var queue = new RumorQueue();
        queue.Add(Suspect(1, 1, from: 9));

        Assert.Equal(1, queue.Take(2, 1400, limit: 9).Count);
        Assert.Equal(1, queue[0].Transmits);
    }

    [Fact]
    public void It_agrees_with_a_list_that_is_searched_from_the_first_each_time() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 11], Gen.Int[0, 300]).Array[0, 100].Sample(
            operations =>
            {
                var queue = new RumorQueue();
                var model = new NaiveQueue();
                foreach (var (operation, subject, size) in operations)
                {
                    Apply(queue, model, operation, (subject, size));
                }
            },
            iter: 300);

    private static void Apply(RumorQueue queue, NaiveQueue model, int operation, (int Subject, int Size) with)
    {
        switch (operation)
        {
            case 0:
                queue.Prune(with.Subject);
                model.Prune(with.Subject);
                break;
            case < 4:
                var news = operation == 1 ? Suspect(with.Subject, 1, from: with.Size)
                    : Alive(with.Subject, 1) with { Meta = new MemberMeta(new string('x', with.Size)) };
                queue.Add(news);
                model.Add(news);
                break;
            default:
                var told = queue.Take(2, 4 * with.Size, limit: 4).Items.ToArray();
                Assert.Equal(model.Take(2, 4 * with.Size, limit: 4), told);
                break;
        }

        Assert.Equal(model.Ordered().Select(item => (item.News, item.Transmits)),
            Ordered(queue).Select(rumor => (rumor.News, rumor.Transmits)));
    }

    private static IEnumerable<Rumor> Ordered(RumorQueue queue) =>
        Enumerable.Range(0, queue.Count).Select(place => queue[place]);
}
