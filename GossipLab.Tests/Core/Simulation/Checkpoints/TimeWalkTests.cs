using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Core.Simulation.Checkpoints;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Core.Simulation.Checkpoints;

/// <summary>
/// Random walks through time in random scenarios: steps forward and back, jumps, new lanes and changes of lane.
/// Wherever they end, all is as in a fresh run to that place.
/// </summary>
public sealed class TimeWalkTests
{
    private const int Moves = 24;

    public static TheoryData<int> Tenths => [.. Enumerable.Range(0, 10)];

    [Theory]
    [MemberData(nameof(Tenths))]
    public void Wherever_a_walk_through_time_stands_all_is_as_in_a_fresh_run_to_that_place(int tenth)
    {
        for (var number = 0; number < 6; number++)
        {
            Walk((ulong)(1_000 + tenth * 6 + number));
        }
    }

    private static void Walk(ulong number)
    {
        var hash = new TraceHash();
        RunHistory? history = null;
        var beliefs = new BeliefCensus(id => history!.Cluster.Condition(id).IsUp); // asked during runs only
        history = new RunHistory(RandomScenarios.Of(number), [hash, beliefs], mostBytes: 3 << 20);
        var rng = new Dice(number, 1).Roll(DiceStream.Scenario, Instant.Zero);
        for (var move = 0; move < Moves; move++)
        {
            Move(history, ref rng);
            AssertIsAsFresh(history, hash, beliefs, $"scenario {number}, move {move}");
        }
    }

    private static void Move(RunHistory history, ref Rng rng)
    {
        var lane = history.Lanes[rng.Below(history.Lanes.Count)];
        switch (rng.Below(9))
        {
            case 0 or 1: history.RunUntil(history.Cluster.Now + TimeSpan.FromMilliseconds(rng.Below(9_000))); break;
            case 2: history.Step(); break;
            case 3: history.Travel(lane, Destination.To(new Instant(rng.Below(lane.Edge.At.Microseconds + 1)))); break;
            case 4: history.Travel(lane, Destination.ToEvent(rng.Below((int)history.Cluster.EventCount + 1))); break;
            case 5: history.Travel(history.Lane, Destination.To(history.EventBefore())); break;
            case 6: history.Travel(history.Lane, Destination.To(history.ChangeBefore())); break;
            case 7: history.Travel(lane, Destination.To(lane.Edge)); break;
            default: Act(history, ref rng); break;
        }
    }

    private static void Act(RunHistory history, ref Rng rng)
    {
        var node = new NodeId(rng.Below(history.Cluster.NodeCount));
        ClusterCommand command = rng.Below(3) switch
        {
            0 => new KillNode(node),
            1 => new SetValue(node, rng.Below(100)),
            _ => new PauseNode(node, TimeSpan.FromSeconds(2)),
        };
        if (history.IsAtEdge || history.CanFork)
        {
            history.Post(command, "another course");
        }
    }

    private static void AssertIsAsFresh(RunHistory history, TraceHash hash, BeliefCensus beliefs, string where)
    {
        var freshHash = new TraceHash();
        SimulatedCluster? fresh = null;
        var freshBeliefs = new BeliefCensus(id => fresh!.Condition(id).IsUp); // asked during runs only
        fresh = new SimulatedCluster(history.ScenarioOf(history.Lane), freshHash, freshBeliefs);
        for (var step = 0L; step < history.Position.Step; step++)
        {
            fresh.Step();
        }

        fresh.RunUntil(history.Position.At, budget: 0);
        Assert.True(freshHash.Value == hash.Value, $"another hash at {where}");
        Assert.True(ClusterPortrait.Of(fresh) == ClusterPortrait.Of(history.Cluster), $"another state at {where}");
        Assert.Equal(
            (freshBeliefs.Suspicions, freshBeliefs.Deaths, freshBeliefs.FalseSuspicions, freshBeliefs.FalseDeaths),
            (beliefs.Suspicions, beliefs.Deaths, beliefs.FalseSuspicions, beliefs.FalseDeaths));
    }
}
