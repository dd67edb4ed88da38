using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Core.Simulation.Checkpoints;

namespace GossipLab.Web.Expressions;

/// <summary>
/// What a run's present state no longer shows: how often each rule was used and when first, when the newest value
/// reached how many nodes, when nodes went down. It goes back in time with the run.
/// </summary>
public sealed class RunChronicle : IRewindable
{
    /// <summary>Beyond so many nodes events are counted for the cluster only, not node by node.</summary>
    public const int MostNodesApart = 1_024;

    private Dictionary<(Rule Rule, int Node, bool IsSubject), Tally> _tallies = [];
    private Dictionary<int, Instant> _downSince = [];
    private List<Instant> _reached = [];
    private Generation _newest = Generation.Zero;

    /// <summary>When the newest value was set; null before.</summary>
    public Instant? NewestSince { get; private set; }

    /// <summary>The node that learned a value last; nobody before.</summary>
    public NodeId LastLearner { get; private set; } = NodeId.None;

    /// <summary>How often a rule was used, and when first.</summary>
    /// <param name="rule">The rule.</param>
    public Tally Of(Rule rule) => _tallies.GetValueOrDefault((rule, -1, false));

    /// <summary>How often a node used a rule, and when first.</summary>
    public Tally At(Rule rule, NodeId node) => _tallies.GetValueOrDefault((rule, node.Index, false));

    /// <summary>How often a rule was used about a node, and when first.</summary>
    public Tally About(Rule rule, NodeId node) => _tallies.GetValueOrDefault((rule, node.Index, true));

    /// <summary>When so many running nodes first held the newest generation; null while they have not.</summary>
    public Instant? ReachedAt(int nodes) =>
        nodes <= 0 ? NewestSince : nodes <= _reached.Count ? _reached[nodes - 1] : null;

    /// <summary>How many running nodes held the newest generation before a moment.</summary>
    public int ReachedBefore(Instant moment)
    {
        var place = _reached.FindIndex(at => at >= moment);
        return place < 0 ? _reached.Count : place;
    }

    /// <summary>When a node last went down; null where it never did.</summary>
    public Instant? DownSince(NodeId node) => _downSince.TryGetValue(node.Index, out var at) ? at : null;

    /// <inheritdoc/>
    public void OnStep(SimulatedCluster cluster)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        var census = cluster.Census;
        if (census.Newest != _newest)
        {
            (_newest, NewestSince) = (census.Newest, cluster.Now);
            _reached.Clear();
        }

        while (_newest != Generation.Zero && _reached.Count < census.Informed)
        {
            _reached.Add(cluster.Now);
        }
    }

    /// <inheritdoc/>
    public void OnReported(in TraceStamp stamp, in NodeEvent what)
    {
        Count((what.Rule, -1, false), stamp.At);
        LastLearner = what.Rule == Rule.ValueAccepted ? stamp.Node : LastLearner;
        if (stamp.Node.Index < MostNodesApart)
        {
            Count((what.Rule, stamp.Node.Index, false), stamp.At);
        }

        if (what.Subject.IsSomebody && what.Subject.Index < MostNodesApart)
        {
            Count((what.Rule, what.Subject.Index, true), stamp.At);
        }
    }

    /// <inheritdoc/>
    public void OnCommand(in TraceStamp stamp, ClusterCommand command)
    {
        if (command is KillNode kill)
        {
            _downSince[kill.Node.Index] = stamp.At;
        }
    }

    /// <inheritdoc/>
    public void OnSent(in TraceStamp stamp, in Flight flight, in Message message)
    {
    }

    /// <inheritdoc/>
    public void OnArrived(in TraceStamp stamp, in Flight flight, in Message message)
    {
    }

    /// <inheritdoc/>
    public void OnLost(in TraceStamp stamp, in Flight flight, in Message message, LossReason reason, Instant lostAt)
    {
    }

    /// <inheritdoc/>
    public ObserverState Save() =>
        new State(new(_tallies), new(_downSince), [.. _reached], (_newest, NewestSince, LastLearner));

    /// <inheritdoc/>
    public void Restore(ObserverState state)
    {
        var saved = (State)state;
        (_tallies, _downSince, _reached) = (new(saved.Tallies), new(saved.DownSince), [.. saved.Reached]);
        (_newest, NewestSince, LastLearner) = saved.Last;
    }

    private void Count((Rule, int, bool) key, Instant at)
    {
        ref var tally = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(
            _tallies, key, out var exists);
        tally = exists ? tally with { Count = tally.Count + 1 } : new Tally(1, at);
    }

    /// <summary>How often, and when first.</summary>
    /// <param name="Count">How often.</param>
    /// <param name="First">When first; only where the count is not 0.</param>
    public readonly record struct Tally(long Count, Instant First);

    private sealed record State(
        Dictionary<(Rule Rule, int Node, bool IsSubject), Tally> Tallies, Dictionary<int, Instant> DownSince,
        List<Instant> Reached, (Generation Newest, Instant? Since, NodeId Learner) Last)
        : ObserverState(200 + 48L * Tallies.Count + 24L * DownSince.Count + 8L * Reached.Count);
}
