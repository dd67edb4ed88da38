using GossipLab.Core.Membership;
using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;

namespace GossipLab.Core.Experiments.Papers;

/// <summary>
/// Dadgar, Phillips and Currey 2017: members that are overloaded, and healthy ones that are taken for dead.
/// </summary>
internal static class LifeguardTable
{
    private const int Members = 100;

    private static readonly Instant Begins = new(5_000_000);
    private static readonly Instant Ends = new(125_000_000);

    // memberlist's LAN settings but for these two, which the paper's runs have (its figure 2): alpha and beta.
    private static readonly MembershipOptions Lan =
        MembershipOptions.Lan with { SuspicionMultiplier = 5, SuspicionMaxMultiplier = 6 };

    // Which parts of Lifeguard are on, and what the paper's table has of it.
    private static readonly Variant[] Variants =
    [
        new("SWIM", Of(probe: false, suspicion: false, buddy: false), 339_002, 1_326),
        new("LHA-Probe", Of(probe: true, suspicion: false, buddy: false), 229_574, 436),
        new("LHA-Suspicion", Of(probe: false, suspicion: true, buddy: false), 10_174, 89),
        new("Buddy System", Of(probe: false, suspicion: false, buddy: true), 318_935, 591),
        new("Lifeguard", Of(probe: true, suspicion: true, buddy: true), 5_193, 25),
    ];

    // How many members are in trouble, how long none of them handles a message, how long it then does.
    private static readonly Overload[] All =
    [
        .. from troubled in new[] { 4, 16, 32 }
        from still in new[] { 8.0, 16.0, 32.0 }
        from runs in new[] { 0.004, 0.256, 4.0 }
        select new Overload(troubled, TimeSpan.FromSeconds(still), TimeSpan.FromSeconds(runs)),
    ];

    /// <summary>False positives, and how soon a real crash is found.</summary>
    /// <param name="runs">How many times the whole set of overloads is played, and how many crashes.</param>
    /// <param name="isReduced">Whether two of the overloads are enough.</param>
    public static PaperTable Table(int runs, bool isReduced)
    {
        Overload[] overloads = isReduced ? [Some(4, 32), Some(32, 16)] : All;
        return new PaperTable(
            "Lifeguard: false positives under overload",
            "Dadgar, Phillips, Currey, «Lifeguard», arXiv 1707.00788, the table of false positives by component. "
            + "What is printed are events over all of the paper's runs.",
            $"{Members} members, memberlist's LAN settings with alpha 5 and beta 6. Some members are overloaded: for "
            + "a while they handle no message, but their timers stay punctual; then they work off what waited, run for "
            + "a moment, and are overloaded again, for two minutes. All combinations of: "
            + $"{Join(overloads.Select(load => $"{load.Troubled}"))} such members; overloaded for "
            + $"{Join(overloads.Select(load => Text(load.Still)))}; well for "
            + $"{Join(overloads.Select(load => Text(load.Runs)))}. Counted is each time a member comes to believe a "
            + "member dead that was healthy throughout; «at healthy» only where the believer was, too. A crash in a "
            + "cluster without overload says what that costs.",
            "variant",
            [
                "false positives, % of SWIM", "at healthy members, % of SWIM", "at healthy members, events",
                "crash to first detection, s", "crash to all detections, s",
            ],
            Lines(overloads, runs), runs,
            "The paper's overloads were made on 100 virtual machines; their lengths and mix could not be read, so only "
            + "the shape can be compared. Overloads shorter than the suspicion (10 s) bury nobody here. A member whose "
            + "whole process stands still, timers too, accuses nobody in this engine: it works off what waited in "
            + "order, answers before deadlines. The paper's table of latencies could not be read either; in a healthy "
            + "cluster Lifeguard finds a crash as soon as SWIM, since enough others confirm.");
    }

    private static Overload Some(int troubled, double still) => All.First(load =>
        load.Troubled == troubled && load.Still == TimeSpan.FromSeconds(still) && load.Runs < TimeSpan.FromSeconds(1));

