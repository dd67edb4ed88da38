using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Web.RealClusters.Watching;

namespace GossipLab.Web.RealClusters.Shadows;

/// <summary>
/// Makes of a real cluster the question that a simulated ensemble answers: the nodes that run, their settings, and what
/// their messages suffer. Two clusters that the simulation cannot tell apart have equal plans.
/// </summary>
/// <param name="Options">The settings.</param>
/// <param name="Running">How many nodes run, counting one that is about to die.</param>
/// <param name="Paused">How many of them stand still.</param>
/// <param name="Loss">The share of messages lost.</param>
/// <param name="Latency">How much longer each message takes than on a calm loopback.</param>
/// <param name="WallSide">How many running nodes stand alone behind a wall.</param>
/// <param name="IsDeath">Whether a death is to be known, rather than a value.</param>
public sealed record ShadowPlan(
    RealClusterOptions Options, int Running, int Paused, double Loss, TimeSpan Latency, int WallSide, bool IsDeath)
{
    /// <summary>What a message takes on a calm loopback.</summary>
    public static readonly TimeSpan Loopback = TimeSpan.FromMilliseconds(1);

    private const int MostWithMembership = 128;
    private const int SmallCluster = 64;
    private const int MidCluster = 256;
    private const int LongestInRounds = 40;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestDeath = TimeSpan.FromMinutes(2);

    /// <summary>Whether the simulation has the failure detector's traffic beside the value's.</summary>
    public bool HasMembership => IsDeath || Running <= MostWithMembership;

    /// <summary>
    /// The plan for what may spread next in a cluster; null while too little of it runs to spread anything.
    /// </summary>
    public static ShadowPlan? Of(ObservedCluster cluster, RealClusterOptions options, bool isDeath)
    {
        var running = cluster.Nodes.Where(node => node.IsUp).ToList();
        var side = cluster.Network.Wall.ToHashSet();
        var paused = running.Count(node => node.Process == ProcessState.Paused);
        var count = running.Count + (isDeath ? 1 : 0);
        return count < 2 ? null : new ShadowPlan(
            options, count, paused, cluster.Network.Loss, cluster.Network.Latency,
            running.Count(node => side.Contains(node.Id)), isDeath);
    }

    /// <summary>The question.</summary>
    public ShadowQuestion Ask()
    {
        // Phases differ from seed to seed, so one moment for all runs is as good as many.
        var start = Instant.Zero + (HasMembership ? WarmUp : Options.Interval);
        var victim = new NodeId(Running - 1);
        return new ShadowQuestion
        {
            Scenario = new Scenario
            {
                Name = "shadow",
                Nodes = Running,
                Node = Options.Simulated with
                {
                    MembershipKind = HasMembership ? MembershipKind.Swim : MembershipKind.Static,
                },
                Network = new NetworkOptions
                {
                    Latency = new LatencyOptions { Kind = LatencyKind.Fixed, Base = Loopback + Latency },
                    Loss = Ratio.FromDecimal(Math.Round((decimal)Loss, 6)),
                },
                Commands = [.. Before(), new TimedCommand(start, IsDeath ? new KillNode(victim) : Set())],
            },
            Start = start,
            Victim = IsDeath ? victim : null,
            Knowers = Math.Max(1, Running - Paused - (WallSide < Running ? WallSide : 0) - (IsDeath ? 1 : 0)),
            Runs = Running <= SmallCluster ? 200 : Running <= MidCluster ? 100 : 40,
            Longest = IsDeath ? LongestDeath : LongestInRounds * Options.Interval,
        };
    }

    private static SetValue Set() => new(new NodeId(0), 7);

    private IEnumerable<TimedCommand> Before()
    {
        var at = new Instant(1);
        if (WallSide > 0 && WallSide < Running)
        {
            var side = Enumerable.Range(Running - WallSide, WallSide).Select(index => new NodeId(index));
            yield return new TimedCommand(at, new BuildWall("wall", [.. side]));
        }

        // Neither the first, which sets the value, nor the last, which dies.
        for (var index = 1; index <= Math.Min(Paused, Running - 2); index++)
        {
            yield return new TimedCommand(at, new PauseNode(new NodeId(index), null));
        }
    }
}
