using GossipLab.Core.Nodes;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation.Checks;

/// <summary>What a node has recorded as the incarnation of another never falls, unless it forgot the other.</summary>
public sealed class RecordedIncarnationNeverFalls : ICheck
{
    private Dictionary<(NodeId Observer, NodeId Subject), long> _recorded = [];

    /// <inheritdoc/>
    public string Name => "recorded-incarnation-never-falls";

    /// <inheritdoc/>
    public string Promise => "The incarnation that a node has recorded of another never falls.";

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
        // All that is needed comes with the reports.
    }

    /// <inheritdoc/>
    public void OnCommand(in TraceStamp stamp, ClusterCommand command)
    {
        if (command is KillNode kill)
        {
            Forget(kill.Node);
        }
    }

    /// <inheritdoc/>
    public void OnReported(in TraceStamp stamp, in NodeEvent what)
    {
        var pair = (stamp.Node, what.Subject);
        if (what.Rule == Rule.MemberReaped)
        {
            _recorded.Remove(pair);
        }
        else if (what.Kind == NodeEventKind.BeliefChanged)
        {
            if (_recorded.TryGetValue(pair, out var before) && what.Number < before)
            {
                Broken ??= new Violation(stamp.At,
                    $"{stamp.Node} recorded incarnation {what.Number} of {what.Subject} after {before}");
            }

            _recorded[pair] = what.Number;
        }
    }

    /// <inheritdoc/>
    public void OnStepped()
    {
        // Reports are judged as they come.
    }

    /// <inheritdoc/>
    public ICheck Copy()
    {
        var copy = (RecordedIncarnationNeverFalls)MemberwiseClone();
        copy._recorded = new(_recorded);
        return copy;
    }

    private void Forget(NodeId observer)
    {
        foreach (var pair in _recorded.Keys.Where(pair => pair.Observer == observer).ToArray())
        {
            _recorded.Remove(pair);
        }
    }
}
