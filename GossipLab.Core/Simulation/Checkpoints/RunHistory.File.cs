using GossipLab.Core.Primitives;

namespace GossipLab.Core.Simulation.Checkpoints;

/// <content>
/// Branches that came with the scenario. Where the run has not been yet they wait; each becomes a lane when the lane it
/// parts from passes its moment.
/// </content>
public sealed partial class RunHistory
{
    private readonly List<WaitingBranch> _waiting = [];

    /// <summary>Called when a branch of the scenario became a lane, with the lane.</summary>
    public Action<Lane>? LaneOpened { get; set; }

    /// <summary>How many branches of the scenario the run has not come to yet.</summary>
    public int BranchesAhead => _waiting.Count;

    /// <summary>
    /// Whether what is done here goes on with the lane: nothing of it lies ahead, and no branch that would share it.
    /// </summary>
    public bool CanGoOn => IsAtEdge && !_waiting.Exists(branch => branch.Lane == Lane);

    /// <summary>The run with all its courses, to be kept: opened again it has them all.</summary>
    public Scenario ToScenario()
    {
        var branches = new List<ScenarioBranch>();
        foreach (var lane in _lanes.Skip(1))
        {
            branches.Add(new ScenarioBranch
            {
                Name = lane.Name,
                Parent = _lanes.IndexOf(lane.Parent!),
                ForkedAt = lane.ForkedAt,
                Commands = [.. lane.Commands.SkipWhile(timed => timed.At <= lane.ForkedAt)],
            });
        }

        var numbers = new Dictionary<int, int>();
        foreach (var waiting in _waiting)
        {
            branches.Add(waiting.Branch with
            {
                Parent = waiting.Lane is { } lane ? _lanes.IndexOf(lane) : numbers[waiting.Branch.Parent],
            });
            numbers[waiting.Number] = branches.Count;
        }

        return _scenario with { Commands = _lanes[0].Commands, Branches = branches };
    }

    // Before anything later is handled, the lane's branches that part by now are made.
    private void OpenBranches(Instant before)
    {
        while (_waiting.Count > 0
            && _waiting.Find(one => one.Lane == Lane && one.Branch.ForkedAt < before) is { } found)
        {
            Open(found, Lane, _step);
        }
    }

    // The parent is deleted. Its own parent has been at the moment at which they part.
    private void Inherit(Lane deleted, Lane heir)
    {
        foreach (var waiting in _waiting.Where(branch => branch.Lane == deleted).ToArray())
        {
            var shared = deleted.Commands.Where(
                timed => timed.At > deleted.ForkedAt && timed.At <= waiting.Branch.ForkedAt);
            waiting.Branch = waiting.Branch with
            {
                ForkedAt = deleted.ForkedAt,
                Commands = [.. shared, .. waiting.Branch.Commands],
            };
            Open(waiting, heir, heir.Edge.Step);
        }
    }

    private void Open(WaitingBranch waiting, Lane parent, long step)
    {
        _waiting.Remove(waiting);
        var branch = waiting.Branch;
        var lane = new Lane(++_lastLane, branch.Name, parent, branch.ForkedAt)
        {
            Commands = branch.After(parent.Commands),
            Edge = new RunPosition(step, branch.ForkedAt),
        };
        _lanes.Add(lane);
        Awaken(waiting.Number, lane);
        LaneOpened?.Invoke(lane);
    }

    // Branches of a branch know their lane now. One that parts before its parent does parts from what both share.
    private void Awaken(int number, Lane lane)
    {
        foreach (var waiting in _waiting.Where(waiting => waiting.Lane is null && waiting.Branch.Parent == number))
        {
            waiting.Lane = lane;
            while (waiting.Lane.Parent is { } parent && waiting.Branch.ForkedAt < waiting.Lane.ForkedAt)
            {
                waiting.Lane = parent;
            }
        }
    }

    private sealed class WaitingBranch(int number, ScenarioBranch branch)
    {
        public int Number { get; } = number;

        public ScenarioBranch Branch { get; set; } = branch;

        public Lane? Lane { get; set; }
    }
}
