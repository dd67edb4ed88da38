using GossipLab.Core.Nodes;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation.Checks;

/// <summary>
/// Expected to break: a node whose process runs is not believed dead (the accuracy of a failure detector). No detector
/// keeps it where messages may be late (SWIM section 2).
/// </summary>
public sealed class LiveNodeIsNotBelievedDead : ICheck
{
    private SimulatedCluster? _cluster;

    /// <inheritdoc/>
    public string Name => "a-live-node-is-not-believed-dead";

    /// <inheritdoc/>
    public string Promise => "A running node is not believed dead.";

    /// <inheritdoc/>
    public string? FindReasonToSkip(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return scenario.Node.MembershipKind == MembershipKind.Static
            ? "the members of this run are a given list" : null;
    }

    /// <inheritdoc/>
    public Violation? Broken { get; private set; }

    /// <inheritdoc/>
    public void OnStarted(SimulatedCluster cluster) => _cluster = cluster;

    /// <inheritdoc/>
    public void OnReported(in TraceStamp stamp, in NodeEvent what)
    {
        if (what is { Kind: NodeEventKind.BeliefChanged, State: MemberState.Dead } && _cluster is { } cluster
            && what.Rule != Rule.MemberReaped && cluster.Condition(what.Subject) is { IsUp: true, HasLeft: false })
        {
            Broken ??= new Violation(stamp.At, $"{stamp.Node} believes {what.Subject} dead, and {what.Subject} runs");
        }
    }

    /// <inheritdoc/>
    public void OnStepped()
    {
        // Beliefs are judged when they change.
    }

    /// <inheritdoc/>
    public ICheck Copy() => (ICheck)MemberwiseClone();
}
