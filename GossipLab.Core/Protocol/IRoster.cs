namespace GossipLab.Core.Protocol;

/// <summary>
/// The members one node knows, itself included, by number: where it picks its peers from. It is the node's view and may
/// be wrong.
/// </summary>
public interface IRoster
{
    /// <summary>How many members are known, whatever is believed of them.</summary>
    int Count { get; }

    /// <summary>One more than the highest number of anybody who was ever known.</summary>
    int Places { get; }

    /// <summary>The member at a place, or <see cref="NodeId.None"/> where nobody is.</summary>
    /// <param name="place">0 to <see cref="Places"/>-1.</param>
    NodeId this[int place] { get; }

    /// <summary>Whether it is believed alive (suspects are not counted).</summary>
    /// <param name="id">A known member; nobody is not alive.</param>
    bool IsLive(NodeId id);
}
