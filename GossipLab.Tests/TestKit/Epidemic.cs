using GossipLab.Core.Dissemination;
using GossipLab.Core.Experiments.Papers;
using GossipLab.Core.Primitives;

namespace GossipLab.Tests.TestKit;

/// <summary>Many runs of the papers' synchronous model. Run number i has seed i.</summary>
internal static class Epidemic
{
    /// <summary>After how many rounds everybody knew, run by run.</summary>
    public static Sample RoundsUntilAllKnow(int nodes, DisseminationOptions spread, int runs, Ratio loss = default)
    {
        var sample = new Sample();
        for (ulong seed = 1; seed <= (ulong)runs; seed++)
        {
            sample.Add(SynchronousRun.RunUntilAllKnow(SynchronousRun.Start(nodes, spread, seed, loss)));
        }

        return sample;
    }

    /// <summary>What became of a rumour that is told until its stop rule ends it.</summary>
    public static Outcome RunToTheEnd(int nodes, DisseminationOptions spread, int rounds, int runs)
    {
        var outcome = new Outcome();
        for (ulong seed = 1; seed <= (ulong)runs; seed++)
        {
            var end = RumorEnd.Of(nodes, spread, rounds, seed);
            outcome.Residue.Add(end.Residue);
            outcome.Traffic.Add(end.Traffic);
            outcome.LastRound.Add(end.LastRound);
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
