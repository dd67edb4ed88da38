using GossipLab.Core.Dissemination;
using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Core.Simulation.Checks;

namespace GossipLab.Tests.TestKit;

/// <summary>
/// A cluster for scenario tests, with everything recorded and all invariants checked. Calm unless told otherwise:
/// rounds of a second in lock-step, every message takes 10 ms, nothing is lost.
/// </summary>
internal sealed class ClusterRig
{
    private readonly CheckedCluster _checked;
    private readonly Trace _trace = new();
    private readonly TraceHash _hash = new();

    public ClusterRig(Scenario scenario) => _checked = new CheckedCluster(scenario, _trace, _hash);

    public SimulatedCluster Cluster => _checked.Cluster;

    public IEnumerable<TraceEntry> Entries => _trace.Entries;

    public string Hash => _hash.ToString();

    /// <summary>The values that running nodes hold, in order of their numbers.</summary>
    public long[] Values =>
        [.. Ids.Where(id => Cluster.Condition(id).IsUp).Select(id => Cluster.Node(id).Store.Current.Value)];

    public IEnumerable<NodeId> Ids => Enumerable.Range(0, Cluster.NodeCount).Select(index => new NodeId(index));

    /// <summary>So many nodes that know all others.</summary>
    public static Scenario Calm(int nodes, DisseminationOptions? spread = null) => new()
    {
        Nodes = nodes,
        Node = new GossipNodeOptions
        {
            Dissemination = (spread ?? new DisseminationOptions()) with
            {
                Interval = TimeSpan.FromSeconds(1), Phase = TickPhase.LockStep,
            },
        },
        Network = Fixed(10),
    };

    /// <summary>So many nodes with memberlist's LAN settings.</summary>
    public static Scenario Swim(int nodes, ulong seed = 1) =>
        new() { Nodes = nodes, Seed = seed, Node = GossipNodeOptions.Swim, Network = Fixed(2) };

    /// <summary>A network in which every message takes so long.</summary>
    public static NetworkOptions Fixed(double milliseconds) => new()
    {
        Latency = new LatencyOptions { Kind = LatencyKind.Fixed, Base = TimeSpan.FromMilliseconds(milliseconds) },
    };

    /// <summary>Posts commands one after the other, and has them carried out.</summary>
    public ClusterRig Post(params ClusterCommand[] commands)
    {
        foreach (var command in commands)
        {
            Run(Cluster.Post(command).At);
        }

        return this;
    }

    /// <summary>Runs up to and including a moment.</summary>
    public ClusterRig RunUntil(double seconds) => Run(Instant.FromMilliseconds(seconds * 1000));

    /// <summary>Runs for a while.</summary>
    public ClusterRig RunFor(double seconds) => Run(Cluster.Now + TimeSpan.FromSeconds(seconds));

    /// <summary>What nodes reported under a rule, in order.</summary>
    public IReadOnlyList<TraceEntry> Reported(Rule rule) =>
        [.. Entries.Where(entry => entry.Kind == TraceKind.Reported && entry.What.Rule == rule)];

    /// <summary>The messages of a kind that were sent, in order.</summary>
    public IReadOnlyList<TraceEntry> Sent(MessageKind kind) =>
        [.. Entries.Where(entry => entry.Kind == TraceKind.Sent && entry.Message.Kind == kind)];

    private ClusterRig Run(Instant end)
    {
        _checked.RunUntil(end);
        Assert.True(_checked.Broken is null, $"{_checked.Broken?.Promise} {_checked.Broken?.Broken}");
        return this;
    }
}
