using GossipLab.Core.Experiments.Models;

namespace GossipLab.Tests.Core.Papers;

/// <summary>The closed formulas against the numbers their sources give (protocol.md section 3).</summary>
public sealed class EpidemicModelTests
{
    /// <summary>Demers et al. 1987, section 1.4, the equation's roots as worked out in section 3.3.</summary>
    [Theory]
    [InlineData(1, 0.2032)]
    [InlineData(2, 0.0595)]
    [InlineData(3, 0.0198)]
    [InlineData(4, 0.0070)]
    [InlineData(5, 0.0025)]
    [InlineData(6, 0.0009)]
    public void A_rumour_misses_as_many_as_the_equation_of_Demers_says(int loseInterest, double residue)
    {
        Assert.Equal(residue, EpidemicModel.RumourResidue(loseInterest), 0.00005);
    }

    /// <summary>Frieze and Grimmett 1985, Pittel 1987: the column «log2 n + ln n» of section 3.4.</summary>
    [Theory]
    [InlineData(4, 3.4)]
    [InlineData(100, 11.2)]
    [InlineData(1_000, 16.9)]
    public void With_a_fan_out_of_one_it_is_the_bound_of_Pittel(int nodes, double rounds)
    {
        Assert.Equal(rounds, EpidemicModel.LogRounds(nodes, 1), 0.05);
    }

    /// <summary>Section 3.5: Serf's defaults, 30 nodes and a fan-out of 3, need 8.43 rounds.</summary>
    [Fact]
    public void Serfs_simulator_says_8_43_rounds_at_its_defaults()
    {
        Assert.Equal(8.43, EpidemicModel.SerfRounds(30, 3, 0), 0.005);
    }

    [Fact]
    public void What_no_model_speaks_of_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => EpidemicModel.LogRounds(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => EpidemicModel.LogRounds(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => EpidemicModel.RumourResidue(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => EpidemicModel.SerfRounds(30, 3, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => EpidemicModel.SerfRounds(30, 3, 0, 1));
    }

    /// <summary>Demers et al. 1987, section 1.4: nobody tells at the start, and nobody at the residue.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Nobody_tells_a_rumour_before_it_begins_and_after_it_has_ended(int loseInterest)
    {
        Assert.Equal(0, EpidemicModel.RumourTellers(loseInterest, 1, isBlind: false), 1e-9);
        var residue = EpidemicModel.RumourResidue(loseInterest);
        Assert.Equal(0, EpidemicModel.RumourTellers(loseInterest, residue, isBlind: false), 1e-9);
    }

    /// <summary>Half of 256 know after ln 255 / f intervals (Bailey 1975).</summary>
    [Theory]
    [InlineData(1, 5.541)]
    [InlineData(2, 2.771)]
    public void The_logistic_curve_is_at_its_middle_after_the_logarithm(int fanOut, double intervals) =>
        Assert.Equal(intervals, EpidemicModel.LogisticIntervals(256, fanOut, 0.5), 0.001);

    /// <summary>SWIM (Das et al. 2002), section 3.2, and the chances of lessons.md L6.</summary>
    [Fact]
    public void Swims_formulas_give_the_papers_numbers()
    {
        Assert.Equal(Math.E / (Math.E - 1), MembershipModel.FirstProbePeriods(100_000), 0.0001);
        Assert.Equal(1, MembershipModel.FirstProbePeriods(2), 1e-9);
        Assert.Equal(0.0975, MembershipModel.FalseFailure(0.05, 0), 0.0001);
        Assert.Equal(0.0741, MembershipModel.FalseFailure(0.2, 3), 0.0001);
    }

    [Fact]
    public void A_formula_refuses_what_is_out_of_its_range()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => MembershipModel.FirstProbePeriods(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => MembershipModel.FalseFailure(1.1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => EpidemicModel.RumourTellers(0, 0.5, isBlind: true));
        Assert.Throws<ArgumentOutOfRangeException>(() => EpidemicModel.LogisticIntervals(256, 2, 1));
    }
}
