using GossipLab.Core.Primitives;
using GossipLab.Core.Simulation.Causes;
using GossipLab.Core.Simulation.Checkpoints;

namespace GossipLab.Web.Labs;

/// <content>Branches in which something went otherwise.</content>
public sealed partial class Lab
{
    /// <summary>Opens a branch of a lane in which one thing goes otherwise, and goes to a moment of it.</summary>
    /// <param name="id">The lane.</param>
    /// <param name="change">What goes otherwise; one that a branch can take.</param>
    /// <param name="until">The moment.</param>
    /// <returns>Null, or why it cannot be.</returns>
    public async ValueTask<string?> BranchAsync(int id, RunChange change, Instant until)
    {
        ArgumentNullException.ThrowIfNull(change);
        var fault = await _pump.AskAsync(() => Branch(id, change, until)).ConfigureAwait(false);
        return fault;
    }

    private string? Branch(int id, RunChange change, Instant until)
    {
        if (!change.FitsBranch || FindLane(id) is not { } lane)
        {
            return "this is another run, not a branch of this one";
        }

        if (!_run.History.CanFork)
        {
            return LabRun.TooManyLanes;
        }

        _player.CancelSeek();
        _player.IsPlaying = false;
        _resumes = false;
        _run.Cue = null;
        _run.History.Travel(lane, Destination.To(change.From - TimeSpan.FromMicroseconds(1)));
        _run.Fork(change.Text, change.ApplyTo(_run.History.ScenarioOf(lane)).Commands);
        _player.Travel(_run.History.Lane, Destination.To(until));
        _isDirty = true;
        _seenAt = Wall;
        Go();
        return null;
    }
}
