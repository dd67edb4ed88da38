using GossipLab.Core.Dissemination;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Core.Papers;

/// <summary>
/// Demers et al. 1987, «Epidemic algorithms for replicated database maintenance», section 1.4, with 1,000 sites. What
/// makes the tables come out (protocol.md section 3.3): whether a contact knew already is judged by the start of the
/// cycle, a useful contact sets the counter back, feedback is not traffic.
/// </summary>
public sealed class DemersTests
{
    private const int Sites = 1_000;
    private const int Runs = 30;

    /// <summary>Table 1: push, feedback and counter.</summary>
    [Theory]
    [InlineData(1, 0.18, 0.005, 1.7, 16.8)]
    [InlineData(2, 0.037, 0.0005, 3.3, 16.9)]
    [InlineData(3, 0.011, 0.0005, 4.5, 17.4)]
    [InlineData(4, 0.0036, 0.00005, 5.6, 17.5)]
    [InlineData(5, 0.0012, 0.00005, 6.7, 17.7)]
    public void Table_1(int counter, double residue, double roundedBy, double traffic, double last)
    {
        var spread = new DisseminationOptions { FanOut = 1, Stop = StopRule.FeedbackCounter, StopAfter = counter };

        var outcome = Epidemic.RunToTheEnd(Sites, spread, rounds: 32, Runs);

        outcome.Residue.ShouldHaveMean(residue, roundedBy, Runs);
        outcome.Traffic.ShouldHaveMean(traffic, roundedBy: 0.05, Runs);
        outcome.LastRound.ShouldHaveMean(last, roundedBy: 0.05, Runs);
    }

    /// <summary>Table 2: push, blind and coin, from the k at which rumours spread at all.</summary>
    [Theory]
    [InlineData(2, 0.20, 0.005, 1.6, 33)]
    [InlineData(3, 0.060, 0.0005, 2.8, 32)]
    [InlineData(4, 0.021, 0.0005, 3.9, 32)]
    [InlineData(5, 0.008, 0.0005, 4.9, 32)]
    public void Table_2(int coin, double residue, double roundedBy, double traffic, double last)
    {
        var spread = new DisseminationOptions { FanOut = 1, Stop = StopRule.BlindCoin, StopAfter = coin };

        var outcome = Epidemic.RunToTheEnd(Sites, spread, rounds: 60, Runs);

        outcome.Residue.ShouldHaveMean(residue, roundedBy, Runs);
        outcome.Traffic.ShouldHaveMean(traffic, roundedBy: 0.05, Runs);
        outcome.LastRound.ShouldHaveMean(last, roundedBy: 0.5, Runs);
    }

    /// <summary>Table 2, k = 1: each tells one other on average, and the rumour dies at 4 % of the sites.</summary>
    [Fact]
    public void Table_2_a_coin_of_one_kills_the_rumour()
    {
        var spread = new DisseminationOptions { FanOut = 1, Stop = StopRule.BlindCoin, StopAfter = 1 };

        var outcome = Epidemic.RunToTheEnd(Sites, spread, rounds: 90, Runs);

        outcome.Residue.ShouldHaveMean(0.96, roundedBy: 0.005, Runs);
        outcome.Traffic.ShouldHaveMean(0.04, roundedBy: 0.005, Runs);
    }

    /// <summary>Table 3: pull, feedback and counter; all whom a site serves in a cycle are one contact.</summary>
    [Theory]
    [InlineData(1, 0.031, 0.0005, 2.7, 17.63)]
    [InlineData(2, 0.00058, 0.000005, 4.49, 15.39)]
    public void Table_3(int counter, double residue, double roundedBy, double traffic, double last)
    {
        var spread = new DisseminationOptions
        {
            Mode = DisseminationMode.Pull, FanOut = 1, Stop = StopRule.FeedbackCounter, StopAfter = counter,
        };

        var outcome = Epidemic.RunToTheEnd(Sites, spread, rounds: 36, Runs);

        outcome.Residue.ShouldHaveMean(residue, roundedBy, Runs);
        outcome.Traffic.ShouldHaveMean(traffic, roundedBy: 0.05, Runs);
        outcome.LastRound.ShouldHaveMean(last, roundedBy: 0.05, Runs);
    }

    /// <summary>Section 1.4: whatever the variant of push, the residue is e to the minus traffic.</summary>
    [Theory]
    [InlineData(StopRule.FeedbackCounter, 2)]
    [InlineData(StopRule.BlindCoin, 3)]
    [InlineData(StopRule.AfterRounds, 3)]
    public void Residue_and_traffic_obey_one_law(StopRule stop, int stopAfter)
    {
        var spread = new DisseminationOptions { FanOut = 1, Stop = stop, StopAfter = stopAfter };

        var outcome = Epidemic.RunToTheEnd(Sites, spread, rounds: 45, runs: 15);

        Assert.Equal(Math.Exp(-outcome.Traffic.Mean), outcome.Residue.Mean, 0.01);
    }
}
