using GossipLab.Web.RealClusters.Watching;
using GossipLab.Web.Words;

namespace GossipLab.Web.Parts;

/// <summary>The state of a node's process in words.</summary>
internal static class ProcessText
{
    /// <summary>For example <c>stands still</c>.</summary>
    public static string Of(ProcessState state) => state switch
    {
        ProcessState.NotStarted => UiText.RealNode.NotStarted,
        ProcessState.Starting => UiText.RealNode.Starting,
        ProcessState.Running => UiText.RealNode.Running,
        ProcessState.Paused => UiText.RealNode.Paused,
        ProcessState.Unknown => UiText.RealNode.NotHeardYet,
        ProcessState.Left => UiText.RealNode.Left,
        _ => UiText.RealNode.Ended,
    };
}
