using GossipLab.Core.Primitives;

namespace GossipLab.Core.Simulation.Checkpoints;

/// <content>Jumps: from the last checkpoint on the way, or from where it stands, by playing the rest.</content>
public sealed partial class RunHistory
{
    private Destination? _to;
    private RunPosition _from;
    private long _fromEvent;

    /// <summary>Whether a jump is under way: the cluster is somewhere on its way.</summary>
    public bool IsTraveling => _to is not null;

    /// <summary>The share of the way behind, 0 to 1, by the measure the destination is given in.</summary>
    public double Progress => _to switch
    {
        null => 1,
        { Step: < long.MaxValue } to => Share(_step - _from.Step, to.Step - _from.Step),
        { Event: < long.MaxValue } to => Share(Cluster.EventCount - _fromEvent, to.Event - _fromEvent),
        { } to => Share((Cluster.Now - _from.At).Ticks, (to.At - _from.At).Ticks),
    };

    /// <summary>Goes to a place, all the way.</summary>
    /// <param name="lane">The lane.</param>
    /// <param name="to">The place; one beyond the lane's edge makes it longer.</param>
    public void Travel(Lane lane, Destination to)
    {
        BeginTravel(lane, to);
        ContinueTravel(static () => true);
    }

    /// <summary>Begins to go to a place; one begun before is given up.</summary>
    /// <param name="lane">The lane.</param>
    /// <param name="to">The place; one beyond the lane's edge makes it longer.</param>
    public void BeginTravel(Lane lane, Destination to)
    {
        ArgumentNullException.ThrowIfNull(lane);
        CheckOwn(lane);
        KeepEdge();
        var best = _checkpoints.Find(lane, to);
        var isOnWay = lane.Shares(Lane, Position) && to.IsReachableFrom(Position, Cluster.EventCount)
            && (best is null || Position >= best.Position);
        Lane = lane;
        _between = CostBetween;
        if (!isOnWay && best is not null && _checkpoints.Find(lane, to, best.Cost - Lookback) is { } start)
        {
            Return(start);
        }
        else if (!isOnWay)
        {
            ReturnToStart(lane);
        }

        Cluster.Rewrite(lane.Commands);
        if (_checkpoints.CostAfter(lane, to) is { } cost)
        {
            _between = Math.Max(CostBetween, (cost - _cost) / KeptOnWay);
            _nextCheckpointAt = _cost + _between;
        }

        (_to, _from, _fromEvent) = (to, Position, Cluster.EventCount);
    }

    /// <summary>Goes on for a while.</summary>
    /// <param name="goesOn">Asked before each input; once it says no, the way ends for now.</param>
    /// <returns>Whether it has arrived, or there is nothing more to handle.</returns>
    public bool ContinueTravel(Func<bool> goesOn)
    {
        ArgumentNullException.ThrowIfNull(goesOn);
        if (_to is not { } to)
        {
            return true;
        }

        while (_step < to.Step && Cluster.EventCount < to.Event && Cluster.NextDue <= to.At
            && Cluster.NextDue < Instant.Max)
        {
            if (!goesOn())
            {
                return false;
            }

            Step();
        }

        if (to.At < Instant.Max)
        {
            Stand(to.At);
        }

        EndTravel();
        return true;
    }

    /// <summary>Ends a jump where it got to, which is a place of the lane as good as any.</summary>
    public void EndTravel()
    {
        _to = null;
        (_between, _nextCheckpointAt) = (CostBetween, Math.Min(_nextCheckpointAt, _cost + CostBetween));
    }

    private static double Share(double done, double all) => all <= 0 ? 1 : Math.Clamp(done / all, 0, 1);

    // So that one is back at once.
    private void KeepEdge()
    {
        if (IsAtEdge && _cost + _between - _nextCheckpointAt > CostBetween / 8)
        {
            Keep();
        }
    }
}
