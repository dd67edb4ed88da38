using GossipLab.Core.Protocol;

namespace GossipLab.Core.Nodes;

/// <summary>What a node keeps on its disk: all that survives a crash.</summary>
/// <param name="Value">The value it held.</param>
/// <param name="Incarnation">Its own incarnation.</param>
public readonly record struct NodeDisk(VersionedValue Value, Incarnation Incarnation);
