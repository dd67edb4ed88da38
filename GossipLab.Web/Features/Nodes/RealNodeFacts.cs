using System.Globalization;
using GossipLab.Core.Primitives;
using GossipLab.Web.Parts;
using GossipLab.Web.RealClusters;
using GossipLab.Web.RealClusters.Watching;
using GossipLab.Web.Words;

namespace GossipLab.Web.Features.Nodes;

/// <summary>What is known of a real node, in words; what is not, is said to be unknown.</summary>
internal static class RealNodeFacts
{
    /// <summary>Names and texts in the order in which they are shown.</summary>
    public static IReadOnlyList<(string Name, string Text)> Of(NodeCard card, Instant now)
    {
        var node = card.Node;
        var facts = new List<(string, string)>
        {
            (UiText.RealNode.Process, ProcessOf(node)),
            (UiText.RealNode.Address, node.Address ?? UiText.RealNode.Unknown),
            (UiText.RealNode.Heard, HeardOf(node, now)),
            (UiText.RealNode.Value, node.Value is { } value
                ? UiText.RealNode.ValueOf(value.Value, value.Generation.Number) : UiText.RealNode.Unknown),
            (UiText.RealNode.LearnedFrom, LearnedOf(node)),
            (UiText.Nodes.OwnIncarnation, Number(node.Incarnation)),
            (UiText.Nodes.Health, Number(node.Health)),
            (UiText.RealNode.Starts, Number(node.Starts)),
            (UiText.RealNode.Others, OpinionOf(card.Others)),
        };
        if (!string.IsNullOrEmpty(node.Trouble))
        {
            facts.Insert(1, ("", node.Trouble));
        }

        return facts;
    }

    private static string ProcessOf(ObservedNode node)
    {
        var state = ProcessText.Of(node.Process);
        return node.IsUp && node.ProcessId is { } id ? UiText.RealNode.ProcessOf(state, id) : state;
    }

    private static string HeardOf(ObservedNode node, Instant now) => node switch
    {
        { IsHeard: true, Process: not ProcessState.Paused } => UiText.RealNode.Live,
        { LastHeard: { } last } => UiText.RealNode.LastHeard(TimeText.Ago(last, now)),
        _ => UiText.RealNode.Never,
    };

    private static string LearnedOf(ObservedNode node) => node.LearnedFrom switch
    {
        null => UiText.RealNode.Unknown,
        { IsSomebody: false } => UiText.Nodes.AtBirth,
        { } from => from == node.Id ? UiText.Nodes.Itself : from.ToString(),
    };

    private static string OpinionOf(Opinion others)
    {
        (Belief Belief, int Count)[] counts =
        [
            (Belief.Alive, others.Alive), (Belief.Suspect, others.Suspect), (Belief.Dead, others.Dead),
            (Belief.Left, others.Left), (Belief.Absent, others.Absent), (Belief.Unknown, others.Unknown),
        ];
        return string.Join(", ", counts.Where(one => one.Count > 0)
            .Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Count} {BeliefText.Of(one.Belief)}")));
    }

    private static string Number(long? number) =>
        number?.ToString(CultureInfo.InvariantCulture) ?? UiText.RealNode.Unknown;
}
