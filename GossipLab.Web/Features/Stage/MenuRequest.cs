using GossipLab.Core.Protocol;

namespace GossipLab.Web.Features.Stage;

/// <summary>A wish for a context menu.</summary>
/// <param name="Node">For which node; null for the ground.</param>
/// <param name="X">Where in the window, in CSS pixels.</param>
/// <param name="Y">Where in the window, in CSS pixels.</param>
public readonly record struct MenuRequest(NodeId? Node, double X, double Y)
{
    /// <summary>For which message; null where it is for a node or the ground.</summary>
    public long? Flight { get; init; }
}
