using GossipLab.Core.Experiments;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Core.Experiments;

public sealed class ForecasterTests
{
    private static readonly Ratio SomeLoss = Ratio.Percent(5);

    [Fact]
    public void Nine_tenths_of_what_really_happens_lies_in_the_interval()
    {
        var (held, asked) = (0, 0);
        for (var seed = 1UL; seed <= 50; seed++)
        {
            foreach (var round in (int[])[1, 2, 3])
            {
                var scenario = Spreading(seed);
                var at = Instant.Zero + scenario.Node.Dissemination.Interval * round;
                if (Ask(scenario, at) is { Rounds: { } rounds })
                {
                    var truth = RoundsFrom(scenario, at);
                    held += truth >= rounds.Fifth && truth <= rounds.NinetyFifth ? 1 : 0;
                    asked++;
                }
            }
        }

        // 150 answers, those of one run not independent: three standard errors of 50 runs to either side.
        Assert.True(asked >= 140, $"only {asked} states were forecast");
        Assert.InRange((double)held / asked, 0.77, 1.0);
        Assert.True(held < asked, "an interval that always holds is too wide");
    }

    [Fact]
    public void The_same_question_has_the_same_answer()
    {
        var at = new Instant(3_000_000);

        Assert.Equal(Ask(Spreading(7), at), Ask(Spreading(7), at));
        Assert.NotEqual(Ask(Spreading(7), at), Ask(Spreading(8), at));
    }

    [Fact]
    public void Other_dice_leave_the_past_as_it_was()
    {
        var scenario = Spreading(7);
        var cluster = new SimulatedCluster(scenario);
        cluster.RunUntil(new Instant(5_000_000));
        var (events, informed) = (cluster.EventCount, cluster.Census.Informed);
        var state = cluster.Save();

        cluster.Reseed(99);
        Assert.Equal((events, informed), (cluster.EventCount, cluster.Census.Informed));
        cluster.RunUntil(new Instant(9_000_000));
        cluster.Restore(state);
        cluster.Reseed(scenario.Seed);
        cluster.RunUntil(new Instant(60_000_000));

        var undisturbed = new SimulatedCluster(scenario);
        undisturbed.RunUntil(new Instant(60_000_000));
        Assert.Equal(undisturbed.EventCount, cluster.EventCount);
        Assert.Equal(undisturbed.Counters.Bytes, cluster.Counters.Bytes);
    }

    [Fact]
    public void A_forecast_nobody_waits_for_ends_at_the_next_look()
    {
        var looks = 0;

        Assert.Null(Forecaster.Of(Spreading(1), new Instant(3_000_000), new(), () => ++looks == 3));
        Assert.Equal(3, looks);
    }

    [Theory]
    [InlineData(10, 2_000, "too long")]
    [InlineData(2_000, 2_000, "too much")]
    [InlineData(4_000_000, 63, "64 nodes")]
    public void More_work_than_allowed_is_refused_in_words(long events, int nodes, string why)
    {
        var bounds = new ForecastBounds { MostEvents = events, MostNodes = nodes };

        var forecast = Forecaster.Of(Spreading(1), new Instant(3_000_000), bounds, () => false)!;

        Assert.Null(forecast.Rounds);
        Assert.Contains(why, forecast.Silence, StringComparison.Ordinal);
    }

    [Fact]
    public void There_is_nothing_to_forecast_before_a_value_is_written_and_after_all_have_it()
    {
        Assert.Contains("written", Ask(ClusterRig.Calm(8), Instant.Zero).Silence, StringComparison.Ordinal);
        Assert.Contains(
            "have the newest", Ask(Spreading(1), new Instant(300_000_000)).Silence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cluster_cut_in_two_is_never_all_informed()
    {
        var calm = Spreading(1);
        var scenario = calm with
        {
            Commands =
            [
                new TimedCommand(new Instant(1), new BuildWall("w", [new NodeId(0), new NodeId(1)])),
                .. calm.Commands,
            ],
        };
        var bounds = new ForecastBounds { Runs = 20, MostRounds = 20 };

        var forecast = Forecaster.Of(scenario, new Instant(3_000_000), bounds, () => false)!;

        Assert.Equal(double.PositiveInfinity, forecast.MostRounds);
        Assert.Equal(double.PositiveInfinity, forecast.Rounds!.Fifth);
    }

    private static Forecast Ask(Scenario scenario, Instant at) =>
        Forecaster.Of(scenario, at, new ForecastBounds(), () => false)!;

    private static double RoundsFrom(Scenario scenario, Instant at)
    {
        var cluster = new SimulatedCluster(scenario);
        cluster.RunUntil(at);
        while (!cluster.Census.IsConverged)
        {
            cluster.Step();
        }

        return (cluster.Now - at) / scenario.Node.Dissemination.Interval;
    }

    private static Scenario Spreading(ulong seed)
    {
        var calm = ClusterRig.Calm(64);
        return calm with
        {
            Seed = seed,
            Network = calm.Network with { Loss = SomeLoss },
            Commands = [new TimedCommand(new Instant(2), new SetValue(new NodeId(0), 7))],
        };
    }
}
