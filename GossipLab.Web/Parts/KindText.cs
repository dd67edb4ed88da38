using GossipLab.Web.RealClusters;
using GossipLab.Web.Words;

namespace GossipLab.Web.Parts;

/// <summary>Where real nodes run, in words.</summary>
internal static class KindText
{
    /// <summary>For example <c>processes</c>.</summary>
    public static string Of(NodeKind kind) => kind switch
    {
        NodeKind.Processes => UiText.Real.Processes.ToLowerInvariant(),
        NodeKind.InProcess => UiText.Real.InProcess.ToLowerInvariant(),
        _ => UiText.Attach.Watched,
    };
}
