using GossipLab.Core.Dissemination;
using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;

namespace GossipLab.Core.Experiments.Papers;

/// <summary>
/// A run of the papers' synchronous model in the engine: all nodes tick at once, once a second; all messages of a round
/// arrive before the next; one node is set before the first.
/// </summary>
internal static class SynchronousRun
{
    private const long Round = 1_000_000;

    /// <summary>One run before its first round.</summary>
    /// <param name="nodes">How many; the one that is set is the seed's remainder.</param>
    /// <param name="spread">How the value spreads; interval and phase are the model's.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="loss">The share of messages lost.</param>
    public static SimulatedCluster Start(int nodes, DisseminationOptions spread, ulong seed, Ratio loss = default)
    {
        var cluster = new SimulatedCluster(new Scenario
        {
            Nodes = nodes,
            Seed = seed,
            Node = new GossipNodeOptions
            {
                Dissemination = spread with { Interval = TimeSpan.FromSeconds(1), Phase = TickPhase.LockStep },
            },
            Network = new NetworkOptions
            {
                Loss = loss,
                Latency = new LatencyOptions { Kind = LatencyKind.Fixed, Base = TimeSpan.FromMilliseconds(10) },
            },
            Commands = [new TimedCommand(new Instant(1), new SetValue(new NodeId((int)(seed % (ulong)nodes)), 7))],
        });
        cluster.RunUntil(new Instant(1));
        return cluster;
    }

    /// <summary>Stands where a round is over.</summary>
    /// <param name="cluster">The run.</param>
    /// <param name="round">Which round, from 1; 0 is before the first.</param>
    public static void RunRounds(SimulatedCluster cluster, int round) =>
        cluster.RunUntil(new Instant(round * Round + Round / 2));

    /// <summary>Runs until everybody knows.</summary>
    /// <returns>After how many rounds that was.</returns>
    public static long RunUntilAllKnow(SimulatedCluster cluster)
    {
        while (!cluster.Census.IsConverged)
        {
            cluster.Step();
        }

        return cluster.Now.Microseconds / Round;
    }
}
