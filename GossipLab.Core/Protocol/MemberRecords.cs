namespace GossipLab.Core.Protocol;

/// <summary>
/// The whole state of a node as a driver may keep it while a message carries it: written out only for those who read
/// each record.
/// </summary>
public abstract class MemberRecords
{
    /// <summary>How many records there are.</summary>
    public abstract int Count { get; }

    /// <summary>How many bytes they take in a message; see <see cref="MessageSize"/>.</summary>
    public abstract int Bytes { get; }

    /// <summary>All of them, by number.</summary>
    public abstract ReadOnlySpan<MemberUpdate> Items { get; }

    /// <summary>Records of their own that say the same.</summary>
    internal abstract MemberRecords Copy();

    /// <summary>Nobody reads them any more.</summary>
    internal abstract void Recycle();
}
