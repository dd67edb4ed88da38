using GossipLab.Core.Dissemination;
using GossipLab.Core.Experiments.Papers;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Core.Values;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Core.Papers;

/// <summary>
/// The bands that lessons promise (lessons.md section 4.3): means and 5th to 95th percentiles of a synchronous model
/// over 2,000 seeds.
/// </summary>
public sealed class LessonBandTests
{
    private const int ModelRuns = 2_000;

    public static TheoryData<int, DisseminationMode, int, double> Means => new()
    {
        { 16, DisseminationMode.Push, 2, 4.44 },
        { 64, DisseminationMode.Push, 1, 11.15 },
        { 64, DisseminationMode.Push, 2, 6.68 },
        { 64, DisseminationMode.Push, 3, 5.16 },
        { 64, DisseminationMode.Pull, 1, 8.96 },
        { 64, DisseminationMode.PushPull, 1, 5.98 },
        { 1_000, DisseminationMode.Push, 2, 10.7 },
        { 1_000, DisseminationMode.Push, 3, 8.18 },
        { 1_000, DisseminationMode.PushPull, 1, 9.15 },
    };

    public static TheoryData<int, DisseminationMode, int, int, int> Bands => new()
    {
        { 16, DisseminationMode.Push, 2, 4, 6 },
        { 64, DisseminationMode.Push, 1, 9, 13 },
        { 64, DisseminationMode.Push, 2, 6, 8 },
        { 64, DisseminationMode.Push, 3, 5, 6 },
        { 64, DisseminationMode.Pull, 1, 7, 11 },
        { 64, DisseminationMode.PushPull, 1, 5, 7 },
        { 1_000, DisseminationMode.Push, 2, 10, 12 },
        { 1_000, DisseminationMode.Push, 3, 8, 9 },
        { 1_000, DisseminationMode.PushPull, 1, 8, 10 },
    };

    [Theory]
    [MemberData(nameof(Means))]
    public void Rounds_have_the_mean(int nodes, DisseminationMode mode, int fanOut, double mean) =>
        Rounds(nodes, mode, fanOut).ShouldHaveMean(mean, roundedBy: 0.05, ModelRuns);

    [Theory]
    [MemberData(nameof(Bands))]
    public void Rounds_fall_into_the_band(int nodes, DisseminationMode mode, int fanOut, int fifth, int ninetyFifth) =>
        ShouldFallIntoBand(Rounds(nodes, mode, fanOut), fifth, ninetyFifth);

    [Fact]
    public void Half_of_all_messages_lost_takes_longer_and_arrives()
    {
        var sample = Epidemic.RoundsUntilAllKnow(32, new DisseminationOptions(), runs: 1_000, Ratio.Percent(50));

        sample.ShouldHaveMean(9.48, roundedBy: 0.05, ModelRuns);
        ShouldFallIntoBand(sample, 7, 12);
    }

    [Theory]
    [InlineData(1, 0.809, 0.0005)]
    [InlineData(2, 0.981, 0.0005)]
    [InlineData(3, 0.998, 0.0005)]
    [InlineData(4, 0.9997, 0.00005)]
    public void Stopping_after_k_rounds_strands_some(int rounds, double covered, double roundedBy)
    {
        var spread = new DisseminationOptions { Stop = StopRule.AfterRounds, StopAfter = rounds };

        var outcome = Epidemic.RunToTheEnd(64, spread, rounds: 40, runs: 400);

        outcome.Residue.ShouldHaveMean(1 - covered, roundedBy, ModelRuns);
    }

    [Fact]
    public void Simultaneous_sets_without_a_tie_break_split_the_cluster_always()
    {
        var smallerCamp = new Sample();
        for (ulong seed = 1; seed <= 400; seed++)
        {
            var census = RunTie(seed, TieBreak.KeepMine).Census;
            Assert.Equal((2, 16), (census.Values.Count, census.Informed));
            smallerCamp.Add(census.Values.Min(value => value.Holders));
        }

        smallerCamp.ShouldHaveMean(6.3, roundedBy: 0.05, ModelRuns);
        ShouldFallIntoBand(smallerCamp, 4, 8);
    }

    [Theory]
    [InlineData(TieBreak.HighestWriter)]
    [InlineData(TieBreak.HighestValue)]
    [InlineData(TieBreak.KeepBoth)]
    public void Simultaneous_sets_with_any_tie_break_converge_always(TieBreak tieBreak)
    {
        for (ulong seed = 1; seed <= 100; seed++)
        {
            Assert.True(RunTie(seed, tieBreak).Census.IsConverged);
        }
    }

    private static Sample Rounds(int nodes, DisseminationMode mode, int fanOut) => Epidemic.RoundsUntilAllKnow(
        nodes, new DisseminationOptions { Mode = mode, FanOut = fanOut }, runs: nodes < 1_000 ? 600 : 40);

    private static SimulatedCluster RunTie(ulong seed, TieBreak tieBreak)
    {
        var scenario = ClusterRig.Calm(16);
        var cluster = new SimulatedCluster(scenario with
        {
            Seed = seed,
            Node = scenario.Node with { Value = new ValueOptions { TieBreak = tieBreak } },
            Commands =
            [
                new TimedCommand(new Instant(1), new SetValue(new NodeId(0), 5)),
                new TimedCommand(new Instant(1), new SetValue(new NodeId(8), 7)),
            ],
        });
        SynchronousRun.RunRounds(cluster, 20);
        return cluster;
    }

    // A percentile of whole rounds can fall on either side of a step.
    private static void ShouldFallIntoBand(Sample sample, int fifth, int ninetyFifth)
    {
        Assert.InRange(sample.Percentile(5), fifth - 1, fifth + 1);
        Assert.InRange(sample.Percentile(95), ninetyFifth - 1, ninetyFifth + 1);
    }
}
