using GossipLab.Core.Membership;
using GossipLab.Core.Primitives;
using GossipLab.Core.Simulation.Tables;

namespace GossipLab.Core.Simulation;

/// <summary>
/// Everything that changes in a cluster while it runs. A copy of it is a checkpoint; nothing is shared with the cluster
/// but what never changes.
/// </summary>
internal sealed record ClusterState
{
    public required Instant Now { get; init; }

    public required long LastEvent { get; init; }

    public required long LastFlight { get; init; }

    public required int NextCommand { get; init; }

    public required long TidyAt { get; init; }

    public required List<TimedCommand> Commands { get; init; }

    public required List<SimulatedCluster.FollowUp> FollowUps { get; init; }

    public required HashSet<(long Flight, Instant Due)> Gone { get; init; }

    public required HashSet<long> ToHold { get; init; }

    public required SortedDictionary<long, ScheduledEvent> Held { get; init; }

    public required SimulatedNetwork Network { get; init; }

    public required ValueCensus Census { get; init; }

    public required ClusterCounters Counters { get; init; }

    public required StaticRoster List { get; init; }

    public required SharedTables? Tables { get; init; }

    /// <summary>The nodes, their processes and tables; never changed.</summary>
    public required StateTape Nodes { get; init; }

    public required WaitingEvents Waiting { get; init; }

    /// <summary>A state of its own in which everything is the same.</summary>
    public ClusterState Copy()
    {
        return this with
        {
            Commands = [.. Commands],
            FollowUps = [.. FollowUps],
            Gone = [.. Gone],
            ToHold = [.. ToHold],
            Held = CopyOfHeld(),
            Network = Network.Copy(),
            Census = Census.Copy(),
            Counters = Counters.Copy(),
            List = new StaticRoster(List.Count),
            Tables = Tables?.Copy(),
            Waiting = Waiting.Copy(),
        };
    }

    private SortedDictionary<long, ScheduledEvent> CopyOfHeld()
    {
        var copy = new SortedDictionary<long, ScheduledEvent>();
        foreach (var (flight, held) in Held)
        {
            copy.Add(flight, held.Copy());
        }

        return copy;
    }
}
