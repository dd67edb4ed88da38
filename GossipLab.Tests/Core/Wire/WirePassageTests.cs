using GossipLab.Core.Primitives;
using GossipLab.Core.Simulation;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Core.Wire;

/// <summary>Nothing that decides a run is lost when its messages travel as bytes.</summary>
public sealed class WirePassageTests
{
    private static readonly EngineSwitches OverTheWire = EngineSwitches.All with { OverTheWire = true };

    public static TheoryData<string> Names => [.. ScenarioLibrary.All.Select(built => built.Scenario.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Built_in_scenarios_give_one_trace_with_and_without_the_wire(string name) =>
        AssertSame(ScenarioLibrary.Find(name)!.Scenario, seconds: 60);

    [Fact]
    public void Random_scenarios_give_one_trace_with_and_without_the_wire()
    {
        for (var seed = 0ul; seed < 40; seed++)
        {
            AssertSame(RandomScenarios.Of(seed), seconds: 60);
        }
    }

    private static void AssertSame(Scenario scenario, int seconds)
    {
        var (direct, wired) = (new TraceHash(), new TraceHash());
        var end = Instant.Zero + TimeSpan.FromSeconds(seconds);
        new SimulatedCluster(scenario, direct).RunUntil(end);
        new SimulatedCluster(scenario, OverTheWire, wired).RunUntil(end);

        Assert.True(direct.Value == wired.Value, ScenarioJson.Write(scenario));
    }
}
