using GossipLab.Core.Dissemination;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;

namespace GossipLab.Tests.TestKit;

/// <summary>
/// Runs of the papers' synchronous model in the real simulator: all nodes tick at once, all messages of a round arrive
/// before the next, and one node is set before the first. Run number i has seed i.
/// </summary>
internal static class Epidemic
{
    private const long Round = 1_000_000;

    /// <summary>One run before its first round.</summary>
    public static SimulatedCluster Start(int nodes, DisseminationOptions spread, ulong seed, Ratio loss = default)
    {
        var cluster = new SimulatedCluster(ClusterRig.Calm(nodes, spread) with
        {
            Seed = seed,
            Network = ClusterRig.Fixed(10) with { Loss = loss },
            Commands = [new TimedCommand(new Instant(1), new SetValue(new NodeId((int)(seed % (ulong)nodes)), 7))],
        });
        cluster.RunUntil(new Instant(1));
        return cluster;
    }

    /// <summary>Stands where a round is over.</summary>
    public static void RunRounds(SimulatedCluster cluster, int rounds) =>
        cluster.RunUntil(new Instant(rounds * Round + Round / 2));

    /// <summary>After how many rounds everybody knew, run by run.</summary>
    public static Sample RoundsUntilAllKnow(int nodes, DisseminationOptions spread, int runs, Ratio loss = default)
    {
        var sample = new Sample();
        for (ulong seed = 1; seed <= (ulong)runs; seed++)
        {
            var cluster = Start(nodes, spread, seed, loss);
            while (!cluster.Census.IsConverged)
            {
                cluster.Step();
            }

            sample.Add(cluster.Now.Microseconds / Round);
        }

        return sample;
    }

    /// <summary>What became of a rumour that is told until its stop rule ends it.</summary>
    public static Outcome RunToTheEnd(int nodes, DisseminationOptions spread, int rounds, int runs)
    {
        var outcome = new Outcome();
        for (ulong seed = 1; seed <= (ulong)runs; seed++)
        {
            var cluster = Start(nodes, spread, seed);
            var (informed, last) = (1, 0);
            for (var round = 1; round <= rounds; round++)
            {
                RunRounds(cluster, round);
                last = cluster.Census.Informed > informed ? round : last;
                informed = cluster.Census.Informed;
            }

            outcome.Residue.Add(1 - (double)informed / nodes);
            outcome.Traffic.Add((double)cluster.Counters.SentOf(MessageKind.Push) / nodes);
            outcome.LastRound.Add(last);
        }

        return outcome;
    }

    /// <summary>What Demers' tables measure.</summary>
    internal sealed class Outcome
    {
        /// <summary>The share of nodes that never knew (s).</summary>
        public Sample Residue { get; } = new();

        /// <summary>Messages that carried the value, a node (m). Feedback is not counted.</summary>
        public Sample Traffic { get; } = new();

        /// <summary>When the last node that ever knew came to know (t_last).</summary>
        public Sample LastRound { get; } = new();
    }
}
