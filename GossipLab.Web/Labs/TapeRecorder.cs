using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Core.Simulation.Checkpoints;

namespace GossipLab.Web.Labs;

/// <summary>Writes the tapes of a run's lanes. What is played again stands there already.</summary>
/// <param name="lane">The lane the run is in.</param>
public sealed class TapeRecorder(Func<Lane?> lane) : IRewindable
{
    private readonly Dictionary<int, Tape> _tapes = [];

    /// <summary>The tape of a lane.</summary>
    public Tape Of(int id)
    {
        if (!_tapes.TryGetValue(id, out var tape))
        {
            _tapes[id] = tape = new Tape();
        }

        return tape;
    }

    /// <summary>A lane parted from another.</summary>
    public void Part(Lane child, long lastEvent) =>
        _tapes[child.Id] = Of(child.Parent?.Id ?? 0).Part(child.ForkedAt, lastEvent);

    /// <summary>A lane is gone.</summary>
    public void Forget(int id) => _tapes.Remove(id);

    /// <inheritdoc/>
    public void OnReported(in TraceStamp stamp, in NodeEvent what)
    {
        var tape = Of(lane()?.Id ?? 0);
        if (stamp.Id <= tape.LastEvent)
        {
            return;
        }

        var at = stamp.At;
        if (what.Rule == Rule.SelfRefuted)
        {
            tape.Put(at, TapeStretch.Empty with { Refuted = at });
        }
        else if (what is { Kind: NodeEventKind.BeliefChanged, State: MemberState.Suspect })
        {
            tape.Put(at, TapeStretch.Empty with { Suspect = at });
        }
        else if (what is { Kind: NodeEventKind.BeliefChanged, State: MemberState.Dead })
        {
            tape.Put(at, TapeStretch.Empty with { Dead = at });
        }
    }

    /// <inheritdoc/>
    public void OnStep(SimulatedCluster cluster)
    {
        var tape = Of(lane()?.Id ?? 0);
        if (cluster.EventCount > tape.LastEvent)
        {
            tape.LastEvent = cluster.EventCount;
            var informed = cluster.Census.Newest == Generation.Zero ? 0 : cluster.Census.Informed;
            tape.Put(cluster.Now, new TapeStretch(informed, cluster.Census.Running, null, null, null));
        }
    }

    /// <inheritdoc/>
    public ObserverState Save() => new Nothing();

    /// <inheritdoc/>
    public void Restore(ObserverState state)
    {
    }

    /// <inheritdoc/>
    public void OnCommand(in TraceStamp stamp, ClusterCommand command)
    {
    }

    /// <inheritdoc/>
    public void OnSent(in TraceStamp stamp, in Flight flight, in Message message)
    {
    }

    /// <inheritdoc/>
    public void OnArrived(in TraceStamp stamp, in Flight flight, in Message message)
    {
    }

    /// <inheritdoc/>
    public void OnLost(in TraceStamp stamp, in Flight flight, in Message message, LossReason reason, Instant lostAt)
    {
    }

    private sealed record Nothing() : ObserverState(Bytes: 24);
}
