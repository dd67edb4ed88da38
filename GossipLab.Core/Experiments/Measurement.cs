using GossipLab.Core.Primitives;
using GossipLab.Core.Simulation;

namespace GossipLab.Core.Experiments;

/// <summary>Plays one run and measures it.</summary>
public static class Measurement
{
    // Looked at this often, a cancel is heard within a millisecond or two.
    private const int EventsBetweenLooks = 256;

    /// <summary>
    /// Plays a scenario until all commands are done and everybody has the newest value, or until the limit.
    /// </summary>
    /// <param name="scenario">The run.</param>
    /// <param name="limit">The longest it lasts, in virtual time.</param>
    /// <param name="isCancelled">Whether nobody waits for the result any more; asked every 256 events.</param>
    /// <returns>What was measured, or null if it was cancelled.</returns>
    public static RunResult? Of(Scenario scenario, TimeSpan limit, Func<bool> isCancelled)
    {
        var cluster = new SimulatedCluster(scenario);
        var end = Instant.Zero + limit;
        var lastCommand = scenario.Commands.Count > 0 ? scenario.Commands.Max(command => command.At) : Instant.Zero;
        var marks = new SpreadMarks();
        for (var events = 1L; cluster.NextDue <= end; events++)
        {
            if (events % EventsBetweenLooks == 0 && isCancelled())
            {
                return null;
            }

            cluster.Step();
            marks.Look(cluster.Now, cluster.Census);
            if (marks.ToAll is not null && cluster.Census.IsConverged && cluster.Now >= lastCommand)
            {
                return Read(cluster, marks, cluster.Now);
            }
        }

        return isCancelled() ? null : Read(cluster, marks, end);
    }

    private static RunResult Read(SimulatedCluster cluster, SpreadMarks marks, Instant end) => new()
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
    };
}