    private static PaperLine[] Lines(Overload[] overloads, int runs)
    {
        var counts = Variants.Select(variant =>
            Seeds.Play(runs, seed => Count(overloads, variant.Options, seed))).ToArray();
        var (all, healthy) = (counts[0].Average(count => count.All), counts[0].Average(count => count.AtHealthy));
        return [.. Variants.Select((variant, place) => Line(variant, counts[place], all, healthy, runs))];
    }

    private static PaperLine Line(
        Variant variant, (double All, double AtHealthy)[] counts, double all, double atHealthy, int runs)
    {
        var crashes = Seeds.Play(runs, seed => Crash(variant.Options, seed));
        return new PaperLine(variant.Name,
        [
            PaperFigure.Of(
                100.0 * variant.All / Variants[0].All, [.. counts.Select(count => 100 * count.All / all)]),
            PaperFigure.Of(
                100.0 * variant.AtHealthy / Variants[0].AtHealthy,
                [.. counts.Select(count => 100 * count.AtHealthy / atHealthy)]),
            PaperFigure.Of(variant.AtHealthy, [.. counts.Select(count => count.AtHealthy)]),
            PaperFigure.Of(null, [.. crashes.Select(crash => crash.Read(RunMetric.SecondsToFirstDetection))]),
            PaperFigure.Of(null, [.. crashes.Select(crash => crash.Read(RunMetric.SecondsToAllDetections))]),
        ]);
    }

    private static (double All, double AtHealthy) Count(Overload[] overloads, MembershipOptions options, ulong seed)
    {
        var (all, atHealthy) = (0, 0);
        foreach (var load in overloads)
        {
            var firstTroubled = Members - load.Troubled;
            var listener = new ReportListener((stamp, what) =>
            {
                if (what is { Kind: NodeEventKind.BeliefChanged, State: MemberState.Dead, Rule: not Rule.MemberReaped }
                    && what.Subject.Index < firstTroubled)
                {
                    all++;
                    atHealthy += stamp.Node.Index < firstTroubled ? 1 : 0;
                }
            });
            var cluster = new SimulatedCluster(Run(options, seed) with { Commands = [.. Troubles(load)] }, listener);
            cluster.RunUntil(Ends);
        }

        return (all, atHealthy);
    }

    private static RunResult Crash(MembershipOptions options, ulong seed)
    {
        var moment = Begins + TimeSpan.FromMicroseconds(new Dice(seed, -2).Roll(DiceStream.Scenario, default)
            .Below(1_000_000));
        var scenario = Run(options, seed) with
        {
            Commands = [new TimedCommand(moment, new KillNode(new NodeId(Members - 1)))],
        };
        return Measurement.Of(scenario, TimeSpan.FromMinutes(2), static () => false)!; // Nobody cancels it.
    }

    private static Scenario Run(MembershipOptions options, ulong seed) => new()
    {
        Nodes = Members,
        Seed = seed,
        Node = GossipNodeOptions.Swim with { Membership = options },
    };

    private static IEnumerable<TimedCommand> Troubles(Overload load)
    {
        for (var at = Begins; at < Ends; at += load.Still + load.Runs)
        {
            for (var place = 1; place <= load.Troubled; place++)
            {
                yield return new TimedCommand(at, new SlowNode(new NodeId(Members - place), load.Still));
            }

            for (var place = 1; place <= load.Troubled; place++)
            {
                yield return new TimedCommand(at + load.Still, new SlowNode(new NodeId(Members - place), default));
            }
        }
    }

    private static MembershipOptions Of(bool probe, bool suspicion, bool buddy) => Lan with
    {
        HealthAwareProbe = probe, DynamicSuspicion = suspicion, BuddySystem = buddy,
    };

    private static string Text(TimeSpan span) => FormattableString.Invariant($"{span.TotalSeconds} s");

    private static string Join(IEnumerable<string> choices) => string.Join(" or ", choices.Distinct());

    private sealed record Variant(string Name, MembershipOptions Options, int All, int AtHealthy);

    private sealed record Overload(int Troubled, TimeSpan Still, TimeSpan Runs);
}
