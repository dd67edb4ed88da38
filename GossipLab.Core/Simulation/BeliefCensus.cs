using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation.Checkpoints;

namespace GossipLab.Core.Simulation;

/// <summary>
/// What running nodes believe of each other, counted as it changes: how many suspect a member and how many believe it
/// dead, and how often a running member was believed so.
/// </summary>
public sealed class BeliefCensus(Func<NodeId, bool> isRunning) : IRewindable
{
    private readonly Dictionary<(int Observer, int Subject), MemberState> _beliefs = [];
    private readonly List<(int Suspecting, int Burying)> _bySubject = [];

    /// <summary>Pairs of a running observer and a member it suspects.</summary>
    public int Suspicions { get; private set; }

    /// <summary>Pairs of a running observer and a member it believes dead.</summary>
    public int Deaths { get; private set; }

    /// <summary>How often an observer began to suspect a member that was running.</summary>
    public long FalseSuspicions { get; private set; }

    /// <summary>How often an observer came to believe a running member dead.</summary>
    public long FalseDeaths { get; private set; }

    /// <summary>How often a node refuted what was said of it.</summary>
    public long Refutations { get; private set; }

    /// <summary>How many running nodes suspect a member.</summary>
    /// <param name="subject">The member.</param>
    public int Suspecting(NodeId subject) =>
        subject.Index < _bySubject.Count ? _bySubject[subject.Index].Suspecting : 0;

    /// <summary>How many running nodes believe a member dead.</summary>
    /// <param name="subject">The member.</param>
    public int Burying(NodeId subject) =>
        subject.Index < _bySubject.Count ? _bySubject[subject.Index].Burying : 0;

    /// <inheritdoc/>
    public void OnReported(in TraceStamp stamp, in NodeEvent what)
    {
        if (what.Rule == Rule.SelfRefuted)
        {
            Refutations++;
        }

        if (what.Kind != NodeEventKind.BeliefChanged)
        {
            return;
        }

        var state = what.Rule == Rule.MemberReaped ? MemberState.Alive : what.State;
        if (Change(stamp.Node.Index, what.Subject.Index, state) && isRunning(what.Subject))
        {
            FalseSuspicions += state == MemberState.Suspect ? 1 : 0;
            FalseDeaths += state == MemberState.Dead ? 1 : 0;
        }
    }

    /// <inheritdoc/>
    public void OnCommand(in TraceStamp stamp, ClusterCommand command)
    {
        if (command is KillNode or RestartNode)
        {
            Forget(stamp.Node.Index);
        }
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

    /// <inheritdoc/>
    public ObserverState Save()
    {
        var beliefs = new ((int, int), MemberState)[_beliefs.Count];
        var place = 0;
        foreach (var (pair, state) in _beliefs)
        {
            beliefs[place++] = (pair, state);
        }

        return new State(
            beliefs, [.. _bySubject], Suspicions, Deaths, (FalseSuspicions, FalseDeaths, Refutations));
    }

    /// <inheritdoc/>
    public void Restore(ObserverState state)
    {
        var saved = (State)state;
        _beliefs.Clear();
        foreach (var (pair, belief) in saved.Beliefs)
        {
            _beliefs.Add(pair, belief);
        }

        _bySubject.Clear();
        _bySubject.AddRange(saved.BySubject);
        (Suspicions, Deaths) = (saved.Suspicions, saved.Deaths);
        (FalseSuspicions, FalseDeaths, Refutations) = saved.Totals;
    }

    private void Forget(int observer)
    {
        for (var subject = 0; subject < _bySubject.Count; subject++)
        {
            Change(observer, subject, MemberState.Alive);
        }
    }

    private bool Change(int observer, int subject, MemberState state)
    {
        while (_bySubject.Count <= subject)
        {
            _bySubject.Add((0, 0));
        }

        _beliefs.TryGetValue((observer, subject), out var before);
        if (before == state)
        {
            return false;
        }

        if (state == MemberState.Alive)
        {
            _beliefs.Remove((observer, subject));
        }
        else
        {
            _beliefs[(observer, subject)] = state;
        }

        var suspecting = (state == MemberState.Suspect ? 1 : 0) - (before == MemberState.Suspect ? 1 : 0);
        var burying = (state == MemberState.Dead ? 1 : 0) - (before == MemberState.Dead ? 1 : 0);
        var (suspectingBefore, buryingBefore) = _bySubject[subject];
        _bySubject[subject] = (suspectingBefore + suspecting, buryingBefore + burying);
        Suspicions += suspecting;
        Deaths += burying;
        return true;
    }

    private sealed record State(
        ((int Observer, int Subject) Pair, MemberState Belief)[] Beliefs, (int Suspecting, int Burying)[] BySubject,
        int Suspicions, int Deaths, (long FalseSuspicions, long FalseDeaths, long Refutations) Totals)
        : ObserverState(96 + 12L * Beliefs.Length + 8L * BySubject.Length);
}
