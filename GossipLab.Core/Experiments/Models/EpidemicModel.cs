namespace GossipLab.Core.Experiments.Models;

/// <summary>
/// Closed formulas of the papers for how far and how fast a value spreads. Models: none of them knows luck, latency or
/// a node that is down.
/// </summary>
public static class EpidemicModel
{
    // Halving the interval until doubles hold no more: 1 in 2^60.
    private const int Halvings = 60;

    /// <summary>
    /// The rounds until all know under push to f: log_{f+1} N + ln N / f. First the informed grow by f + 1 a round,
    /// then the ignorant shrink by e^f. For f = 1 it is Frieze and Grimmett's and Pittel's log2 N + ln N, without
    /// its constant.
    /// </summary>
    /// <param name="nodes">All nodes; at least 1.</param>
    /// <param name="fanOut">How many each informed one tells a round; at least 1.</param>
    /// <returns>Rounds, not whole; 0 for one node.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    public static double LogRounds(int nodes, int fanOut)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(nodes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(fanOut, 1);
        return Math.Log(nodes) / Math.Log(fanOut + 1) + Math.Log(nodes) / fanOut;
    }

    /// <summary>
    /// The share of sites that a rumour never reaches: the smaller root of s = e^(-(k+1)(1-s)), from Demers et al.
    /// 1987, section 1.4 (di/ds = -(k+1)/k + 1/(ks)).
    /// </summary>
    /// <param name="loseInterest">k: one in k useless contacts ends a site's interest; at least 1.</param>
    /// <returns>A share above 0 and below 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public static double RumourResidue(int loseInterest)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(loseInterest, 1);
        // The other root is 1; the difference is below 0 left of the smaller one and above 0 between the two.
        var (low, high) = (0.0, 1.0 / (loseInterest + 1));
        for (var halving = 0; halving < Halvings; halving++)
        {
            var middle = (low + high) / 2;
            (low, high) = middle < Math.Exp(-(loseInterest + 1) * (1 - middle)) ? (middle, high) : (low, middle);
        }

        return high;
    }

    /// <summary>
    /// The rounds until a share of all know as Serf's own convergence simulator counts them: the x at which
    /// 1 / (1 + (n + 1) e^(-r x)) is that share, r = f (1 - p) / 2.
    /// </summary>
    /// <param name="nodes">All nodes; at least 1.</param>
    /// <param name="fanOut">GossipNodes; at least 1.</param>
    /// <param name="loss">The chance that a message is lost; 0 to below 1.</param>
    /// <param name="share">The share wanted; above 0 and below 1. Serf's plot ends at 0.9999.</param>
    /// <returns>Rounds, not whole; below 0 if the share is less than what it begins with.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static double SerfRounds(int nodes, int fanOut, double loss, double share = 0.9999)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(nodes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(fanOut, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(loss);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(loss, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(share, 1);
        return Math.Log((nodes + 1) * share / (1 - share)) / (fanOut * (1 - loss) / 2);
    }

    /// <summary>The share that knows after some rounds, as Serf's own convergence simulator has it.</summary>
    /// <param name="nodes">All nodes; at least 1.</param>
    /// <param name="fanOut">GossipNodes; at least 1.</param>
    /// <param name="loss">The chance that a message is lost; 0 to below 1.</param>
    /// <param name="round">After how many rounds; at least 0.</param>
    /// <returns>A share from 0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static double SerfShare(int nodes, int fanOut, double loss, double round)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(nodes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(fanOut, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(loss);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(loss, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(round);
        return 1 / (1 + (nodes + 1) * Math.Exp(-fanOut * (1 - loss) / 2 * round));
    }

    /// <summary>
    /// The intervals until a share of all know if time flows: 1 + (n - 1) e^(-f t) ignorant for each informed one, the
    /// logistic curve of simple epidemics (Bailey 1975).
    /// </summary>
    /// <param name="nodes">All nodes; at least 2.</param>
    /// <param name="fanOut">How many each informed one tells in an interval; at least 1.</param>
    /// <param name="share">The share wanted; above 0 and below 1.</param>
    /// <returns>Intervals of gossip; below 0 if the share is less than one node's.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static double LogisticIntervals(int nodes, int fanOut, double share)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(nodes, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(fanOut, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(share, 1);
        return Math.Log((nodes - 1) * share / (1 - share)) / fanOut;
    }

    /// <summary>
    /// The share of sites that tell a rumour while a share s does not know it: i(s) = (k+1)/k (1 - s) + ln(s)/k, from
    /// ds/dt = -si and di/dt = si - (1 - s)i/k; i(s) = 1 - s + ln(s)/k where interest is lost blindly, di/dt = si - i/k
    /// (Demers et al. 1987, section 1.4).
    /// </summary>
    /// <param name="loseInterest">k: one in k useless contacts ends a site's interest; at least 1.</param>
    /// <param name="untold">s; above 0 up to 1.</param>
    /// <param name="isBlind">Whether one in k contacts does, useful ones too.</param>
    /// <returns>A share; below 0 where the rumour has ended before.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static double RumourTellers(int loseInterest, double untold, bool isBlind)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(loseInterest, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(untold);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(untold, 1);
        var contacts = isBlind ? 1 : (loseInterest + 1.0) / loseInterest;
        return contacts * (1 - untold) + Math.Log(untold) / loseInterest;
    }
}
