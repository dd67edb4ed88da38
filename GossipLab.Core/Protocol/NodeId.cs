namespace GossipLab.Core.Protocol;

/// <summary>
/// Who. In a simulation the index of the node, written <c>n7</c>; in a real process the index of an address in the
/// host's address book, so that tables are arrays in both.
/// </summary>
/// <param name="Index">0 or more; -1 is <see cref="None"/>.</param>
public readonly record struct NodeId(int Index) : IComparable<NodeId>
{
    /// <summary>Nobody.</summary>
    public static readonly NodeId None = new(-1);

    /// <summary>Whether this is somebody.</summary>
    public bool IsSomebody => Index >= 0;

    /// <inheritdoc/>
    public int CompareTo(NodeId other) => Index.CompareTo(other.Index);

    /// <summary>The name, for example <c>n7</c>; nobody is <c>-</c>.</summary>
    public override string ToString() => IsSomebody ? FormattableString.Invariant($"n{Index}") : "-";
}
