namespace GossipLab.Web.Features.Models;

/// <summary>A formula that the product uses.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Text">The formula.</param>
/// <param name="Where">Where it is used.</param>
/// <param name="Source">Where it is from.</param>
/// <param name="Assumption">What it assumes.</param>
/// <param name="Check">The name of its measurements; null for a rule that the engine follows to the letter.</param>
public sealed record Formula(
    string Name, string Text, string Where, string Source, string Assumption, string? Check = null)
{
    /// <summary>All of them: first what is expected of runs, then what is computed within them.</summary>
    public static IReadOnlyList<Formula> All { get; } =
    [
        new("Mean-field curve",
            "All at once: i' = n - (n - i) q^i, with q = 1 - f(1 - p)/(n - 1), one step a round. "
            + "Each at its own moment: di/dt = f(1 - p)/T · i(t - L) · (1 - i/n).",
            "The line «model» in the curve below the stage, and in a sweep over how long a value takes.",
            "Derived for this product: an ignorant node stays so if all that know miss it. The continuous form is the "
            + "logistic curve of simple epidemics (Bailey 1975), with a delay.",
            "Everybody pushes to f uniform others every T and never stops; a message is lost with chance p and takes "
            + "L; there is no luck, and nobody is down.",
            "mean-field"),
        new("Rounds until all know, fan-out 1",
            "log2 n + ln n + O(1)",
            "The lessons' «rounds grow with the logarithm», and docs/PROTOCOL.md.",
            "Frieze and Grimmett 1985; Pittel 1987.",
            "Rounds at once, uniform peers, no loss. The constant is not part of the formula and is left out here.",
            "log-rounds"),
        new("Rounds until all know, any fan-out",
            "log_{f+1} n + ln n / f",
            "This page only: it says how the fan-out pays.",
            "The sum of two phases: the informed grow by f + 1 a round, then the ignorant shrink by e^f.",
            "Rounds at once, uniform peers, no loss; the constant between the phases is left out.",
            "fan-out-rounds"),
        new("Residue of a rumour",
            "s = e^(-(k+1)(1-s)), the smaller root",
            "This page only.",
            "Demers et al. 1987, section 1.4.",
            "Push to one; a site that meets one who knew loses interest with chance 1/k (blind: k - 1). "
            + "Time flows instead of going in rounds. A counter of k contacts in a row, as in the paper's table 1, "
            + "reaches more sites than this says.",
            "rumour-residue"),
        new("Tellers of a rumour",
            "i(s) = (k+1)/k · (1 - s) + ln(s)/k; blind: 1 - s + ln(s)/k",
            "This page only.",
            "Demers et al. 1987, section 1.4: ds/dt = -si, di/dt = si - (1 - s)i/k; blind: "
            + "di/dt = si - i/k.",
            "Push to one, and time flows instead of going in rounds.",
            "rumour-tellers"),
        new("Logistic curve",
            "t = ln((n - 1) σ/(1 - σ))/f until the share σ knows, in intervals",
            "This page only; the mean-field curve is the same with a delay and a last node.",
            "Simple epidemics (Bailey 1975).",
            "Every informed node tells f others an interval, evenly over it and at no distance. Real ticks come f at "
            + "once and messages take time, so it expects too little.",
            "logistic"),
        new("Serf's convergence simulator",
            "x at which 1/(1 + (n + 1) e^(-x f(1 - p)/2)) = 0.9999",
            "This page only; Serf's site showed it to operators.",
            "Serf's former website, its convergence simulator.",
            "A contact is worth half of one, and it begins below one node: it expects more rounds than gossip takes.",
            "serf-simulator"),
        new("Chance of not having been told",
            "(1 - f(1 - p)/(n - 1))^k after k tellings; 95 % of such nodes know after "
            + "T · ln 0.05 / (i · ln(1 - f(1 - p)/(n - 1))) more",
            "«Why?» of a node that does not know.",
            "Elementary; Demers et al. 1987, section 1.4.",
            "Those who tell choose independently of each other and of what happened before.",
            "untold"),
        new("Mean latency",
            "fixed: base; uniform: base + spread/2; exponential: base + spread; log-normal: base + spread · e^(σ²/2)",
            "L in the mean-field curve.",
            "The means of the distributions.",
            "No bandwidth limit and no slow node.",
            "mean-latency"),
        new("Periods to the first probe",
            "1/(1 - (1 - 1/m)^m), m others; e/(e - 1) = 1.58 for many",
            "This page and docs/PAPERS.md.",
            "SWIM (Das et al. 2002), section 3.2.",
            "Each probes a uniform other in every period. Members are probed in a shuffled round robin instead.",
            "first-probe"),
        new("Chance that a probe fails falsely",
            "(1 - (1 - p)^2) · (1 - (1 - p)^4)^k with k helpers",
            "Lesson 6.",
            "SWIM (Das et al. 2002), section 3.2, all members healthy.",
            "Losses are independent, and answers come before the deadline.",
            "false-failure"),
        new("Length of a suspicion",
            "max(shortest, longest - (longest - shortest) · log(c + 1)/log(k + 1)), "
            + "shortest = m · max(1, log10 n) · probe interval, c confirmations of k wanted",
            "Every suspicion; the arc around a suspect's disc.",
            "Lifeguard (Dadgar et al. 2018), LHA-Suspicion; memberlist's suspicion.go.",
            "None: it is what a node does. Measured is a crash that many confirm, so that the shortest counts.",
            "suspicion"),
        new("How often news are told",
            "m · ⌈log10(n + 1)⌉",
            "Each piece of news of a member.",
            "SWIM (Das et al. 2002), section 4.1; memberlist's RetransmitMult.",
            "None: it is what a node does."),
        new("Band",
            "the 5th and the 95th percentile by nearest rank: the ⌈0.05 N⌉-th and the ⌈0.95 N⌉-th of N sorted answers",
            "Lessons, sweeps, and the band beside a real cluster's curve.",
            "Nearest-rank definition of a percentile.",
            "None: it is a count. With N = 200 the band itself moves by about a rank or two from one set of seeds to "
            + "another."),
    ];
}
