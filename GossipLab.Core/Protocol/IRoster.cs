namespace GossipLab.Core.Protocol;

/// <summary>
/// The members one node knows, itself included, in an order of its own: where it picks its peers from. It is the node's
/// view and may be wrong.
/// </summary>
public interface IRoster
{
    /// <summary>How many members are known, whatever is believed of them.</summary>
    int Count { get; }

    /// <summary>The member at a place.</summary>
    /// <param name="place">0 to <see cref="Count"/>-1.</param>
    NodeId this[int place] { get; }

    /// <summary>Whether it is believed alive (suspects are not counted).</summary>
    /// <param name="id">A known member.</param>
    bool IsLive(NodeId id);
}
