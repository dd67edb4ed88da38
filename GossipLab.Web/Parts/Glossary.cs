namespace GossipLab.Web.Parts;

/// <summary>
/// The words of the field, each once. Those that docs/PROTOCOL.md explains too have the same meaning there, word for
/// word; a test compares them.
/// </summary>
public static class Glossary
{
    /// <summary>All words by the alphabet.</summary>
    public static IReadOnlyList<GlossaryTerm> All { get; } =
        [.. Spread().Concat(Members()).Concat(Experiments()).OrderBy(term => term.Word, StringComparer.Ordinal)];

    /// <summary>The term of a word or of one of its forms; null where it is none.</summary>
    public static GlossaryTerm? Find(string word) => All.FirstOrDefault(term =>
        term.Word.Equals(word, StringComparison.OrdinalIgnoreCase)
        || term.Forms.Contains(word, StringComparer.OrdinalIgnoreCase));

    private static IEnumerable<GlossaryTerm> Spread() =>
    [
        new("node", "one process that takes part; n0, n1, …", ["nodes"], "peer", "member"),
        new("peer", "another node, seen from one", ["peers"], "node"),
        new("value", "what the cluster spreads: 64 bits, with a generation", ["values"], "generation"),
        new("generation", "how many sets led to a value, as its writer counted; 0 is what every node is born with",
            ["generations"], "value", "tie"),
        new("tie", "two different values of one generation", ["ties"], "tie-break"),
        new("tie-break", "the rule by which a node decides a tie: keep its own, the highest writer, or keep both",
            ["tie-breaks"], "tie"),
        new("informed", "holding the newest value", [], "value"),
        new("fan-out", "how many peers a node tells at each interval", ["fan-outs"], "round"),
        new("round", "until every live node has spread once more", ["rounds"], "fan-out"),
        new("push", "a node sends its value to peers that did not ask", ["pushes"], "pull", "push-pull"),
        new("pull", "a node asks peers for their value", ["pulls"], "push", "push-pull"),
        new("push-pull", "a node sends its value and is answered with the other's", [], "push", "pull"),
        new("rumour", "a piece of news that is sent a limited number of times", ["rumours"], "piggyback"),
        new("residue", "the share of nodes that never hear a rumour because all tellers stopped", [], "rumour"),
        new("coverage", "the share of nodes that a rumour reached", [], "residue"),
    ];

    private static IEnumerable<GlossaryTerm> Members() =>
    [
        new("member", "a node as another one believes it to be: alive, suspect, dead or left", ["members"],
            "suspicion"),
        new("incarnation", "a node's own count of how often it had to contradict; only its owner raises it",
            ["incarnations"], "refute"),
        new("probe", "asking whether a member is there: ping, then ping requests to helpers, then a ping over a stream",
            ["probes", "probing"], "nack", "suspicion"),
        new("nack", "a helper's «I got no answer either»", ["nacks"], "probe", "local health"),
        new("suspicion", "the time a suspect has to refute before it is declared dead", ["suspicions"],
            "refute", "confirmation"),
        new("confirmation", "another node's independent accusation of a suspect; it shortens the suspicion",
            ["confirmations"], "suspicion"),
        new("refute", "answer an accusation of oneself with a higher incarnation",
            ["refutes", "refuted", "refutation", "refutations"], "incarnation"),
        new("local health", "how far a node doubts itself, 0 to 7; it makes it slower to accuse", [], "suspicion"),
        new("piggyback", "to ride on a message that is sent anyway", ["piggybacks", "piggybacked"], "rumour"),
        new("sync", "exchange of all records with one member (memberlist's push/pull, anti-entropy)", ["syncs"],
            "member"),
        new("reap", "forget a member that is dead or left for long enough", ["reaps", "reaped"], "member"),
        new("SWIM", "a failure detector that probes one random member a period and spreads what it finds as rumours",
            [], "probe", "suspicion"),
        new("Lifeguard", "additions to SWIM by which a slow node accuses less: local health, and confirmations", [],
            "SWIM", "local health", "confirmation"),
        new("heartbeat", "a sign of life that every node sends, in place of being probed", ["heartbeats"], "probe"),
        new("false verdict", "a node that runs is declared dead", ["false verdicts"], "suspicion", "Lifeguard"),
    ];

    private static IEnumerable<GlossaryTerm> Experiments() =>
    [
        new("seed", "the number from which all dice of a run follow: the same seed gives the same run", ["seeds"],
            "run"),
        new("run", "a scenario played with one seed", ["runs"], "seed", "scenario"),
        new("scenario", "all that a run is made of: the options, the seed, and what is done when", ["scenarios"],
            "run"),
        new("band", "from the 5th to the 95th percentile of many runs: nine of ten runs come out within it", ["bands"],
            "seed"),
        new("model", "a formula that expects something of a run without playing it", ["models"], "band"),
        new("virtual time", "the time within a run; how fast it passes on your screen changes nothing", [], "run"),
        new("partition", "a wall in the network: messages cross it in no direction, or in one",
            ["partitions", "partitioned"], "loss"),
        new("loss", "the chance that the network drops a message", [], "partition"),
        new("latency", "the time a message is on its way", ["latencies"], "loss"),
        new("quorum", "more than half of all nodes, counted from a fixed list: two halves cannot both have one",
            ["quorums"], "partition"),
    ];
}
