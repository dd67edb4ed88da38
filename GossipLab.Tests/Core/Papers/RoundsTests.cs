using GossipLab.Core.Dissemination;
using GossipLab.Core.Primitives;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Core.Papers;

/// <summary>
/// How many rounds it takes until everybody knows: protocol.md section 3.4 (Frieze and Grimmett 1985, Pittel 1987), a
/// Monte-Carlo model of 2,000 runs, 300 from 500 nodes on.
/// </summary>
public sealed class RoundsTests
{
    private static readonly DisseminationOptions Push = new() { FanOut = 2 };
    private static readonly DisseminationOptions Pull = new() { Mode = DisseminationMode.Pull, FanOut = 1 };
    private static readonly DisseminationOptions PushPull = new() { Mode = DisseminationMode.PushPull, FanOut = 1 };

    [Theory]
    [InlineData(4, 3.2)]
    [InlineData(10, 6.1)]
    [InlineData(30, 9.2)]
    [InlineData(100, 12.3)]
    [InlineData(500, 16.4)]
    [InlineData(1_000, 18.1)]
    public void Push_to_one(int nodes, double rounds) => Check(nodes, Push with { FanOut = 1 }, rounds);

    [Theory]
    [InlineData(4, 2.0)]
    [InlineData(10, 3.6)]
    [InlineData(30, 5.5)]
    [InlineData(100, 7.4)]
    [InlineData(500, 9.7)]
    [InlineData(1_000, 10.7)]
    public void Push_to_two(int nodes, double rounds) => Check(nodes, Push, rounds);

    /// <summary>The article's repository: a random member and the next. It costs nothing (section 3.4).</summary>
    [Theory]
    [InlineData(4, 2.0)]
    [InlineData(10, 3.6)]
    [InlineData(30, 5.5)]
    [InlineData(100, 7.3)]
    [InlineData(500, 9.6)]
    [InlineData(1_000, 10.6)]
    public void Push_to_two_neighbours(int nodes, double rounds) =>
        Check(nodes, Push with { Peers = PeerSelection.Consecutive }, rounds);

    [Theory]
    [InlineData(4, 2.4)]
    [InlineData(10, 4.5)]
    [InlineData(30, 6.7)]
    [InlineData(100, 9.1)]
    [InlineData(500, 11.9)]
    [InlineData(1_000, 13.2)]
    public void Push_to_two_with_a_quarter_lost(int nodes, double rounds) =>
        Check(nodes, Push, rounds, Ratio.Percent(25));

    [Theory]
    [InlineData(4, 2.8)]
    [InlineData(10, 5.1)]
    [InlineData(30, 7.5)]
    [InlineData(100, 9.7)]
    [InlineData(500, 12.6)]
    [InlineData(1_000, 13.9)]
    public void Pull_from_one(int nodes, double rounds) => Check(nodes, Pull, rounds);

    [Theory]
    [InlineData(4, 2.0)]
    [InlineData(10, 3.5)]
    [InlineData(30, 5.0)]
    [InlineData(100, 6.5)]
    [InlineData(500, 8.4)]
    [InlineData(1_000, 9.2)]
    public void Push_pull_with_one(int nodes, double rounds) => Check(nodes, PushPull, rounds);

    [Theory]
    [InlineData(4, 1.3)]
    [InlineData(10, 2.4)]
    [InlineData(30, 3.5)]
    [InlineData(100, 4.5)]
    [InlineData(500, 5.9)]
    [InlineData(1_000, 6.2)]
    public void Push_pull_with_two(int nodes, double rounds) => Check(nodes, PushPull with { FanOut = 2 }, rounds);

    /// <summary>The article's text: both goroutines tell the same one, as if there were one (section 4).</summary>
    [Fact]
    public void Push_to_the_same_one_twice_is_push_to_one() =>
        Check(30, Push with { Peers = PeerSelection.SamePeerTwice }, 9.2);

    private static void Check(int nodes, DisseminationOptions spread, double rounds, Ratio loss = default)
    {
        var sample = Epidemic.RoundsUntilAllKnow(nodes, spread, RunsFor(nodes), loss);

        sample.ShouldHaveMean(rounds, roundedBy: 0.05, runs: nodes < 500 ? 2_000 : 300);
    }

    private static int RunsFor(int nodes) => nodes switch
    {
        <= 30 => 1_000,
        <= 100 => 300,
        _ => 100,
    };
}
