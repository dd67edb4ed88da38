using GossipLab.Core.Experiments.Papers;
using GossipLab.Core.Membership;
using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;

namespace GossipLab.Core.Experiments.Models;

/// <summary>Holds the formulas about membership against the engine.</summary>
internal static class MembershipChecks
{
    private const int Runs = 60;
    private const int Nodes = 64;
    private const int LossyNodes = 32;

    private static readonly Instant Killed = new(5_000_000);
    private static readonly TimeSpan Watched = TimeSpan.FromSeconds(30);

    /// <summary>All measurements.</summary>
    public static IReadOnlyList<Func<ModelCheck>> All { get; } =
    [
        FirstProbe,
        () => FalseFailure(5, 1),
        () => FalseFailure(20, 3),
        () => Suspicion(50),
        () => Suspicion(100),
    ];

    private static ModelCheck FirstProbe()
    {
        var periods = Enumerable.Range(1, Runs).Average(seed => SwimTables.PeriodsToFirstProbe(Nodes, (ulong)seed));
        return new ModelCheck("first-probe", $"{Nodes} nodes, one killed: until it is probed", "periods",
            MembershipModel.FirstProbePeriods(Nodes), periods, Runs);
    }

    // Every failed probe is reported by the prober, whatever it then believes.
    private static ModelCheck FalseFailure(uint lossPercent, int helpers)
    {
        var (started, failed) = (0, 0);
        var options = MembershipOptions.Lan with
        {
            IndirectChecks = helpers, UseStreamPing = false, HealthAwareProbe = false, GossipNodes = 0,
        };
        var lasts = TimeSpan.FromSeconds(Runs);
        var cluster = new SimulatedCluster(
            Run(LossyNodes, 1, options) with
            {
                Network = new NetworkOptions { Loss = Ratio.Percent(lossPercent) },
            },
            new ReportListener((stamp, what) =>
            {
                started += what.Rule == Rule.ProbeStarted && stamp.At + options.ProbeInterval < Instant.Zero + lasts
                    ? 1 : 0;
                failed += what.Rule == Rule.ProbeFailed ? 1 : 0;
            }));
        cluster.RunUntil(Instant.Zero + lasts);
        return new ModelCheck("false-failure",
            $"{LossyNodes} nodes, loss {lossPercent} %, {helpers} helper(s): share of probes that fail", "",
            MembershipModel.FalseFailure(lossPercent / 100.0, helpers), (double)failed / started, started);
    }

    // From the first accusation to that accuser's verdict, by the clock; many others confirm meanwhile.
    private static ModelCheck Suspicion(int nodes)
    {
        var victim = new NodeId(nodes - 1);
        var seconds = 0.0;
        for (var seed = 1; seed <= Runs / 2; seed++)
        {
            var begun = new Dictionary<int, Instant>();
            TimeSpan? lasted = null;
            var cluster = new SimulatedCluster(
                Run(nodes, seed, MembershipOptions.Lan) with
                {
                    Commands = [new TimedCommand(Killed, new KillNode(victim))],
                },
                new ReportListener((stamp, what) =>
                {
                    if (what.Subject == victim && what.Rule == Rule.SuspectAccepted)
                    {
                        begun.TryAdd(stamp.Node.Index, stamp.At);
                    }
                    else if (what.Subject == victim && what.Rule == Rule.SuspicionTimeout)
                    {
                        lasted ??= stamp.At - begun[stamp.Node.Index];
                    }
                }));
            cluster.RunUntil(Killed + Watched);
            seconds += lasted?.TotalSeconds ?? Watched.TotalSeconds;
        }

        var options = MembershipOptions.Lan;
        var shortest = options.SuspicionMultiplier * Math.Max(1, Math.Log10(nodes))
            * options.ProbeInterval.TotalSeconds;
        return new ModelCheck("suspicion", $"{nodes} nodes, one killed: how long the first suspicion lasts", "s",
            shortest, seconds / (Runs / 2), Runs / 2);
    }

    private static Scenario Run(int nodes, int seed, MembershipOptions options) => new()
    {
        Nodes = nodes,
        Seed = (ulong)seed,
        Node = GossipNodeOptions.Swim with { Membership = options },
    };
}
