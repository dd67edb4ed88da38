using GossipLab.Core.Simulation;
using GossipLab.Core.Simulation.Checks;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Core.Simulation;

/// <summary>Hundreds of small clusters under random faults, with every invariant checked after every step.</summary>
public sealed class RandomScenarioTests
{
    public static TheoryData<int> Hundreds => [1, 101, 201, 301];

    [Theory]
    [MemberData(nameof(Hundreds))]
    public void No_invariant_is_ever_broken(int first)
    {
        for (var number = first; number < first + 100; number++)
        {
            var scenario = RandomScenarios.Of((ulong)number);
            var run = new CheckedCluster(scenario);

            run.RunUntil(RandomScenarios.FaultsEnd);
            var last = run.Broken is null ? new QuietClusterConverges(run).Run() : null;

            Assert.True(run.Broken is null,
                $"{run.Broken?.Promise} {run.Broken?.Broken}\n{ScenarioJson.Write(run.Cluster.Scenario)}");
            Assert.True(last is null, $"{last}\n{ScenarioJson.Write(run.Cluster.Scenario)}");
        }
    }
}
