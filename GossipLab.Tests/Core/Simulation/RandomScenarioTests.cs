using GossipLab.Core.Primitives;
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

            run.RunUntil(RandomScenarios.FaultsEndOf((ulong)number));
            var last = run.Broken is null ? new QuietClusterConverges(run).Run() : null;

            Assert.True(run.Broken is null,
                $"{run.Broken?.Promise} {run.Broken?.Broken}\n{ScenarioJson.Write(run.Cluster.Scenario)}");
            Assert.True(last is null, $"{last}\n{ScenarioJson.Write(run.Cluster.Scenario)}");
        }
    }

    /// <summary>
    /// A hand on messages that are really in flight, ten times a second, live; and the scenario that this leaves behind
    /// plays the same again.
    /// </summary>
    [Fact]
    public void No_invariant_is_broken_by_hands_on_messages()
    {
        for (ulong number = 1; number <= 60; number++)
        {
            var (live, again) = (new TraceHash(), new TraceHash());
            var run = new CheckedCluster(RandomScenarios.Of(number), live);
            var hands = new Dice(number, 1).Roll(DiceStream.Scenario, Instant.Zero);
            for (var at = 100; at <= 20_000 && run.Broken is null; at += 100)
            {
                run.RunUntil(Instant.FromMilliseconds(at));
                LayHandOn(run.Cluster, ref hands);
            }

            var played = new SimulatedCluster(run.Cluster.Scenario, again);
            played.RunUntil(run.Cluster.Now);

            Assert.True(run.Broken is null, $"{run.Broken?.Broken}\n{ScenarioJson.Write(run.Cluster.Scenario)}");
            Assert.Equal(live.ToString(), again.ToString());
        }
    }

    private static void LayHandOn(SimulatedCluster cluster, ref Rng rng)
    {
        var flights = cluster.InFlight().Select(flying => flying.Flight.Id).Order().ToArray();
        if (flights.Length == 0)
        {
            return;
        }

        var message = flights[rng.Below(flights.Length)];
        cluster.Post(rng.Below(4) switch
        {
            0 => new DropMessage(message),
            1 => new HoldMessage(message),
            2 => new DeliverMessage(message),
            _ => new DuplicateMessage(message),
        });
    }
}
