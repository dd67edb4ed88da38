using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Simulation;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Core.Simulation.Tables;

/// <summary>A run is the same whether its nodes share tables or each has one of its own.</summary>
public sealed class SharingTests
{
    private static readonly EngineSwitches Alone = EngineSwitches.All with { ShareTables = false };

    public static TheoryData<string> Names => [.. ScenarioLibrary.All.Select(built => built.Scenario.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Built_in_scenarios_give_one_trace_with_both_kinds_of_tables(string name) =>
        AssertSame(ScenarioLibrary.Find(name)!.Scenario, seconds: 120);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Random_scenarios_give_one_trace_with_both_kinds_of_tables(ulong batch)
    {
        for (var seed = 0ul; seed < 25; seed++)
        {
            var scenario = RandomScenarios.Of(batch * 1_000 + seed);
            AssertSame(scenario with { Node = scenario.Node with { MembershipKind = MembershipKind.Swim } }, 150);
        }
    }

    private static void AssertSame(Scenario scenario, int seconds)
    {
        var (shared, alone) = (new TraceHash(), new TraceHash());
        var end = Instant.Zero + TimeSpan.FromSeconds(seconds);
        new SimulatedCluster(scenario, shared).RunUntil(end);
        new SimulatedCluster(scenario, Alone, alone).RunUntil(end);

        Assert.True(shared.Value == alone.Value, ScenarioJson.Write(scenario));
    }
}
