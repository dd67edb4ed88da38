namespace GossipLab.Core.Simulation.Checkpoints;

/// <content>The courses of the run.</content>
public sealed partial class RunHistory
{
    /// <summary>The most lanes, the first included.</summary>
    public const int MostLanes = 32;

    private readonly List<Lane> _lanes;
    private int _lastLane;

    /// <summary>The lanes, the first first, in the order they were made.</summary>
    public IReadOnlyList<Lane> Lanes => _lanes;

    /// <summary>Whether one more lane can be made.</summary>
    public bool CanFork => _lanes.Count + _waiting.Count < MostLanes;

    /// <summary>
    /// Parts from the lane here: a new lane shares the way so far, and the old one keeps what comes after. Commands
    /// planned for later stay planned, but for those on single messages: after it, their numbers mean others.
    /// </summary>
    /// <param name="name">The new lane's name; 1 to <see cref="Lane.LongestName"/> characters.</param>
    /// <exception cref="ArgumentException">The name is not one.</exception>
    /// <exception cref="InvalidOperationException">There are <see cref="MostLanes"/> already.</exception>
    public Lane Fork(string name)
    {
        CheckName(name);
        if (!CanFork)
        {
            throw new InvalidOperationException($"a run has at most {MostLanes} lanes; delete one first");
        }

        EndTravel();
        KeepEdge();
        var done = Cluster.CommandsDone;
        var lane = new Lane(++_lastLane, name, Lane, Cluster.Now)
        {
            Commands = [.. Lane.Commands.Where((timed, place) => place < done || !IsOnMessage(timed.Command))],
            Edge = Position,
        };
        _lanes.Add(lane);
        Lane = lane;
        Cluster.Rewrite(lane.Commands);
        return lane;
    }

    /// <summary>
    /// Posts a command: to the lane where it stands at the lane's edge, to a new lane where something lies ahead.
    /// </summary>
    /// <param name="command">The command; <see cref="SimulatedCluster.FaultOf"/> says whether it fits.</param>
    /// <param name="name">The name of the lane that is made where one must be.</param>
    /// <returns>The command with its moment.</returns>
    public TimedCommand Post(ClusterCommand command, string name)
    {
        EndTravel();
        if (!CanGoOn)
        {
            Fork(name);
        }

        var timed = Cluster.Post(command);
        Lane.Commands = Cluster.Scenario.Commands;
        return timed;
    }

    /// <summary>Gives a lane another name.</summary>
    /// <exception cref="ArgumentException">The name is not one.</exception>
    public void Rename(Lane lane, string name)
    {
        ArgumentNullException.ThrowIfNull(lane);
        CheckName(name);
        CheckOwn(lane);
        lane.Name = name;
    }

    /// <summary>Deletes a lane; lanes that parted from it then part from its parent.</summary>
    /// <param name="lane">Any but the first and the one the cluster is in.</param>
    /// <exception cref="ArgumentException">It is the first, or the cluster is in it.</exception>
    public void Delete(Lane lane)
    {
        ArgumentNullException.ThrowIfNull(lane);
        CheckOwn(lane);
        if (lane.Parent is not { } parent || lane == Lane)
        {
            throw new ArgumentException("the first lane and the one shown cannot be deleted", nameof(lane));
        }

        foreach (var child in _lanes.Where(other => other.Parent == lane))
        {
            child.Parent = parent;
            child.ForkedAt = child.ForkedAt < lane.ForkedAt ? child.ForkedAt : lane.ForkedAt;
        }

        Inherit(lane, parent);
        _checkpoints.Forget(lane);
        _lanes.Remove(lane);
    }

    /// <summary>The run as it goes in a lane: played from its start it gives the same.</summary>
    /// <param name="lane">The lane.</param>
    public Scenario ScenarioOf(Lane lane)
    {
        ArgumentNullException.ThrowIfNull(lane);
        return _scenario with { Commands = lane.Commands, Branches = [] };
    }

    private void CheckOwn(Lane lane)
    {
        if (!_lanes.Contains(lane))
        {
            throw new ArgumentException("the lane is not of this run", nameof(lane));
        }
    }

    private static bool IsOnMessage(ClusterCommand command) =>
        command is DropMessage or HoldMessage or DeliverMessage or DuplicateMessage;

    private static void CheckName(string name)
    {
        if (!Lane.IsName(name))
        {
            throw new ArgumentException($"a lane's name has 1 to {Lane.LongestName} characters", nameof(name));
        }
    }
}
