using GossipLab.Core.Protocol;

namespace GossipLab.Web.Features.Faults;

/// <summary>Where acts on nodes are carried out: on simulated ones or on real ones.</summary>
public interface INodeDesk
{
    /// <summary>Does an act to a node.</summary>
    Task DoAsync(NodeActKind act, NodeId node);
}
