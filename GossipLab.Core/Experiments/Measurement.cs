using GossipLab.Core.Primitives;
using GossipLab.Core.Simulation;

namespace GossipLab.Core.Experiments;

/// <summary>Plays one run and measures it.</summary>
public static class Measurement
{
    // Looked at this often, a cancel is heard within a millisecond or two.
    private const int EventsBetweenLooks = 256;

    /// <summary>
    /// Plays a scenario until all commands are done, everybody has the newest value and, where a detector looks for it,
    /// everybody believes the first crash; or until the limit.
    /// </summary>
    /// <param name="scenario">The run.</param>
    /// <param name="limit">The longest it lasts, in virtual time.</param>
    /// <param name="isCancelled">Whether nobody waits for the result any more; asked every 256 events.</param>
    /// <param name="atLeast">The shortest it lasts, in virtual time; default 0.</param>
    /// <returns>What was measured, or null if it was cancelled.</returns>
    public static RunResult? Of(Scenario scenario, TimeSpan limit, Func<bool> isCancelled, TimeSpan atLeast = default)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(isCancelled);
        var marks = new SpreadMarks();
        var detection = new DetectionMarks(scenario);
        var cluster = detection.Watch(scenario);
        var end = Instant.Zero + limit;
        var notBefore = Instant.Zero + atLeast;
        if (scenario.Commands.Count > 0 && scenario.Commands[^1].At > notBefore)
        {
            notBefore = scenario.Commands[^1].At;
        }

        for (var events = 1L; cluster.NextDue <= end; events++)
        {
            if (events % EventsBetweenLooks == 0 && isCancelled())
            {
                return null;
            }

            cluster.Step();
            marks.Look(cluster.Now, cluster.Census);
            detection.Look(cluster);
            if (marks.IsSettled(cluster.Census) && detection.IsSettled && cluster.Now >= notBefore)
            {
                return Read(cluster, marks, detection, cluster.Now);
            }
        }

        return isCancelled() ? null : Read(cluster, marks, detection, end);
    }

    private static RunResult Read(
        SimulatedCluster cluster, SpreadMarks marks, DetectionMarks detection, Instant end) =>
        detection.Read(cluster, new()
        {
            ToHalf = marks.ToHalf,
            ToMost = marks.ToMost,
            ToAll = marks.ToAll,
            Interval = cluster.Scenario.Node.Dissemination.Interval,
            Lasted = end - Instant.Zero,
            Nodes = cluster.NodeCount,
            Messages = cluster.Counters.Sent,
            Bytes = cluster.Counters.Bytes,
            Wasted = cluster.Counters.Wasted,
            Useful = cluster.Counters.Useful,
            Running = cluster.Census.Running,
            Informed = cluster.Census.Informed,
        });
}
