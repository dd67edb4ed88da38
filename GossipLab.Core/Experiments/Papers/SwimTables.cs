using GossipLab.Core.Experiments.Models;
using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;

namespace GossipLab.Core.Experiments.Papers;

/// <summary>
/// Das, Gupta and Motivala 2002: how soon somebody probes a failed member, whatever the size of the group.
/// </summary>
internal static class SwimTables
{
    private const int LastPeriod = 4;
    private const int Sizes = 5;
    private const int Smallest = 8;

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    // Long enough for every first probe: that it takes twelve periods has a chance of 1 in 100,000.
    private static readonly TimeSpan Watched = TimeSpan.FromSeconds(12);

    /// <summary>The mean, and how often it is the first, second, third, fourth period.</summary>
    /// <param name="runs">How many runs a line.</param>
    public static PaperTable FirstProbe(int runs)
    {
        var lines = Enumerable.Range(0, Sizes).Select(step => Line(Smallest << step, runs));
        return new PaperTable(
            "SWIM: the first probe of a failed member",
            "Das, Gupta, Motivala, «SWIM», DSN 2002, section 3.2: a mean of e/(e - 1) = 1.58 periods for large groups. "
            + "The printed column is the formula for the size: a member is probed in a period with a chance of "
            + "q = 1 - (1 - 1/m)^m by m others.",
            "memberlist's LAN settings, period 1 s, no loss, 2 ms a message; one node is killed at a random moment of "
            + "its sixth second. Counted from its death in periods, rounded up.",
            "nodes",
            ["mean, periods", .. Enumerable.Range(1, LastPeriod).Select(period => $"in period {period}, %")],
            [.. lines], runs,
            "The paper's own measurements could not be read, so this holds its formula and its claim that the time "
            + "does not grow with the group. Members are probed in a shuffled round robin, not at random: whoever has "
            + "just probed one will not probe it soon again, which moves little, since the others are many.");
    }

    private static PaperLine Line(int nodes, int runs)
    {
        var waits = Seeds.Play(runs, seed => PeriodsToFirstProbe(nodes, seed));
        var others = nodes - 1;
        var chance = 1 - Math.Pow(1 - 1.0 / others, others);
        return new PaperLine($"{nodes}",
        [
            PaperFigure.Of(MembershipModel.FirstProbePeriods(nodes), waits),
            .. Enumerable.Range(1, LastPeriod).Select(period => PaperFigure.Share(
                100 * chance * Math.Pow(1 - chance, period - 1), waits, wait => wait.Equals(period))),
        ]);
    }

    /// <summary>
    /// How many periods a killed node waits for its first probe; the one in which it comes counts whole.
    /// </summary>
    /// <param name="nodes">How many members, the killed one included.</param>
    /// <param name="seed">The seed; it also says at which moment of a second the node is killed.</param>
    public static double PeriodsToFirstProbe(int nodes, ulong seed)
    {
        var victim = new NodeId(nodes - 1);
        var killedAt = Instant.FromMilliseconds(5_000)
            + TimeSpan.FromMicroseconds(new Dice(seed, -2).Roll(DiceStream.Scenario, default).Below(1_000_000));
        Instant? probedAt = null;
        var listener = new ReportListener((stamp, what) => probedAt ??=
            what.Rule == Rule.ProbeStarted && what.Subject == victim && stamp.At >= killedAt ? stamp.At : null);
        var cluster = new SimulatedCluster(
            new Scenario
            {
                Nodes = nodes,
                Seed = seed,
                Node = GossipNodeOptions.Swim,
                Network = new NetworkOptions
                {
                    Latency = new LatencyOptions { Kind = LatencyKind.Fixed, Base = TimeSpan.FromMilliseconds(2) },
                },
                Commands = [new TimedCommand(killedAt, new KillNode(victim))],
            },
            listener);
        while (probedAt is null && cluster.Now < killedAt + Watched)
        {
            cluster.Step();
        }

        return Math.Ceiling(((probedAt ?? cluster.Now) - killedAt) / Period);
    }
}
