using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;

namespace GossipLab.Core.Experiments.Models;

/// <summary>
/// What the mean-field model (<see cref="MeanField"/>) expects where a sweep measures how long a value takes: when its
/// curve reaches half, 99 % or all but half a node. A model: it knows no luck and no failure.
/// </summary>
public static class SweepModel
{
    private const double AllBut = 0.5;

    /// <summary>The figure expected of a run.</summary>
    /// <param name="scenario">The run.</param>
    /// <param name="metric">What is measured of it.</param>
    /// <returns>
    /// Seconds or intervals of gossip, as the metric counts; null where the model says nothing of the metric, or of a
    /// run that is not one write, pushed for ever, in a network that stays as it is.
    /// </returns>
    public static double? Of(Scenario scenario, RunMetric metric)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var spread = scenario.Node.Dissemination;
        if (ShareOf(metric) is not { } share || !MeanField.Covers(spread)
            || scenario.Commands is not [{ Command: SetValue } write])
        {
            return null;
        }

        var (nodes, start) = (scenario.Nodes, write.At.Seconds);
        var wanted = Math.Min(nodes * share, nodes - AllBut);
        var network = (scenario.Network.Loss.Value, MeanField.MeanSeconds(scenario.Network.Latency));
        foreach (var point in MeanField.Curve(nodes, spread, network, start))
        {
            if (point.Informed >= wanted)
            {
                var seconds = point.Second - start;
                return IsInRounds(metric) ? seconds / spread.Interval.TotalSeconds : seconds;
            }
        }

        return null;
    }

    private static double? ShareOf(RunMetric metric) => metric switch
    {
        RunMetric.SecondsToHalf or RunMetric.RoundsToHalf => 0.5,
        RunMetric.SecondsToMost or RunMetric.RoundsToMost => 0.99,
        RunMetric.SecondsToAll or RunMetric.RoundsToAll => 1,
        _ => null,
    };

    private static bool IsInRounds(RunMetric metric) =>
        metric is RunMetric.RoundsToHalf or RunMetric.RoundsToMost or RunMetric.RoundsToAll;
}
