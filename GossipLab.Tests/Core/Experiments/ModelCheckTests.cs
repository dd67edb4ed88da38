using GossipLab.Core.Experiments.Models;

namespace GossipLab.Tests.Core.Experiments;

/// <summary>How far off the models may be before somebody must look at them.</summary>
public sealed class ModelCheckTests
{
    [Fact]
    public void Each_model_is_as_near_to_the_engine_as_it_claims()
    {
        var checks = ModelChecks.All.Select(measure => measure()).ToList();

        Assert.All(checks, check => Assert.True(Math.Abs(check.Error) < MostOf(check.Model),
            $"{check.Model}, {check.Case}: {check.Expected} expected, {check.Measured} measured"));
        Assert.Equal(4, checks.Select(check => check.Model).Distinct().Count());
    }

    [Fact]
    public void Whoever_measures_finds_the_same()
    {
        Assert.Equal(ModelChecks.All[6](), ModelChecks.All[6]());
    }

    private static double MostOf(string model) => model switch
    {
        "mean-latency" => 0.02,
        "untold" => 0.05,
        _ => 0.1,
    };
}
