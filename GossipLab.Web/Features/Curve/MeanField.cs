using GossipLab.Core.Dissemination;
using GossipLab.Core.Simulation;

namespace GossipLab.Web.Features.Curve;

/// <summary>
/// The expected number of informed nodes round by round when everybody pushes to f uniform others and a message is lost
/// with chance p: i' = n - (n - i) q^i, q = 1 - f(1 - p)/(n - 1). A model: it knows no latency, no phases and no luck.
/// </summary>
internal static class MeanField
{
    /// <summary>Nobody looks further than that.</summary>
    public const int MostRounds = 200;

    /// <summary>The informed nodes after round 0, 1, 2 … until fewer than half a node is missing.</summary>
    /// <param name="nodes">All nodes; at least 1.</param>
    /// <param name="fanOut">How many each informed one tells a round; at least 1.</param>
    /// <param name="loss">The chance that a message is lost; 0 to 1.</param>
    /// <param name="first">How many know at the beginning.</param>
    public static IReadOnlyList<double> Rounds(int nodes, int fanOut, double loss, double first = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(nodes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(fanOut, 1);
        var informed = Math.Min(first, nodes);
        var rounds = new List<double> { informed };
        var miss = nodes == 1 ? 0 : Math.Max(0, 1 - Math.Min(fanOut, nodes - 1) * (1 - loss) / (nodes - 1));
        while (informed < nodes - 0.5 && rounds.Count <= MostRounds)
        {
            informed = nodes - (nodes - informed) * Math.Pow(miss, informed);
            rounds.Add(informed);
        }

        return rounds;
    }

    /// <summary>Whether the model speaks of such a run at all.</summary>
    /// <param name="options">How the value spreads.</param>
    public static bool Covers(DisseminationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options is { Mode: DisseminationMode.Push, Stop: StopRule.Never };
    }

    /// <summary>The fan-out that counts: one that tells the same peer twice tells one.</summary>
    /// <param name="options">How the value spreads.</param>
    public static int EffectiveFanOut(DisseminationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Peers == PeerSelection.SamePeerTwice ? 1 : options.FanOut;
    }
}
