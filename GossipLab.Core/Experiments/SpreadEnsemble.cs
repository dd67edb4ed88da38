using System.Globalization;
using GossipLab.Core.Primitives;
using GossipLab.Core.Simulation;

namespace GossipLab.Core.Experiments;

/// <summary>
/// Plays a scenario again and again, each time with other dice, one run at a call, so that whoever asks decides when
/// and how fast. Every run has an engine of its own. The dice do not depend on the scenario's seed: runs that differ in
/// their seed only stand in one and the same band.
/// </summary>
public sealed class SpreadEnsemble
{
    // Looked at this often, a cancel is heard within a millisecond or two.
    private const int EventsBetweenLooks = 256;
    private const int MomentsPerRound = 40;
    private const ulong OtherDice = 0x5EED_BA2D;

    private readonly Scenario _scenario;
    private readonly EnsembleBounds _bounds;
    private readonly List<SpreadRun> _runs = [];
    private readonly TimeSpan _unit;
    private readonly Instant _lastCommand;
    private readonly Instant _horizon;
    private long _events;
    private bool _isSpent;

    /// <summary>Prepares the runs of a scenario.</summary>
    /// <param name="scenario">
    /// The run, with all commands that were posted. Those about single messages are left out: with other dice, other
    /// messages bear their numbers.
    /// </param>
    /// <param name="bounds">How much work it may be.</param>
    /// <exception cref="ArgumentOutOfRangeException">A bound is outside its range.</exception>
    public SpreadEnsemble(Scenario scenario, EnsembleBounds bounds)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(bounds);
        ArgumentOutOfRangeException.ThrowIfLessThan(bounds.Runs, EnsembleBounds.FewestRuns);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bounds.Runs, 1_000);
        ArgumentOutOfRangeException.ThrowIfLessThan(bounds.MostNodes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(bounds.MostEvents, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(bounds.MostRounds, 1);
        _bounds = bounds;
        _scenario = scenario with { Commands = [.. scenario.Commands.Where(timed => !IsAboutMessage(timed.Command))] };
        var interval = scenario.Node.Dissemination.Interval;
        _unit = TimeSpan.FromMicroseconds(Math.Max(1, Math.Floor(interval.TotalMicroseconds / MomentsPerRound)));
        _lastCommand = _scenario.Commands.Count == 0 ? Instant.Zero : _scenario.Commands.Max(timed => timed.At);
        _horizon = _lastCommand + interval * bounds.MostRounds;
    }

    /// <summary>How many runs are to be played.</summary>
    public int Wanted => _bounds.Runs;

    /// <summary>How many runs are over.</summary>
    public int Done => _runs.Count;

    /// <summary>Whether nothing is left to be played.</summary>
    public bool IsOver => _isSpent || Done == Wanted || _scenario.Nodes > _bounds.MostNodes;

    /// <summary>Why there is no band though all is over, in a sentence; null where one is or may yet be.</summary>
    public string? Silence => !IsOver || Done >= EnsembleBounds.FewestRuns ? null
        : _scenario.Nodes > _bounds.MostNodes
            ? string.Create(CultureInfo.InvariantCulture,
                $"No band: the cluster has {_scenario.Nodes} nodes, more than {_bounds.MostNodes}.")
            : "No band: too much happens in this cluster to play it many times.";

    /// <summary>The band of the runs so far; null while they are fewer than 20.</summary>
    public SpreadBand? Band => Done < EnsembleBounds.FewestRuns ? null : SpreadBand.Of(_runs);

    /// <summary>Plays the next run; without effect when all is over.</summary>
    /// <param name="isCancelled">Whether nobody waits for it any more; asked every 256 events.</param>
    /// <returns>Whether to go on: false once all is over, or if it was cancelled and this run does not count.</returns>
    /// <exception cref="ArgumentException">The scenario has a fault.</exception>
    public bool Next(Func<bool> isCancelled)
    {
        ArgumentNullException.ThrowIfNull(isCancelled);
        if (IsOver)
        {
            return false;
        }

        var cluster = new SimulatedCluster(_scenario with { Seed = SeedOf(Done) });
        var run = new SpreadRun(_unit);
        while (cluster.NextDue <= _horizon && !IsSettled(cluster))
        {
            if (_events % EventsBetweenLooks == 0 && isCancelled())
            {
                return false;
            }

            if (_events == _bounds.MostEvents)
            {
                _isSpent = true;
                return false;
            }

            _events++;
            cluster.Step();
            run.Look(cluster.Now, cluster.Census);
        }

        _runs.Add(run);
        return !IsOver;
    }

    // Far from the seeds people choose, and from each other.
    private static ulong SeedOf(int run) => Dice.Mix(Dice.Mix(OtherDice) + (ulong)run + 1);

    private static bool IsAboutMessage(ClusterCommand command) =>
        command is DropMessage or HoldMessage or DeliverMessage or DuplicateMessage;

    private bool IsSettled(SimulatedCluster cluster) =>
        cluster.NextDue > _lastCommand && (_scenario.Commands.Count == 0 || cluster.Census.IsConverged);
}
