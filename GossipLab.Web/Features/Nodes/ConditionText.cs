using GossipLab.Core.Simulation;
using GossipLab.Web.Parts;
using GossipLab.Web.Words;

namespace GossipLab.Web.Features.Nodes;

/// <summary>The truth about a node's machine in words.</summary>
internal static class ConditionText
{
    /// <summary>For example <c>running, slow: 400 ms a message</c>.</summary>
    public static string Of(NodeCondition condition)
    {
        if (!condition.IsUp)
        {
            return condition.HasLeft ? UiText.Nodes.HasLeft : UiText.Nodes.Down;
        }

        var slow = condition.Slowness > TimeSpan.Zero
            ? $", {UiText.Nodes.SlowBy(TimeText.Of(condition.Slowness))}" : "";
        return (condition.IsPaused ? UiText.Nodes.Paused : UiText.Nodes.Running) + slow;
    }
}
