using GossipLab.Core.Protocol;

namespace GossipLab.Tests.TestKit;

/// <summary>A roster of so many members of which some are believed dead.</summary>
internal sealed class FewMembers(int count, params int[] dead) : IRoster
{
    public int Count => count;

    public int Places => count;

    public NodeId this[int place] => new(place);

    public bool IsLive(NodeId id) => !dead.Contains(id.Index);
}
