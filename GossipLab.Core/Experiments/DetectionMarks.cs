using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;

namespace GossipLab.Core.Experiments;

/// <summary>What a run's failure detector found, when, and how often it was wrong. Idle where there is none.</summary>
internal sealed class DetectionMarks
{
    private readonly (Instant At, NodeId Node)? _crash;
    private BeliefCensus? _beliefs;
    private TimeSpan? _toFirst;
    private TimeSpan? _toAll;

    public DetectionMarks(Scenario scenario)
    {
        foreach (var timed in scenario.Commands)
        {
            _crash ??= timed.Command is KillNode kill ? (timed.At, kill.Node) : null;
        }
    }

    // A census with nobody who believes anything would only cost time.
    public bool IsSettled => _crash is null || _beliefs is null || _toAll is not null;

    public SimulatedCluster Watch(Scenario scenario)
    {
        if (scenario.Node.MembershipKind == MembershipKind.Static)
        {
            return new SimulatedCluster(scenario);
        }

        SimulatedCluster? cluster = null;
        _beliefs = new BeliefCensus(id => cluster!.Condition(id).IsUp); // Nobody reports before it is made.
        return cluster = new SimulatedCluster(scenario, _beliefs);
    }

    public void Look(SimulatedCluster cluster)
    {
        if (IsSettled || _crash is not { } crash || _beliefs!.Burying(crash.Node) is not (> 0 and var burying))
        {
            return;
        }

        var took = cluster.Now - crash.At;
        _toFirst ??= took;
        _toAll = burying >= cluster.Census.Running ? took : null;
    }

    public RunResult Read(SimulatedCluster cluster, RunResult spread) =>
        _beliefs is not { } beliefs ? spread : spread with
        {
            ToFirstDetection = _toFirst,
            ToAllDetections = _toAll,
            FalseSuspicions = beliefs.FalseSuspicions,
            FalseDeaths = beliefs.FalseDeaths,
            Refutations = beliefs.Refutations,
            Disagreement = Disagreement(cluster, beliefs),
        };

    // Of a member, observers believe one of three things; two observers differ unless they believe the same.
    private static double Disagreement(SimulatedCluster cluster, BeliefCensus beliefs)
    {
        var sum = 0.0;
        for (var index = 0; index < cluster.NodeCount; index++)
        {
            var subject = new NodeId(index);
            long observers = cluster.Census.Running - (cluster.Condition(subject).IsUp ? 1 : 0);
            long suspecting = beliefs.Suspecting(subject);
            long burying = beliefs.Burying(subject);
            var trusting = Math.Max(0, observers - suspecting - burying);
            var pairs = observers * (observers - 1) / 2;
            var differing = trusting * suspecting + trusting * burying + suspecting * burying;
            sum += pairs > 0 ? Math.Min(1, (double)differing / pairs) : 0;
        }

        return sum / cluster.NodeCount;
    }
}
