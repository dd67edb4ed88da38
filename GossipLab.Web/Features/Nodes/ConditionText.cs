using GossipLab.Core.Simulation;
using GossipLab.Web.Labs;
using GossipLab.Web.Parts;
using GossipLab.Web.Words;

namespace GossipLab.Web.Features.Nodes;

/// <summary>The truth about a node's machine in words.</summary>
internal static class ConditionText
{
    /// <summary>The same, and what the others believe where they believe it troubled.</summary>
    public static string Of(NodeRow row)
    {
        var words = new List<string> { Of(row.Condition) };
        if (row.Suspecting > 0)
        {
            words.Add(UiText.Nodes.SuspectedBy(row.Suspecting));
        }

        if (row.Burying > 0)
        {
            words.Add(UiText.Nodes.BuriedBy(row.Burying));
        }

        return string.Join(", ", words);
    }

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
