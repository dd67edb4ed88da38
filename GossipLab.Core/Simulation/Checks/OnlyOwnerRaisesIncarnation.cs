using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation.Checks;

/// <summary>
/// Only a node itself raises its incarnation (SWIM section 4.2): nobody believes or says anything about an incarnation
/// that its owner has never announced.
/// </summary>
public sealed class OnlyOwnerRaisesIncarnation : ICheck
{
    private List<Incarnation> _announced = [];
    private SimulatedCluster? _cluster;

    /// <inheritdoc/>
    public string Name => "only-owner-raises-incarnation";

    /// <inheritdoc/>
    public string Promise => "Only its owner raises an incarnation.";

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
    public void OnStarted(SimulatedCluster cluster)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        _cluster = cluster;
        for (var index = 0; index < cluster.NodeCount; index++)
        {
            Hear(new NodeId(index), cluster.Node(new NodeId(index)).Disk.Incarnation);
        }
    }

    /// <inheritdoc/>
    public void OnSent(in TraceStamp stamp, in Flight flight, in Message message)
    {
        if (_cluster is not { } cluster || message.Updates.Count == 0)
        {
            return;
        }

        Hear(flight.From, cluster.Node(flight.From).Disk.Incarnation);
        foreach (ref readonly var update in message.Updates.Items)
        {
            Check(stamp.At, flight.From, update.Subject, update.Incarnation);
        }
    }

    /// <inheritdoc/>
    public void OnReported(in TraceStamp stamp, in NodeEvent what)
    {
        if (_cluster is not { } cluster)
        {
            return;
        }

        Hear(stamp.Node, cluster.Node(stamp.Node).Disk.Incarnation);
        if (what.Kind == NodeEventKind.BeliefChanged)
        {
            Check(stamp.At, stamp.Node, what.Subject, new Incarnation((uint)what.Number));
        }
    }

    /// <inheritdoc/>
    public void OnStepped()
    {
        // What is said and believed is judged when it happens.
    }

    /// <inheritdoc/>
    public ICheck Copy()
    {
        var copy = (OnlyOwnerRaisesIncarnation)MemberwiseClone();
        copy._announced = [.. _announced];
        return copy;
    }

    private void Hear(NodeId owner, Incarnation incarnation)
    {
        while (_announced.Count <= owner.Index)
        {
            _announced.Add(Incarnation.Zero);
        }

        if (incarnation > _announced[owner.Index])
        {
            _announced[owner.Index] = incarnation;
        }
    }

    private void Check(Instant at, NodeId speaker, NodeId subject, Incarnation incarnation)
    {
        var announced = subject.Index < _announced.Count ? _announced[subject.Index] : Incarnation.Zero;
        if (incarnation > announced)
        {
            Broken ??= new Violation(at,
                $"{speaker} speaks of {subject} at incarnation {incarnation}; {subject} never went beyond {announced}");
        }
    }
}
