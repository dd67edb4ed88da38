using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation;

/// <summary>What made an event happen.</summary>
public enum CauseKind : byte
{
    /// <summary>The beginning of the run or of a node's life.</summary>
    Start,

    /// <summary>A command.</summary>
    Command,

    /// <summary>The arrival of a message.</summary>
    Message,

    /// <summary>A timer that ran out.</summary>
    Timer,
}

/// <summary>Which event, when, where and why.</summary>
/// <param name="Id">Counted over the whole run from 1.</param>
/// <param name="At">When.</param>
/// <param name="Node">At which node; nobody for the network and the cluster.</param>
/// <param name="CauseKind">What made it happen.</param>
/// <param name="Cause">
/// The event that did: a command, a message's send or arrival, or the one that set the timer.
/// </param>
/// <param name="Timer">Which timer, where it was one.</param>
public readonly record struct TraceStamp(
    long Id, Instant At, NodeId Node, CauseKind CauseKind, long Cause, TimerKind Timer);

/// <summary>Why a message did not arrive.</summary>
public enum LossReason : byte
{
    /// <summary>Lost at random on the way.</summary>
    Network,

    /// <summary>It met a wall.</summary>
    Wall,

    /// <summary>The link is cut.</summary>
    Cut,

    /// <summary>The receiver's process is down.</summary>
    ReceiverDown,

    /// <summary>Too much waited at a paused or slow receiver.</summary>
    BufferFull,

    /// <summary>Taken away by a command.</summary>
    Dropped,

    /// <summary>There is no such node.</summary>
    NoSuchNode,
}

/// <summary>
/// Watches a cluster. Nothing an observer does can change a run: the same scenario gives the same events with any
/// observers.
/// </summary>
public interface IClusterObserver
{
    /// <summary>A command was carried out.</summary>
    void OnCommand(in TraceStamp stamp, ClusterCommand command);

    /// <summary>A message was sent.</summary>
    void OnSent(in TraceStamp stamp, in Flight flight, in Message message);

    /// <summary>A message arrived; what the receiver makes of it follows.</summary>
    void OnArrived(in TraceStamp stamp, in Flight flight, in Message message);

    /// <summary>A message will not arrive. Losses at random are known when it is sent.</summary>
    /// <param name="stamp">The event.</param>
    /// <param name="flight">The message's way.</param>
    /// <param name="message">The message.</param>
    /// <param name="reason">Why.</param>
    /// <param name="lostAt">When on its way, for drawing.</param>
    void OnLost(in TraceStamp stamp, in Flight flight, in Message message, LossReason reason, Instant lostAt);

    /// <summary>A node reported something.</summary>
    void OnReported(in TraceStamp stamp, in NodeEvent what);
}
