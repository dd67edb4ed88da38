using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;

namespace GossipLab.Core.Experiments.Tuning;

/// <summary>
/// Watches what healthy nodes believe: of the one that crashed, of each other, and of overloaded ones. What overloaded
/// nodes believe is not counted, for nobody asks them; what they tell others is, for others believe it.
/// </summary>
internal sealed class TuningWatch(TuningCluster cluster, Instant countFrom) : IClusterObserver
{
    private readonly bool[] _isSlow = [.. Enumerable.Range(0, cluster.Nodes).Select(cluster.IsSlow)];
    private readonly Dictionary<(int Observer, int Subject), MemberState> _beliefs = [];
    private readonly int[] _suspecting = new int[cluster.Nodes];
    private readonly int[] _burying = new int[cluster.Nodes];
    private readonly bool[] _knows = new bool[cluster.Nodes];
    private int _crashed = -1;
    private int _knowing;
    private Instant _crashAt;

    public TimeSpan? ToFirst { get; private set; }

    public TimeSpan? ToAll { get; private set; }

    public int FalseDeaths { get; private set; }

    public TimeSpan? FirstFalseDeathAt { get; private set; }

    public int FalseSuspicions { get; private set; }

    public int SlowDeaths { get; private set; }

    /// <inheritdoc/>
    public void OnReported(in TraceStamp stamp, in NodeEvent what)
    {
        var (observer, subject) = (stamp.Node.Index, what.Subject.Index);
        if (what.Kind != NodeEventKind.BeliefChanged || _isSlow[observer] || observer == subject)
        {
            return;
        }

        var state = what.Rule == Rule.MemberReaped ? MemberState.Alive : what.State;
        if (subject == _crashed && state == MemberState.Dead)
        {
            Learn(observer, stamp.At);
        }

        Change(observer, subject, state, stamp.At);
    }

    /// <inheritdoc/>
    public void OnCommand(in TraceStamp stamp, ClusterCommand command)
    {
        if (command is not KillNode)
        {
            return;
        }

        (_crashed, _crashAt) = (stamp.Node.Index, stamp.At);
        for (var observer = 0; observer < _knows.Length; observer++)
        {
            // Whoever believed it before it was true knows it now.
            if (_beliefs.GetValueOrDefault((observer, _crashed)) == MemberState.Dead)
            {
                Learn(observer, stamp.At);
            }
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

    private void Learn(int observer, Instant at)
    {
        if (_knows[observer] || observer == _crashed)
        {
            return;
        }

        _knows[observer] = true;
        _knowing++;
        ToFirst ??= at - _crashAt;
        if (_knowing == _knows.Length - cluster.SlowNodes - 1)
        {
            ToAll = at - _crashAt;
        }
    }

    private void Change(int observer, int subject, MemberState state, Instant at)
    {
        var pair = (observer, subject);
        var before = _beliefs.GetValueOrDefault(pair);
        if (before == state)
        {
            return;
        }

        _beliefs[pair] = state;
        _suspecting[subject] += Count(state, MemberState.Suspect) - Count(before, MemberState.Suspect);
        _burying[subject] += Count(state, MemberState.Dead) - Count(before, MemberState.Dead);
        if (at < countFrom || subject == _crashed)
        {
            return;
        }

        // An episode begins with the first who believes it, and ends when nobody does.
        var isDeath = state == MemberState.Dead && _burying[subject] == 1;
        SlowDeaths += isDeath && _isSlow[subject] ? 1 : 0;
        if (isDeath && !_isSlow[subject])
        {
            FalseDeaths++;
            FirstFalseDeathAt ??= at - Instant.Zero;
        }

        FalseSuspicions += state == MemberState.Suspect && _suspecting[subject] == 1 && !_isSlow[subject] ? 1 : 0;
    }

    private static int Count(MemberState state, MemberState wanted) => state == wanted ? 1 : 0;
}
