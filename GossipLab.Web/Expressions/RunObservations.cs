using GossipLab.Core.Membership;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;

namespace GossipLab.Web.Expressions;

/// <summary>
/// What can be observed of a run where it stands. Rules, «run until» and lessons read it, and nothing beside it.
/// </summary>
/// <param name="cluster">The cluster, as it is now.</param>
/// <param name="beliefs">What nodes believe.</param>
/// <param name="chronicle">What happened.</param>
public sealed class RunObservations(
    Func<SimulatedCluster> cluster, BeliefCensus beliefs, RunChronicle chronicle)
{
    private const double MostRounds = 1_000_000;

    /// <summary>The cluster.</summary>
    public SimulatedCluster Cluster => cluster();

    /// <summary>What nodes believe of each other, counted.</summary>
    public BeliefCensus Beliefs => beliefs;

    /// <summary>What happened so far.</summary>
    public RunChronicle Chronicle => chronicle;

    /// <summary>When an invariant was first broken, by its name; null while it holds or is not watched.</summary>
    public Func<string, Instant?> BrokenAt { get; init; } = static _ => null;

    /// <summary>How many running nodes hold the newest value; 0 before anybody set one.</summary>
    public int Informed => IsWritten ? Cluster.Census.Informed : 0;

    /// <summary>How many nodes run.</summary>
    public int Running => Cluster.Census.Running;

    /// <summary>The share of running nodes that hold the newest value; 0 to 1.</summary>
    public double Share => Running == 0 ? 0 : (double)Informed / Running;

    /// <summary>How many different values of the newest generation running nodes hold; 0 before a set.</summary>
    public int DistinctValues => IsWritten ? Cluster.Census.Values.Count : 0;

    /// <summary>The number of the round that runs: a round begins when an interval of gossip is over.</summary>
    public long Rounds => Cluster.Now.Microseconds / Interval;

    /// <summary>The share of pairs (running observer, member) that are not as they are in truth; 0 to 1.</summary>
    public double Disagreement
    {
        get
        {
            long pairs = 0;
            long wrong = 0;
            for (var observer = 0; observer < Cluster.NodeCount; observer++)
            {
                if (Cluster.Condition(new NodeId(observer)).IsUp)
                {
                    pairs += Cluster.NodeCount - 1;
                    wrong += WrongOf(new NodeId(observer));
                }
            }

            return pairs == 0 ? 0 : (double)wrong / pairs;
        }
    }

    /// <summary>How many nodes are the lowest that some running node believes alive.</summary>
    public int Leaders
    {
        get
        {
            var leaders = new HashSet<int>();
            for (var observer = 0; observer < Cluster.NodeCount; observer++)
            {
                if (Cluster.Condition(new NodeId(observer)).IsUp)
                {
                    leaders.Add(LeaderOf(Cluster.Node(new NodeId(observer)).Roster));
                }
            }

            leaders.Remove(int.MaxValue);
            return leaders.Count;
        }
    }

    private bool IsWritten => Cluster.Census.Newest != Generation.Zero;

    private long Interval => (long)Cluster.Scenario.Node.Dissemination.Interval.TotalMicroseconds;

    /// <summary>How many running nodes hold a value, of whatever generation.</summary>
    public int Holders(double value)
    {
        var holders = 0;
        for (var index = 0; index < Cluster.NodeCount; index++)
        {
            var id = new NodeId(index);
            if (Cluster.Condition(id).IsUp)
            {
                foreach (ref readonly var held in Cluster.Node(id).Store.Siblings)
                {
                    holders += held.Generation != Generation.Zero && held.Value == value ? 1 : 0;
                }
            }
        }

        return holders;
    }

    /// <summary>Rounds from the set of the newest value until a share of the running nodes held it.</summary>
    /// <exception cref="ExpressionException">They do not hold it yet.</exception>
    public double RoundsTo(double share)
    {
        var (since, at) = WayTo(share);
        return at.Microseconds / Interval - since.Microseconds / Interval;
    }

    /// <summary>Seconds from the set of the newest value until a share of the running nodes held it.</summary>
    /// <exception cref="ExpressionException">They do not hold it yet.</exception>
    public double TimeTo(double share)
    {
        var (since, at) = WayTo(share);
        return (at - since).TotalSeconds;
    }

    /// <summary>How many running nodes held the newest value so many rounds after it was set.</summary>
    /// <exception cref="ExpressionException">Nobody set one, or the run has not come so far.</exception>
    public int InformedAfter(double rounds)
    {
        if (rounds is not (>= 0 and <= MostRounds) || chronicle.NewestSince is not { } since)
        {
            throw new ExpressionException("it counts rounds, from 0, from a set on");
        }

        var end = new Instant((since.Microseconds / Interval + (long)rounds + 1) * Interval);
        return Cluster.Now >= end || Informed == Running ? chronicle.ReachedBefore(end)
            : throw new ExpressionException("the run has not come so far yet");
    }

    /// <summary>What a node believes of another: alive, suspect, dead, left or unknown.</summary>
    public string Belief(NodeId observer, NodeId subject)
    {
        var node = Cluster.Node(observer);
        var state = node.Swim is { } swim ? swim.StateOf(subject)
            : node.Roster.IsLive(subject) ? MemberState.Alive
            : node.Heartbeat is not null ? MemberState.Dead : null;
        return state switch
        {
            MemberState.Alive => "alive",
            MemberState.Suspect => "suspect",
            MemberState.Dead => "dead",
            MemberState.Left => "left",
            _ => "unknown",
        };
    }

    /// <summary>Seconds from a node's end until somebody first believed it dead.</summary>
    /// <exception cref="ExpressionException">It never ended, or nobody noticed yet.</exception>
    public double DetectionTime(NodeId node)
    {
        if (chronicle.DownSince(node) is not { } since)
        {
            throw new ExpressionException($"{node} never went down");
        }

        Instant? first = null;
        foreach (var rule in (ReadOnlySpan<Rule>)[Rule.SuspicionTimeout, Rule.HeartbeatMissed, Rule.DeadAccepted])
        {
            var tally = chronicle.About(rule, node);
            first = tally.Count > 0 && tally.First >= since && !(first <= tally.First) ? tally.First : first;
        }

        return first is { } at ? (at - since).TotalSeconds
            : throw new ExpressionException($"nobody believes {node} dead yet");
    }

    /// <summary>A node by number.</summary>
    /// <exception cref="ExpressionException">There is no such node.</exception>
    public NodeId Node(Term number) => number.Number >= 0 && number.Number < Cluster.NodeCount
        ? new NodeId((int)number.Number)
        : throw new ExpressionException($"there is no n{number.Number}: nodes are n0 to n{Cluster.NodeCount - 1}");

    private (Instant Since, Instant At) WayTo(double share)
    {
        if (share is not (> 0 and <= 1))
        {
            throw new ExpressionException("a share lies above 0 and up to 1");
        }

        return chronicle.ReachedAt((int)Math.Ceiling(share * Running)) is { } at && chronicle.NewestSince is { } since
            ? (since, at)
            : throw new ExpressionException("so many nodes do not know the newest value yet");
    }

    private int WrongOf(NodeId observer)
    {
        var roster = Cluster.Node(observer).Roster;
        var wrong = 0;
        for (var index = 0; index < Cluster.NodeCount; index++)
        {
            var subject = new NodeId(index);
            var isMember = Cluster.Condition(subject) is { IsUp: true, HasLeft: false };
            wrong += index != observer.Index && roster.IsLive(subject) != isMember ? 1 : 0;
        }

        return wrong;
    }

    private static int LeaderOf(IRoster roster)
    {
        var lowest = int.MaxValue;
        for (var place = 0; place < roster.Places; place++)
        {
            if (roster[place] is { IsSomebody: true } id && id.Index < lowest && roster.IsLive(id))
            {
                lowest = id.Index;
            }
        }

        return lowest;
    }
}
