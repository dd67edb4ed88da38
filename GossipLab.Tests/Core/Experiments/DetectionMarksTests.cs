using GossipLab.Core.Experiments;
using GossipLab.Core.Simulation;

namespace GossipLab.Tests.Core.Experiments;

public sealed class DetectionMarksTests
{
    [Fact]
    public void A_crash_is_measured_until_all_know()
    {
        var scenario = ScenarioLibrary.Find("crash-detection")!.Scenario;

        var result = Measurement.Of(scenario, TimeSpan.FromMinutes(5), () => false)!;

        Assert.NotNull(result.ToFirstDetection);
        Assert.True(result.ToAllDetections >= result.ToFirstDetection);
        Assert.Equal(0, result.FalseDeaths);
    }

    [Fact]
    public void A_run_lasts_at_least_as_long_as_it_was_told()
    {
        var scenario = ScenarioLibrary.Find("false-suspicion")!.Scenario;

        var result = Measurement.Of(
            scenario, TimeSpan.FromMinutes(5), () => false, atLeast: TimeSpan.FromMinutes(2))!;

        Assert.InRange(result.Lasted, TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(3));
        Assert.True(result.FalseSuspicions > 0 && result.Refutations > 0);
        Assert.Equal(
            result.FalseSuspicions / result.Lasted.TotalHours / result.Nodes,
            result.Read(RunMetric.FalseSuspicionsPerNodeHour), 9);
    }
}
