using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Core.Simulation;

/// <summary>A copy of a cluster goes on exactly as the cluster did, as often as it is used.</summary>
public sealed class ClusterStateTests
{
    public static TheoryData<string> Names => [.. ScenarioLibrary.All.Select(built => built.Scenario.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Built_in_scenarios_go_on_from_a_copy_as_they_went_on(string name) =>
        AssertGoesOn(ScenarioLibrary.Find(name)!.Scenario, seconds: 60, copies: 4);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Random_scenarios_go_on_from_a_copy_as_they_went_on(ulong batch)
    {
        for (var seed = 0ul; seed < 30; seed++)
        {
            AssertGoesOn(RandomScenarios.Of(batch * 5_000 + seed), seconds: 40, copies: 3);
        }
    }

    [Fact]
    public void A_copy_fits_into_another_cluster_that_plays_the_same_scenario()
    {
        var scenario = RandomScenarios.Of(77) with { Node = GossipNodeOptions.Swim };
        var (first, second) = (new Listing(), new Listing());
        var one = new SimulatedCluster(scenario, first);
        var other = new SimulatedCluster(scenario, second);
        one.RunUntil(Instant.FromMilliseconds(12_345));
        var copy = one.Save();
        first.Lines.Clear();

        one.RunUntil(Instant.FromMilliseconds(40_000));
        other.Restore(copy);
        second.Lines.Clear();
        other.RunUntil(Instant.FromMilliseconds(40_000));

        Assert.Equal(first.Lines, second.Lines);
    }

    private static void AssertGoesOn(Scenario scenario, int seconds, int copies)
    {
        var listing = new Listing();
        var cluster = new SimulatedCluster(scenario, listing);
        var saved = new List<(ClusterState State, int Lines)>();
        for (var part = 1; part <= copies; part++)
        {
            cluster.RunUntil(Instant.FromMilliseconds(1000.0 * seconds * part / (copies + 1)));
            saved.Add((cluster.Save(), listing.Lines.Count));
        }

        var end = Instant.FromMilliseconds(1000.0 * seconds);
        cluster.RunUntil(end);
        var expected = listing.Lines.ToArray();
        var counters = CountersOf(cluster);
        foreach (var (state, lines) in saved.Concat(saved))
        {
            listing.Lines.Clear();
            cluster.Restore(state);
            cluster.RunUntil(end);

            Assert.True(expected.AsSpan(lines).SequenceEqual(listing.Lines.ToArray()), ScenarioJson.Write(scenario));
            Assert.Equal(counters, CountersOf(cluster));
        }
    }

    private static (long, long, long, int) CountersOf(SimulatedCluster cluster) => (cluster.Counters.Sent,
        cluster.Counters.Delivered, cluster.Counters.Lost, cluster.Census.Informed);

    /// <summary>One number for each event, which all it says goes into.</summary>
    private sealed class Listing : IClusterObserver
    {
        public List<ulong> Lines { get; } = [];

        public void OnCommand(in TraceStamp stamp, ClusterCommand command)
        {
            var hash = new TraceHash();
            hash.OnCommand(stamp, command);
            Lines.Add(hash.Value ^ (ulong)stamp.Id);
        }

        public void OnSent(in TraceStamp stamp, in Flight flight, in Message message)
        {
            var hash = new TraceHash();
            hash.OnSent(stamp, flight, message);
            Lines.Add(hash.Value ^ (ulong)stamp.Id);
        }

        public void OnArrived(in TraceStamp stamp, in Flight flight, in Message message)
        {
            var hash = new TraceHash();
            hash.OnArrived(stamp, flight, message);
            Lines.Add(hash.Value ^ (ulong)stamp.Cause);
        }

        public void OnLost(
            in TraceStamp stamp, in Flight flight, in Message message, LossReason reason, Instant lostAt)
        {
            var hash = new TraceHash();
            hash.OnLost(stamp, flight, message, reason, lostAt);
            Lines.Add(hash.Value);
        }

        public void OnReported(in TraceStamp stamp, in NodeEvent what)
        {
            var hash = new TraceHash();
            hash.OnReported(stamp, what);
            Lines.Add(hash.Value ^ (ulong)stamp.Cause);
        }
    }
}
