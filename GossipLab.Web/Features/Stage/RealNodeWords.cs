using GossipLab.Web.Parts;
using GossipLab.Web.RealClusters;
using GossipLab.Web.RealClusters.Watching;
using GossipLab.Web.Words;

namespace GossipLab.Web.Features.Stage;

/// <summary>A real node of the stage in words.</summary>
internal static class RealNodeWords
{
    /// <summary>For example <c>n3, running, holds 42, generation 3, suspected by 2</c>.</summary>
    public static string Of(ObservedNode node, RealClusterView view)
    {
        var words = new List<string> { node.Id.ToString(), ProcessText.Of(node.Process) };
        if (node.IsUp)
        {
            words.Add(node.Value is { } value
                ? UiText.RealNode.Knows(UiText.RealNode.ValueOf(value.Value, value.Generation.Number))
                : $"{UiText.RealNode.Value.ToLowerInvariant()} {UiText.RealNode.Unknown}");
        }

        if (view.Beliefs.Opinions.FirstOrDefault(one => one.Subject == node.Id) is { } opinion)
        {
            Add(words, opinion.Suspect, UiText.RealNode.SuspectedBy);
            Add(words, opinion.Dead, UiText.RealNode.BuriedBy);
        }

        return string.Join(", ", words);
    }

    private static void Add(List<string> words, int count, Func<int, string> text)
    {
        if (count > 0)
        {
            words.Add(text(count));
        }
    }
}
