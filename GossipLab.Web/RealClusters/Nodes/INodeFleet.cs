using GossipLab.Core.Protocol;
using GossipLab.Web.RealClusters.Watching;

namespace GossipLab.Web.RealClusters.Nodes;

/// <summary>The nodes of one cluster, as whoever shows them holds them.</summary>
internal interface INodeFleet : IAsyncDisposable
{
    /// <summary>Where a node listens.</summary>
    string AddressOf(NodeId id);

    /// <summary>Begins with all of them.</summary>
    void StartAll();

    /// <summary>Starts a node's next life, once the one before has ended.</summary>
    void Start(NodeId id, int life, bool keepsData);

    /// <summary>Ends a node at once.</summary>
    void Kill(NodeId id);

    /// <summary>Lets a node stand still.</summary>
    /// <returns>Null, or why that cannot be.</returns>
    string? Pause(NodeId id);

    /// <summary>Lets it go on.</summary>
    void Resume(NodeId id);

    /// <summary>Asks a node to say goodbye and end.</summary>
    void Leave(NodeId id);

    /// <summary>Sets a node's value.</summary>
    /// <returns>Null, or why it was not set.</returns>
    Task<string?> SetValueAsync(NodeId id, long value);

    /// <summary>Tells all nodes what to do to their messages.</summary>
    /// <returns>Null, or which of them could not be told.</returns>
    Task<string?> SpreadFaultsAsync(NetworkFaults faults);
}
