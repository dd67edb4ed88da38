using GossipLab.Core.Protocol;
using static GossipLab.Web.Expressions.ObservationTable;

namespace GossipLab.Web.Expressions;

/// <summary>Time, settings, the value, and traffic.</summary>
internal static class ValueObservations
{
    private static readonly string[] Kinds = [.. Enum.GetValues<MessageKind>().Select(NameOf)];

    public static IReadOnlyList<Observation> All { get; } =
    [
        Count("now", "Seconds of virtual time since the start.", run => run.Cluster.Now.Seconds),
        Count("round", "The number of the round that runs; 0 until the first interval of gossip is over.", run =>
            run.Rounds),
        Count("nodes", "How many nodes there are, running or not.", run => run.Cluster.NodeCount),
        Count("running", "How many nodes run.", run => run.Running),
        Count("fanout", "How many others a node tells in each round.", run =>
            run.Cluster.Scenario.Node.Dissemination.FanOut),
        Count("interval", "Seconds between two rounds of gossip.",
            run => run.Cluster.Scenario.Node.Dissemination.Interval.TotalSeconds),
        Count("stop_after", "The limit of the stop rule: rounds, or useless messages.",
            run => run.Cluster.Scenario.Node.Dissemination.StopAfter),
        Count("informed", "How many running nodes hold the newest value; 0 before anybody set one.", run =>
            run.Informed),
        Count("share", "The share of running nodes that hold the newest value, 0 to 1.", run => run.Share),
        Count("generation", "The highest generation a running node holds; 0 at the start.",
            run => run.Cluster.Census.Newest.Number),
        Count("distinct_values", "How many different values of the newest generation are held; 0 before a set.",
            run => run.DistinctValues),
        new("holders", [Number("value")], ExpressionType.Number, "How many running nodes hold this value.",
            (run, given) => new Term(run.Holders(given[0].Number))),
        new("last_informed", [], ExpressionType.Node, "The node that learned a value last.",
            (run, _) => new Term(run.Chronicle.LastLearner is { IsSomebody: true } node ? node.Index
                : throw new ExpressionException("nobody learned a value yet"))),
        OfNode("value", "The value a client reads at a node.",
            (run, node) => run.Cluster.Node(run.Node(node)).Store.Current.Value),
        OfNode("generation_of", "The generation of the value at a node.",
            (run, node) => run.Cluster.Node(run.Node(node)).Store.Current.Generation.Number),
        new("rounds_to", [Number("share")], ExpressionType.Number,
            "Rounds from the set of the newest value until this share of the running nodes held it.",
            (run, given) => new Term(run.RoundsTo(given[0].Number))),
        new("time_to", [Number("share")], ExpressionType.Number,
            "Seconds from the set of the newest value until this share of the running nodes held it.",
            (run, given) => new Term(run.TimeTo(given[0].Number))),
        new("informed_after", [Number("rounds")], ExpressionType.Number,
            "How many running nodes held the newest value so many rounds after it was set.",
            (run, given) => new Term(run.InformedAfter(given[0].Number))),
        Count("messages", "How many messages were sent.", run => run.Cluster.Counters.Sent),
        Count("value_messages", "How many messages about the value were sent, answers included.",
            run => run.Cluster.Counters.SentAboutValue()),
        new("messages_of", [OneOf("kind", Kinds)], ExpressionType.Number, "How many messages of a kind were sent.",
            (run, given) => new Term(run.Cluster.Counters.SentOf(KindOf(given[0].Text)))),
        Count("bytes", "How many bytes were sent.", run => run.Cluster.Counters.Bytes),
        Count("lost", "How many messages were lost.", run => run.Cluster.Counters.Lost),
        Count("in_flight", "How many messages are on their way.", run => run.Cluster.Counters.InFlight),
        Count("useful", "How many values came and were taken.", run => run.Cluster.Counters.Useful),
        Count("wasted", "How many values came and told nothing new.", run => run.Cluster.Counters.Wasted),
    ];

    private static string NameOf(MessageKind kind) => string.Concat(kind.ToString().Select(
        (letter, index) => index > 0 && char.IsUpper(letter) ? $"-{letter}" : $"{letter}")).ToLowerInvariant();

    private static MessageKind KindOf(string? name) => (MessageKind)Array.IndexOf(Kinds, name);
}
