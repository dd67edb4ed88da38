using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Core.Simulation.Checkpoints;

namespace GossipLab.Web.Labs;

/// <content>Going back and forth in time, and the lanes.</content>
public sealed partial class Lab
{
    /// <summary>Goes a step back and stands still: the inverse of the step forward.</summary>
    public ValueTask StepBackAsync(StepKind kind) =>
        GoAsync(() => _player.StepBack(kind, _views.Selected ?? new NodeId(0)));

    /// <summary>Goes to a moment of the lane and stands still; the start and the edge are the farthest.</summary>
    public ValueTask ScrubAsync(Instant at) => GoAsync(() =>
    {
        var edge = _run.History.Lane.Edge;
        _player.Travel(_run.History.Lane, at < edge.At ? Destination.To(at) : Destination.To(edge));
    });

    /// <summary>Goes to the lane's edge; where time ran before the visitor left it, time runs again.</summary>
    public ValueTask GoLiveAsync() => GoAsync(() =>
    {
        _player.Travel(_run.History.Lane, Destination.To(_run.History.Lane.Edge));
        _resumes = _player is { WasPlaying: true, IsManual: false };
    });

    /// <summary>Goes to the same moment in another lane, or as near as that lane gets.</summary>
    public ValueTask GoToLaneAsync(int id) => GoAsync(() =>
    {
        if (FindLane(id) is { } lane)
        {
            var shown = LaneView.Of(lane).Edge;
            var now = _run.Cluster.Now;
            _player.Travel(lane, now < shown ? Destination.To(now)
                : lane.Edge.At >= lane.ForkedAt ? Destination.To(lane.Edge) : Destination.To(lane.ForkedAt));
        }
    });

    /// <summary>Opens a lane here without doing anything yet.</summary>
    /// <returns>Null, or why it cannot be.</returns>
    public ValueTask<string?> ForkAsync() => DoAsync(() =>
    {
        if (!_run.History.CanFork)
        {
            return LabRun.TooManyLanes;
        }

        _player.CancelSeek();
        _player.IsPlaying = false;
        _run.Fork();
        return null;
    });

    /// <summary>Gives a lane another name.</summary>
    /// <returns>Null, or what is wrong with the name.</returns>
    public ValueTask<string?> RenameLaneAsync(int id, string name) => DoAsync(() =>
    {
        if (!Lane.IsName(name))
        {
            return FormattableString.Invariant($"a name has 1 to {Lane.LongestName} characters");
        }

        if (FindLane(id) is { } lane)
        {
            _run.History.Rename(lane, name);
        }

        return null;
    });

    /// <summary>Deletes a lane; where it is the one shown, its parent is shown first.</summary>
    public ValueTask DeleteLaneAsync(int id) => DoAsync(() =>
    {
        if (FindLane(id) is not { Parent: { } parent } lane)
        {
            return;
        }

        var isShown = lane == _run.History.Lane;
        if (isShown)
        {
            _player.Travel(parent, Destination.To(lane.ForkedAt));
        }

        _run.Delete(lane);
        if (isShown)
        {
            Go();
        }
    });

    /// <summary>The run with everything done to it in all its branches, to be kept.</summary>
    public ValueTask<Scenario> ToScenarioAsync() => DoAsync(() => _run.History.ToScenario());

    /// <summary>The runs of a lane and of its parent, to be compared; null for the first lane.</summary>
    public ValueTask<LanePair?> PairAsync(int id) => DoAsync(() => FindLane(id) is { Parent: { } parent } lane
        ? new LanePair(LaneView.Of(lane), _run.History.ScenarioOf(lane), _run.History.ScenarioOf(parent),
            LaneView.Of(parent).Edge)
        : null);

    private Lane? FindLane(int id) => _run.History.Lanes.FirstOrDefault(lane => lane.Id == id);

    private bool _resumes;

    private ValueTask GoAsync(Action begin) => new(_pump.AskAsync(() =>
    {
        _resumes = false;
        begin();
        _isDirty = true;
        _seenAt = Wall;
        Go();
        return true;
    }).AsTask());

    private void Go()
    {
        _player.ContinueSeek(IntentPatience);
        if (_player.IsTraveling)
        {
            TellProgress();
        }
        else
        {
            Arrive();
        }
    }

    // Everybody gets the whole: what the stage holds belongs to another moment.
    private void Arrive()
    {
        _run.Flights.Clear();
        _viewers.Restart();
        _captioner.Forget(_run);
        _isDirty = true;
        if (_resumes)
        {
            _resumes = false;
            _player.IsPlaying = true;
        }

        ShowView(afterIntent: true);
    }

    // On its way the cluster is nowhere that anybody asked for: the view stays and says how far it is.
    private void TellProgress()
    {
        _view = _view with
        {
            Status = LabStatus.Seeking,
            Tape = _view.Tape with { Progress = _run.History.Progress },
        };
        Tell();
    }
}

/// <summary>A lane and the one it parted from, to be compared.</summary>
public sealed record LanePair(LaneView Lane, Scenario Run, Scenario ParentRun, Instant ParentEdge);
