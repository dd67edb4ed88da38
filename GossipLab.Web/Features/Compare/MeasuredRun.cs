using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;

namespace GossipLab.Web.Features.Compare;

/// <summary>A run that is measured as it is played.</summary>
public sealed class MeasuredRun
{
    private readonly SimulatedCluster _cluster;
    private readonly BeliefCensus _beliefs;
    private readonly (Instant At, NodeId Node)? _crash;
    private Generation _newest = Generation.Zero;
    private Instant _bornAt;
    private Outcome _outcome;

    /// <summary>A run at its beginning.</summary>
    public MeasuredRun(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        SimulatedCluster? cluster = null;
        _beliefs = new BeliefCensus(id => cluster!.Condition(id).IsUp); // Nobody reports before it is made.
        _cluster = cluster = new SimulatedCluster(scenario, _beliefs);
        foreach (var timed in scenario.Commands)
        {
            _crash ??= timed.Command is KillNode kill ? (timed.At, kill.Node) : null;
        }

        _outcome = new Outcome { HasCrash = _crash is not null };
    }

    /// <summary>What came of it so far.</summary>
    public Outcome Outcome => _outcome with
    {
        Messages = _cluster.Counters.Sent,
        Bytes = _cluster.Counters.Bytes,
        FalseSuspicions = _beliefs.FalseSuspicions,
        FalseDeaths = _beliefs.FalseDeaths,
    };

    /// <summary>Plays on.</summary>
    /// <param name="until">Up to which moment.</param>
    /// <param name="goesOn">Asked now and then; once it says no, it stops where it is.</param>
    /// <returns>Whether it got there.</returns>
    public bool Play(Instant until, Func<bool> goesOn)
    {
        ArgumentNullException.ThrowIfNull(goesOn);
        for (var steps = 1; _cluster.NextDue <= until; steps++)
        {
            _cluster.Step();
            Look();
            if (steps % 256 == 0 && !goesOn())
            {
                return false;
            }
        }

        return true;
    }

    private void Look()
    {
        var census = _cluster.Census;
        if (census.Newest != _newest)
        {
            (_newest, _bornAt) = (census.Newest, _cluster.Now);
            _outcome = _outcome with { HasValue = true, ToHalf = null, ToMost = null, ToAll = null };
        }

        if (_outcome is { HasValue: true, ToAll: null })
        {
            var (informed, running, took) = (census.Informed, census.Running, _cluster.Now - _bornAt);
            _outcome = _outcome with
            {
                ToHalf = _outcome.ToHalf ?? (2 * informed >= running ? took : null),
                ToMost = _outcome.ToMost ?? (100 * informed >= 99 * running ? took : null),
                ToAll = informed >= running ? took : null,
            };
        }

        var burying = _crash is { } victim ? _beliefs.Burying(victim.Node) : 0;
        if (_crash is { } crash && burying > 0 && _outcome.ToAllDetections is null)
        {
            var took = _cluster.Now - crash.At;
            _outcome = _outcome with
            {
                ToFirstDetection = _outcome.ToFirstDetection ?? took,
                ToAllDetections = burying >= census.Running ? took : null,
            };
        }
    }
}
