using GossipLab.Core.Membership;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;

namespace GossipLab.Tests.TestKit;

/// <summary>A SWIM cluster in which some nodes are killed at one moment, and what the others reported since.</summary>
internal sealed class Crash
{
    private readonly List<TraceEntry> _since;

    /// <summary>Runs a cluster, kills its last nodes, and runs on for a while.</summary>
    public Crash(int nodes, int killed = 1, ulong seed = 1, double runFor = 30, MembershipOptions? options = null)
    {
        var scenario = ClusterRig.Swim(nodes, seed);
        var trace = new Trace(1_000_000, TraceFilter.ReportsOnly);
        Victim = new NodeId(nodes - 1);

        // Nodes tick at phases of their own; the moment of death is one more that no run shares with another.
        KilledAt = Instant.FromMilliseconds(5_000 + new Dice(seed, -2).Roll(DiceStream.Scenario, default).Below(1_000));
        var cluster = new SimulatedCluster(scenario with
        {
            Node = scenario.Node with { Membership = options ?? MembershipOptions.Lan },
            Commands = [.. Enumerable.Range(0, killed).Select(Kill)],
        }, trace);
        cluster.RunUntil(KilledAt + TimeSpan.FromSeconds(runFor));
        _since = [.. trace.Entries.Where(entry => entry.Stamp.At >= KilledAt)];

        TimedCommand Kill(int place) => new(KilledAt, new KillNode(new NodeId(nodes - 1 - place)));
    }

    public Instant KilledAt { get; }

    public NodeId Victim { get; }

    /// <summary>What was reported about the victim under a rule since its death, in order.</summary>
    public IEnumerable<TraceEntry> AboutVictim(Rule rule) =>
        _since.Where(entry => entry.What.Rule == rule && entry.What.Subject == Victim);

    /// <summary>When somebody first came to believe the victim dead.</summary>
    public Instant FirstBurial => _since.First(entry => entry.What is
        { Kind: NodeEventKind.BeliefChanged, State: MemberState.Dead } && entry.What.Subject == Victim).Stamp.At;

    /// <summary>When the last of the others came to believe it dead.</summary>
    public Instant LastBurial => _since.Where(entry => entry.What is
        { Kind: NodeEventKind.BeliefChanged, State: MemberState.Dead, Rule: not Rule.MemberReaped }
        && entry.What.Subject == Victim).Max(entry => entry.Stamp.At);
}
