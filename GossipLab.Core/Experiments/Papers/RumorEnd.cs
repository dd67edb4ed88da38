using GossipLab.Core.Dissemination;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Experiments.Papers;

/// <summary>What Demers' tables measure of one run of a rumour that its stop rule ends.</summary>
/// <param name="Residue">The share of sites that never knew (s).</param>
/// <param name="Traffic">Messages that carried the value, a site (m). Feedback and requests are not counted.</param>
/// <param name="LastRound">When the last site that ever knew came to know (t_last), in rounds.</param>
internal readonly record struct RumorEnd(double Residue, double Traffic, int LastRound)
{
    /// <summary>Plays one run.</summary>
    /// <param name="sites">How many.</param>
    /// <param name="spread">How the value spreads.</param>
    /// <param name="rounds">How long it is watched.</param>
    /// <param name="seed">The seed.</param>
    public static RumorEnd Of(int sites, DisseminationOptions spread, int rounds, ulong seed)
    {
        var cluster = SynchronousRun.Start(sites, spread, seed);
        var (informed, last) = (1, 0);
        for (var round = 1; round <= rounds; round++)
        {
            SynchronousRun.RunRounds(cluster, round);
            last = cluster.Census.Informed > informed ? round : last;
            informed = cluster.Census.Informed;
        }

        var told = cluster.Counters.SentOf(MessageKind.Push) + cluster.Counters.SentOf(MessageKind.PullReply);
        return new RumorEnd(1 - (double)informed / sites, (double)told / sites, last);
    }
}
