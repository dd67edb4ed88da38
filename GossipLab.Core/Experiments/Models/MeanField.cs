using GossipLab.Core.Dissemination;
using GossipLab.Core.Simulation;

namespace GossipLab.Core.Experiments.Models;

/// <summary>
/// The expected number of informed nodes when everybody pushes to f uniform others every T and a message is lost with
/// chance p. Nodes that tick at once: i' = n - (n - i) q^i, q = 1 - f(1 - p)/(n - 1), a latency after each tick. Nodes
/// with offsets of their own tick i/T times a second in all: di/dt = f(1 - p)/T i(t - L) (1 - i/n), L the mean latency.
/// A model: it knows no luck, and nobody who is down.
/// </summary>
public static class MeanField
{
    /// <summary>Nobody looks further than that.</summary>
    public const int MostRounds = 200;

    private const int StepsARound = 40;

    /// <summary>The informed nodes over the seconds since the set, until fewer than half a node is missing.</summary>
    /// <param name="nodes">All nodes; at least 1.</param>
    /// <param name="options">How the value spreads.</param>
    /// <param name="network">Loss and mean latency.</param>
    /// <param name="start">The second of the set.</param>
    /// <returns>
    /// Points in the order of time; the last one has at most half a node missing, or is as far as one looks.
    /// </returns>
    public static IReadOnlyList<ModelPoint> Curve(
        int nodes, DisseminationOptions options, (double Loss, double Latency) network, double start)
    {
        var fanOut = EffectiveFanOut(options);
        var interval = options.Interval.TotalSeconds;
        return options.Phase == TickPhase.LockStep
            ? AtOnce(Rounds(nodes, fanOut, network.Loss), interval, network.Latency, start)
            : EachItsOwn(nodes, fanOut * (1 - network.Loss) / interval, (interval, network.Latency), start);
    }

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
        return options is { Mode: DisseminationMode.Push, Stop: StopRule.Never };
    }

    /// <summary>The fan-out that counts: one that tells the same peer twice tells one.</summary>
    /// <param name="options">How the value spreads.</param>
    public static int EffectiveFanOut(DisseminationOptions options)
    {
        return options.Peers == PeerSelection.SamePeerTwice ? 1 : options.FanOut;
    }

    /// <summary>The mean time a message takes, in seconds.</summary>
    /// <param name="latency">Its distribution.</param>
    public static double MeanSeconds(LatencyOptions latency)
    {
        var sigma = latency.SigmaPercent / 100.0;
        return latency.Base.TotalSeconds + latency.Spread.TotalSeconds * latency.Kind switch
        {
            LatencyKind.Fixed => 0,
            LatencyKind.Uniform => 0.5,
            LatencyKind.Exponential => 1,
            _ => Math.Exp(sigma * sigma / 2),
        };
    }

    private static List<ModelPoint> AtOnce(IReadOnlyList<double> rounds, double interval, double latency, double start)
    {
        var points = new List<ModelPoint> { new(start, rounds[0]) };
        var tick = (Math.Floor(start / interval) + 1) * interval;
        for (var round = 1; round < rounds.Count; round++, tick += interval)
        {
            points.Add(new ModelPoint(tick + latency, rounds[round - 1]));
            points.Add(new ModelPoint(tick + latency, rounds[round]));
        }

        return points;
    }

    // Euler's method in fortieths of an interval: the error is far below the width of the line.
    private static List<ModelPoint> EachItsOwn(
        int nodes, double rate, (double Interval, double Latency) time, double start)
    {
        var step = time.Interval / StepsARound;
        var delay = (int)Math.Round(time.Latency / step);
        var points = new List<ModelPoint> { new(start, 1) };
        while (points[^1].Informed < nodes - 0.5 && points.Count <= MostRounds * StepsARound)
        {
            var informed = points[^1].Informed;
            var telling = points.Count > delay ? points[points.Count - 1 - delay].Informed : 0;
            informed += step * rate * telling * (1 - informed / nodes);
            points.Add(new ModelPoint(points[^1].Second + step, informed));
        }

        return points;
    }
}

/// <summary>What the model expects at a second of the run.</summary>
/// <param name="Second">Seconds since the run began.</param>
/// <param name="Informed">How many nodes know the newest value; not a whole number.</param>
public readonly record struct ModelPoint(double Second, double Informed);
