using GossipLab.Core.Protocol;

namespace GossipLab.Core.Dissemination;

/// <summary>One piece of news on its way through a node, as the queue holds it.</summary>
/// <param name="News">What is told.</param>
/// <param name="Transmits">How often it was told already.</param>
/// <param name="Bytes">How long it is as a message of its own.</param>
/// <param name="Order">When it was queued, counted since the queue was last empty.</param>
public readonly record struct Rumor(MemberUpdate News, int Transmits, int Bytes, long Order);
