using GossipLab.Core.Dissemination;
using GossipLab.Core.Membership;
using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Values;

namespace GossipLab.Core.Simulation.Checks;

/// <summary>
/// The last check of a run: once all faults are over, every running member is believed alive by all and nobody else is,
/// and the values agree, within a bound. Takes the faults away itself.
/// </summary>
public sealed class QuietClusterConverges
{
    /// <summary>How long views may take to be whole: ten of Serf's attempts to reach failed members again.</summary>
    public static readonly TimeSpan LongestForViews = TimeSpan.FromSeconds(300);

    /// <summary>
    /// How many rounds values may take to agree in a whole cluster; several times the mean of any mode.
    /// </summary>
    public const int MostRounds = 60;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly CheckedCluster _run;
    private readonly GossipNodeOptions _options;

    /// <summary>A check of a run whose faults are over.</summary>
    /// <param name="run">The run; it is taken on.</param>
    public QuietClusterConverges(CheckedCluster run)
    {
        ArgumentNullException.ThrowIfNull(run);
        _run = run;
        _options = run.Cluster.Scenario.Node;
    }

    private SimulatedCluster Cluster => _run.Cluster;

    private IEnumerable<NodeId> Members => Enumerable.Range(0, Cluster.NodeCount).Select(index => new NodeId(index))
        .Where(id => Cluster.Condition(id) is { IsUp: true, HasLeft: false });

    /// <summary>Takes all faults away and waits for the bounds.</summary>
    /// <returns>What did not come about; null when all did, or when another invariant was broken meanwhile.</returns>
    public Violation? Run()
    {
        EndFaults();
        return AwaitViews() ?? AwaitValues();
    }

    private void EndFaults()
    {
        Carry(new HealNetwork());
        Carry(new SetNetwork(Ratio.Zero, new LatencyOptions()));
        for (var index = 0; index < Cluster.NodeCount; index++)
        {
            var id = new NodeId(index);
            var condition = Cluster.Condition(id);
            if (condition.IsPaused)
            {
                Carry(new ResumeNode(id));
            }
            else if (!condition.IsUp && !condition.HasLeft)
            {
                Carry(new RestartNode(id, KeepDisk: true));
            }

            Carry(new SlowNode(id, TimeSpan.Zero));
        }
    }

    private void Carry(ClusterCommand command) => _run.RunUntil(Cluster.Post(command).At);

    private Violation? AwaitViews() => _options.MembershipKind == MembershipKind.Static ? null
        : Await(LongestForViews, () => FindWrongBelief() is null, () => FindWrongBelief() ?? "");

    private Violation? AwaitValues()
    {
        // A stop rule may leave nodes uninformed, and the loop variable's bug may tell only one of two others for long.
        var isForEver = _options.Dissemination.Stop == StopRule.Never;
        return !isForEver ? null
            : Await(MostRounds * _options.Dissemination.Interval, DoValuesAgree, () => "values do not agree");
    }

    private Violation? Await(TimeSpan atMost, Func<bool> has, Func<string> otherwise)
    {
        var end = Cluster.Now + atMost;
        while (!has())
        {
            if (Cluster.Now >= end)
            {
                return new Violation(Cluster.Now, $"{otherwise()} {atMost.TotalSeconds} s after the last fault");
            }

            if (!_run.RunUntil(Cluster.Now + Look))
            {
                return null;
            }
        }

        return null;
    }

    // KeepMine is split for ever at one generation; that much it agrees on.
    private bool DoValuesAgree() => _options.Value.TieBreak == TieBreak.KeepMine
        ? Cluster.Census.Informed == Cluster.Census.Running : Cluster.Census.IsConverged;

    private string? FindWrongBelief()
    {
        foreach (var observer in Members)
        {
            for (var index = 0; index < Cluster.NodeCount; index++)
            {
                var subject = new NodeId(index);
                var isMember = Cluster.Condition(subject) is { IsUp: true, HasLeft: false };
                if (Cluster.Node(observer).Roster.IsLive(subject) != isMember)
                {
                    return isMember
                        ? $"{observer} does not believe {subject} alive" : $"{observer} believes {subject} alive";
                }
            }
        }

        return null;
    }
}
