namespace GossipLab.Core.Protocol;

/// <summary>The one value of the database as one node holds it or a message carries it.</summary>
/// <param name="Value">The value itself, any 64-bit integer.</param>
/// <param name="Generation">How new it is.</param>
/// <param name="Writer">Who set it; <see cref="NodeId.None"/> for the value a node is born with.</param>
public readonly record struct VersionedValue(long Value, Generation Generation, NodeId Writer)
{
    /// <summary>The value, its generation and its writer, for example <c>7 (gen 2 by n4)</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Value} (gen {Generation} by {Writer})");
}
