using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation.Checks;

/// <summary>
/// An invariant of the protocol or of the simulator. It watches a run from its first event, is asked after every step,
/// and says when and how it was broken. Cheap enough to run at every step.
/// </summary>
public interface ICheck : IClusterObserver
{
    /// <summary>Its short name, for links, files and expressions.</summary>
    string Name { get; }

    /// <summary>What always holds, in one sentence.</summary>
    string Promise { get; }

    /// <summary>Why it says nothing about a run, or null.</summary>
    /// <param name="scenario">The run.</param>
    string? FindReasonToSkip(Scenario scenario) => null;

    /// <summary>When and how it was broken first; null as long as it holds.</summary>
    Violation? Broken { get; }

    /// <summary>The cluster to watch. Its first nodes have started; nothing else has happened.</summary>
    /// <param name="cluster">The cluster; the check only reads it.</param>
    void OnStarted(SimulatedCluster cluster);

    /// <summary>A step is over.</summary>
    void OnStepped();

    /// <summary>
    /// A check of its own that has seen the same, for going back in time; it is given a cluster before it goes on.
    /// </summary>
    ICheck Copy();

    /// <inheritdoc/>
    void IClusterObserver.OnCommand(in TraceStamp stamp, ClusterCommand command)
    {
    }

    /// <inheritdoc/>
    void IClusterObserver.OnSent(in TraceStamp stamp, in Flight flight, in Message message)
    {
    }

    /// <inheritdoc/>
    void IClusterObserver.OnArrived(in TraceStamp stamp, in Flight flight, in Message message)
    {
    }

    /// <inheritdoc/>
    void IClusterObserver.OnLost(
        in TraceStamp stamp, in Flight flight, in Message message, LossReason reason, Instant lostAt)
    {
    }

    /// <inheritdoc/>
    void IClusterObserver.OnReported(in TraceStamp stamp, in NodeEvent what)
    {
    }
}
