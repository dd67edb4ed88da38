using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation;

/// <summary>Something done to a cluster from outside. Posted commands are part of the scenario.</summary>
public abstract record ClusterCommand;

/// <summary>A client sets the value at a node.</summary>
public sealed record SetValue(NodeId Node, long Value) : ClusterCommand;

/// <summary>The node's process ends at once (kill -9).</summary>
public sealed record KillNode(NodeId Node) : ClusterCommand;

/// <summary>A node that is down comes up again, with its disk or with a new one.</summary>
public sealed record RestartNode(NodeId Node, bool KeepDisk) : ClusterCommand;

/// <summary>
/// The node's whole process stands still (a long collection, a stopped machine); for ever without a duration.
/// </summary>
public sealed record PauseNode(NodeId Node, TimeSpan? Duration) : ClusterCommand;

/// <summary>A paused node goes on; what waited for it is handled at once, in order.</summary>
public sealed record ResumeNode(NodeId Node) : ClusterCommand;

/// <summary>
/// The node takes so long to handle each message, one after the other; timers stay punctual. Zero is normal.
/// </summary>
public sealed record SlowNode(NodeId Node, TimeSpan Delay) : ClusterCommand;

/// <summary>The node announces that it leaves, and its process ends a while later.</summary>
public sealed record LeaveNode(NodeId Node) : ClusterCommand;

/// <summary>A new node starts and joins through a contact.</summary>
public sealed record AddNode(NodeId Contact) : ClusterCommand;

/// <summary>
/// No message passes between the nodes of a side and the others. Walls have names; an equal name replaces.
/// </summary>
public sealed record BuildWall(string Name, IReadOnlyList<NodeId> Side) : ClusterCommand
{
    /// <inheritdoc/>
    public bool Equals(BuildWall? other) => other is not null && Name == other.Name && Side.SequenceEqual(other.Side);

    /// <inheritdoc/>
    public override int GetHashCode() => (int)Dice.Mix((ulong)Name.Length << 32 | (uint)Side.Count);
}

/// <summary>A wall is taken away.</summary>
public sealed record RemoveWall(string Name) : ClusterCommand;

/// <summary>All walls, cuts and settings of single links and nodes are taken away.</summary>
public sealed record HealNetwork : ClusterCommand;

/// <summary>A link is cut in one direction or both.</summary>
public sealed record CutLink(NodeId From, NodeId To, bool BothWays) : ClusterCommand;

/// <summary>A link loses and delays more than the network does; null leaves a setting as it is.</summary>
public sealed record SetLink(NodeId From, NodeId To, bool BothWays, Ratio? Loss, TimeSpan? ExtraLatency)
    : ClusterCommand;

/// <summary>Every datagram from or to a node is lost with a chance of its own. Zero is normal.</summary>
public sealed record SetNodeLoss(NodeId Node, Ratio Loss) : ClusterCommand;

/// <summary>The whole network changes; null leaves a setting as it is.</summary>
public sealed record SetNetwork(Ratio? Loss, LatencyOptions? Latency) : ClusterCommand;

/// <summary>A message in flight is taken away.</summary>
public sealed record DropMessage(long Message) : ClusterCommand;

/// <summary>A message in flight is kept until it is delivered by a command.</summary>
public sealed record HoldMessage(long Message) : ClusterCommand;

/// <summary>A message in flight or held arrives now.</summary>
public sealed record DeliverMessage(long Message) : ClusterCommand;

/// <summary>A message in flight arrives a second time, right after the first.</summary>
public sealed record DuplicateMessage(long Message) : ClusterCommand;

/// <summary>
/// What is sent on a link at the command's very moment arrives: no chance, wall or cut takes it. For asking what would
/// have been, had a message not been lost.
/// </summary>
public sealed record SpareMessage(NodeId From, NodeId To) : ClusterCommand;

/// <summary>A command and its moment.</summary>
/// <param name="At">When; commands of one moment keep their order and come before anything else due then.</param>
/// <param name="Command">What.</param>
public sealed record TimedCommand(Instant At, ClusterCommand Command);
