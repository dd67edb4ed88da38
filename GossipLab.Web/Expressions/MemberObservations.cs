using GossipLab.Core.Protocol;
using static GossipLab.Web.Expressions.ObservationTable;

namespace GossipLab.Web.Expressions;

/// <summary>What nodes believe of each other, and what is true.</summary>
internal static class MemberObservations
{
    public static IReadOnlyList<Observation> All { get; } =
    [
        new("up", [OneNode], ExpressionType.Truth, "Whether a node's process runs: the truth, which no node knows.",
            (run, given) => Term.Of(run.Cluster.Condition(run.Node(given[0])).IsUp)),
        new("belief", [new("observer", ExpressionType.Node, []), new("subject", ExpressionType.Node, [])],
            ExpressionType.Text, "What a node believes of another: 'alive', 'suspect', 'dead', 'left' or 'unknown'.",
            (run, given) => Term.Of(run.Belief(run.Node(given[0]), run.Node(given[1])))),
        Count("suspicions", "Pairs of a running node and a member it suspects.", run => run.Beliefs.Suspicions),
        Count("deaths", "Pairs of a running node and a member it believes dead.", run => run.Beliefs.Deaths),
        Count("false_suspicions", "How often a node began to suspect one that was running.",
            run => run.Beliefs.FalseSuspicions),
        Count("false_deaths", "How often a node came to believe a running one dead.", run => run.Beliefs.FalseDeaths),
        Count("refutations", "How often a node refuted what was said of it.", run => run.Beliefs.Refutations),
        OfNode("suspecting", "How many running nodes suspect a node.", (run, node) =>
            run.Beliefs.Suspecting(run.Node(node))),
        OfNode("burying", "How many running nodes believe a node dead.", (run, node) =>
            run.Beliefs.Burying(run.Node(node))),
        OfNode("incarnation", "A node's own incarnation; 0 without a failure detector.", (run, node) =>
            run.Cluster.Node(run.Node(node)).Disk.Incarnation.Number),
        OfNode("live_members", "How many members a node believes alive, itself included.", (run, node) =>
        {
            var roster = run.Cluster.Node(run.Node(node)).Roster;
            var live = 0;
            for (var place = 0; place < roster.Places; place++)
            {
                live += roster[place] is { IsSomebody: true } id && roster.IsLive(id) ? 1 : 0;
            }

            return live;
        }),
        OfNode("detection_time", "Seconds from a node's end until somebody believed it dead.",
            (run, node) => run.DetectionTime(run.Node(node))),
        Count("disagreement", "The share of pairs (running node, other node) with a belief that is not true; 0 to 1.",
            run => run.Disagreement),
        Count("probe_interval", "Seconds between two probes of a node.",
            run => run.Cluster.Scenario.Node.Membership.ProbeInterval.TotalSeconds),
        Count("helpers", "How many others a node asks to ping one that did not answer: SWIM's k.",
            run => run.Cluster.Scenario.Node.Membership.IndirectChecks),
        Count("loss", "The share of messages that the network loses now by chance; 0 to 1.",
            run => run.Cluster.Network.Loss.Value),
    ];
}
