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
        Count("leaders", "How many nodes are the leader in somebody's eyes: the lowest number that it believes alive.",
            run => run.Leaders),
        OfNode("detection_time", "Seconds from a node's end until somebody believed it dead.",
            (run, node) => run.DetectionTime(run.Node(node))),
        Count("disagreement", "The share of pairs (running node, other node) with a belief that is not true; 0 to 1.",
            run => run.Disagreement),
        OfNode("health", "A node's own health score: 0 is well; it waits for answers so many times longer, plus one.",
            (run, node) => run.Cluster.Node(run.Node(node)).Swim?.View().Health ?? 0),
        new("suspicion_time", [Number("confirmations")], ExpressionType.Number,
            "Seconds that a suspicion lasts here when so many others confirm it.",
            (run, given) => new Term(run.Cluster.Scenario.Node.Membership
                .SuspicionTime(run.Cluster.NodeCount, (int)given[0].Number).TotalSeconds)),
        new("strength", [OneOf("state", StatementStrength.States), Number("incarnation")], ExpressionType.Number,
            "How many of the six statements alive, suspect and dead at incarnations 1 and 2 this one overrides.",
            (_, given) => new Term(StatementStrength.Of(given[0].Text ?? "", given[1].Number))),
        Count("probe_interval", "Seconds between two probes of a node.",
            run => run.Cluster.Scenario.Node.Membership.ProbeInterval.TotalSeconds),
        Count("sync_interval", "Seconds between two full exchanges of a node with another; 0 for never.",
            run => run.Cluster.Scenario.Node.Membership.SyncInterval.TotalSeconds),
        Count("reconnect_interval", "Seconds between a node's tries to reach one that it believes dead; 0 for never.",
            run => run.Cluster.Scenario.Node.Membership.ReconnectInterval.TotalSeconds),
        Count("helpers", "How many others a node asks to ping one that did not answer: SWIM's k.",
            run => run.Cluster.Scenario.Node.Membership.IndirectChecks),
        Count("loss", "The share of messages that the network loses now by chance; 0 to 1.",
            run => run.Cluster.Network.Loss.Value),
    ];
}
