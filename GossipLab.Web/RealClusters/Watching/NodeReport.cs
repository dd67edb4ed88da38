using GossipLab.Core.Protocol;

namespace GossipLab.Web.RealClusters.Watching;

/// <summary>The whole state of a node as it stated it at one moment.</summary>
/// <param name="Value">The value it holds.</param>
/// <param name="Incarnation">Its own incarnation.</param>
/// <param name="Health">Its score of its own health; null where it did not say.</param>
/// <param name="Members">What it believes of the others. Whoever is not in it, it does not know.</param>
public sealed record NodeReport(
    VersionedValue Value, uint? Incarnation, int? Health, IReadOnlyList<MemberReport> Members);

/// <summary>What a node believes of another.</summary>
public readonly record struct MemberReport(NodeId Subject, MemberState State, uint Incarnation);
