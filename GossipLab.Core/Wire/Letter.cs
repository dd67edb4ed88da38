using GossipLab.Core.Protocol;

namespace GossipLab.Core.Wire;

/// <summary>A message with its envelope.</summary>
/// <param name="From">Who sends it.</param>
/// <param name="Address">Where the sender listens.</param>
/// <param name="To">
/// Whom it is for; <see cref="NodeId.None"/> for whoever reads it, as the sender knows only an address.
/// </param>
/// <param name="Message">The message.</param>
public readonly record struct Letter(NodeId From, NodeAddress Address, NodeId To, Message Message);
