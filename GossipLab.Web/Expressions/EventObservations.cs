using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Core.Simulation.Checks;
using static GossipLab.Web.Expressions.ObservationTable;

namespace GossipLab.Web.Expressions;

/// <summary>How often rules of the protocol were used, and when first.</summary>
internal static class EventObservations
{
    private static readonly string[] Rules = [.. Enum.GetValues<Rule>().Select(RuleNames.Of)];

    private static readonly ObservationParameter OneRule = OneOf("rule", Rules);

    private static readonly ObservationParameter OneInvariant = OneOf("invariant",
        CheckedCluster.ExpectedToBreak().Concat(CheckedCluster.All(new Scenario())).Select(check => check.Name));

    public static IReadOnlyList<Observation> All { get; } =
    [
        new("count", [OneRule], ExpressionType.Number, "How often a rule of docs/PROTOCOL.md was used.",
            (run, given) => new Term(run.Chronicle.Of(RuleOf(given[0])).Count)),
        new("count_at", [OneRule, OneNode], ExpressionType.Number, "How often a node used a rule.",
            (run, given) => new Term(run.Chronicle.At(RuleOf(given[0]), Apart(run, given[1])).Count)),
        new("count_about", [OneRule, OneNode], ExpressionType.Number, "How often a rule was used about a node.",
            (run, given) => new Term(run.Chronicle.About(RuleOf(given[0]), Apart(run, given[1])).Count)),
        new("first", [OneRule], ExpressionType.Number, "Seconds from the start until a rule was first used.",
            (run, given) => First(run.Chronicle.Of(RuleOf(given[0])), given[0])),
        new("first_at", [OneRule, OneNode], ExpressionType.Number,
            "Seconds from the start until a node first used a rule.",
            (run, given) => First(run.Chronicle.At(RuleOf(given[0]), Apart(run, given[1])), given[0])),
        new("first_about", [OneRule, OneNode], ExpressionType.Number,
            "Seconds from the start until a rule was first used about a node.",
            (run, given) => First(run.Chronicle.About(RuleOf(given[0]), Apart(run, given[1])), given[0])),
        new("holds", [OneInvariant], ExpressionType.Truth, "Whether an invariant was not broken so far.",
            (run, given) => Term.Of(run.BrokenAt(given[0].Text ?? "") is null)),
        new("broken_at", [OneInvariant], ExpressionType.Number, "Seconds from the start until an invariant was broken.",
            (run, given) => run.BrokenAt(given[0].Text ?? "") is { } at ? new Term(at.Seconds)
                : throw new ExpressionException($"{given[0].Text} holds")),
    ];

    private static Rule RuleOf(Term name) => (Rule)Array.IndexOf(Rules, name.Text);

    private static NodeId Apart(RunObservations run, Term node) =>
        run.Cluster.NodeCount <= RunChronicle.MostNodesApart ? run.Node(node)
            : throw new ExpressionException(
                $"events are counted for each node up to {RunChronicle.MostNodesApart} nodes only");

    private static Term First(RunChronicle.Tally tally, Term rule) =>
        tally.Count > 0 ? new Term(tally.First.Seconds)
            : throw new ExpressionException($"{rule.Text} was not used yet");
}
