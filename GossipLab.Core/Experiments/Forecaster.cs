using System.Globalization;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;

namespace GossipLab.Core.Experiments;

/// <summary>
/// Plays a run of its own up to a moment, then on from there many times with other dice. The run that is asked about
/// is not touched: a run is its scenario. Equal questions have equal answers.
/// </summary>
public sealed class Forecaster
{
    // Looked at this often, a cancel is heard within a millisecond or two.
    private const int EventsBetweenLooks = 256;

    private readonly Scenario _scenario;
    private readonly ForecastBounds _bounds;
    private readonly Func<bool> _isCancelled;
    private readonly Instant _at;
    private long _events;

    private Forecaster(Scenario scenario, Instant at, ForecastBounds bounds, Func<bool> isCancelled) =>
        (_scenario, _at, _bounds, _isCancelled) = (scenario, at, bounds, isCancelled);

    private enum End
    {
        Reached,
        Spent,
        Cancelled,
    }

    /// <summary>When all will be informed. Commands of the scenario that are still to come are carried out.</summary>
    /// <param name="scenario">The run, with all commands that were posted.</param>
    /// <param name="at">The present: all events due by then have happened.</param>
    /// <param name="bounds">How much work it may be.</param>
    /// <param name="isCancelled">Whether nobody waits for it any more; asked every 256 events.</param>
    /// <returns>The forecast, or null if it was cancelled.</returns>
    /// <exception cref="ArgumentException">The scenario has a fault.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A bound is outside its range.</exception>
    public static Forecast? Of(Scenario scenario, Instant at, ForecastBounds bounds, Func<bool> isCancelled)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(bounds);
        ArgumentNullException.ThrowIfNull(isCancelled);
        ArgumentOutOfRangeException.ThrowIfLessThan(bounds.Runs, ForecastBounds.FewestRuns);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bounds.Runs, 1_000);
        ArgumentOutOfRangeException.ThrowIfLessThan(bounds.MostNodes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(bounds.MostEvents, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(bounds.MostRounds, 1);
        return new Forecaster(scenario, at, bounds, isCancelled).Ask();
    }

    private Forecast? Ask()
    {
        if (_scenario.Nodes > _bounds.MostNodes)
        {
            return Silent(string.Create(CultureInfo.InvariantCulture,
                $"No forecast: the cluster has {_scenario.Nodes} nodes, more than {_bounds.MostNodes}."));
        }

        var cluster = new SimulatedCluster(_scenario);
        var end = Play(cluster, _at, static _ => false);
        if (end != End.Reached)
        {
            return end == End.Cancelled ? null : Silent("No forecast: the run is too long to be played again.");
        }

        return cluster.Census.Newest == Generation.Zero ? Silent("No forecast: nothing has been written yet.")
            : cluster.Census.IsConverged ? Silent("All running nodes have the newest value.")
            : GoOn(cluster);
    }

    private Forecast? GoOn(SimulatedCluster cluster)
    {
        var present = cluster.Save();
        var interval = _scenario.Node.Dissemination.Interval;
        var horizon = _at + interval * _bounds.MostRounds;
        var rounds = new List<double>(_bounds.Runs);
        for (var run = 0; run < _bounds.Runs; run++)
        {
            cluster.Restore(present);
            cluster.Reseed(SeedOf(run));
            var end = Play(cluster, horizon, static census => census.IsConverged);
            if (end == End.Cancelled)
            {
                return null;
            }

            if (end == End.Spent)
            {
                break;
            }

            rounds.Add(cluster.Census.IsConverged ? (cluster.Now - _at) / interval : double.PositiveInfinity);
        }

        return rounds.Count >= ForecastBounds.FewestRuns ? new Forecast(_at, Band.Of(rounds), null)
            : Silent("No forecast: too much happens in this cluster to play it many times.");
    }

    // Far from the seeds people choose, and from each other.
    private ulong SeedOf(int run) => Dice.Mix(Dice.Mix(_scenario.Seed) + (ulong)run + 1);

    private End Play(SimulatedCluster cluster, Instant until, Func<ValueCensus, bool> isDone)
    {
        while (cluster.NextDue <= until)
        {
            if (_events % EventsBetweenLooks == 0 && _isCancelled())
            {
                return End.Cancelled;
            }

            if (_events == _bounds.MostEvents)
            {
                return End.Spent;
            }

            _events++;
            cluster.Step();
            if (isDone(cluster.Census))
            {
                return End.Reached;
            }
        }

        return End.Reached;
    }

    private Forecast Silent(string why) => new(_at, null, why);
}
