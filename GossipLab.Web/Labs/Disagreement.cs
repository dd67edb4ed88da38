using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Core.Simulation.Checkpoints;

namespace GossipLab.Web.Labs;

/// <summary>
/// The disagreement index over time: the share of unordered pairs of running nodes whose views of the members differ in
/// any way. Each view is a sum of hashes, one for each member that is not simply believed alive, so that a change costs
/// no more than itself.
/// </summary>
/// <param name="nodes">How many nodes the run begins with; beyond <see cref="MostNodes"/> nothing is kept.</param>
public sealed class Disagreement(int nodes) : IRewindable
{
    /// <summary>The largest cluster whose disagreement is kept.</summary>
    public const int MostNodes = 1_000;

    private const byte Absent = 1;
    private const byte Listed = 2;

    private readonly bool _isOn = nodes <= MostNodes;
    private readonly HashSet<(int Observer, int Subject)> _changed = [];
    private readonly HashSet<int> _lives = [];
    private Dictionary<(int Observer, int Subject), byte> _exceptions = [];
    private List<View> _views = [];
    private Dictionary<ulong, int> _sizes = [];
    private long _agreeing;
    private int _observers;
    private SharePoints _points = new();

    /// <summary>The share now.</summary>
    public double Now
    {
        get
        {
            var pairs = (long)_observers * (_observers - 1) / 2;
            return pairs == 0 ? 0 : (pairs - _agreeing) / (double)pairs;
        }
    }

    /// <summary>The points, the present one last; none where nobody keeps a view.</summary>
    /// <param name="now">The present moment.</param>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<SharePoint> Points(Instant now, int most) =>
        _views.Count == 0 ? [] : [.. _points.Take(most - 1), new SharePoint(now, Now)];

    /// <inheritdoc/>
    public void OnReported(in TraceStamp stamp, in NodeEvent what)
    {
        if (_isOn && what.Kind == NodeEventKind.BeliefChanged)
        {
            _changed.Add((stamp.Node.Index, what.Subject.Index));
        }
    }

    /// <inheritdoc/>
    public void OnCommand(in TraceStamp stamp, ClusterCommand command)
    {
        if (_isOn && command is KillNode or RestartNode or AddNode)
        {
            _lives.Add(stamp.Node.Index);
        }
    }

    /// <inheritdoc/>
    public void OnStep(SimulatedCluster cluster)
    {
        if (!_isOn || cluster.Node(new NodeId(0)) is { Swim: null, Heartbeat: null })
        {
            return;
        }

        var (before, had) = (Now, _views.Count);
        if (_views.Count != cluster.NodeCount || _observers != cluster.Census.Running || _lives.Count > 0)
        {
            Recount(cluster);
        }

        foreach (var (observer, subject) in _changed)
        {
            Read(cluster, observer, subject);
        }

        _changed.Clear();
        _lives.Clear();
        if (had == 0 || before != Now)
        {
            _points.Add(new SharePoint(cluster.Now, Now));
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
    public ObserverState Save() => new State(
        new(_exceptions), [.. _views], new(_sizes), (_agreeing, _observers), _points.Copy());

    /// <inheritdoc/>
    public void Restore(ObserverState state)
    {
        var saved = (State)state;
        _exceptions = new(saved.Exceptions);
        _views = [.. saved.Views];
        _sizes = new(saved.Sizes);
        (_agreeing, _observers) = saved.Totals;
        _points = saved.Points.Copy();
        _changed.Clear();
        _lives.Clear();
    }

    // Whose process began or ended, and whoever is new, is looked at from head to foot.
    private void Recount(SimulatedCluster cluster)
    {
        var known = _views.Count;
        for (var node = known; node < cluster.NodeCount; node++)
        {
            _views.Add(default);
            _lives.Add(node);
        }

        for (var observer = 0; observer < _views.Count; observer++)
        {
            var isUp = cluster.Condition(new NodeId(observer)).IsUp;
            if (isUp != _views[observer].IsCounted || _lives.Contains(observer))
            {
                Count(observer, isUp);
                for (var subject = 0; subject < _views.Count; subject++)
                {
                    Read(cluster, observer, subject);
                }
            }
            else if (isUp)
            {
                for (var subject = known; subject < _views.Count; subject++)
                {
                    Read(cluster, observer, subject);
                }
            }
        }
    }

    private void Read(SimulatedCluster cluster, int observer, int subject)
    {
        var state = StateOf(cluster, observer, subject);
        _exceptions.TryGetValue((observer, subject), out var before);
        if (state == before)
        {
            return;
        }

        var view = _views[observer];
        Leave(view);
        view = view with { Hash = view.Hash - Mix(subject, before) + Mix(subject, state) };
        _views[observer] = view;
        Join(view);
        if (state == 0)
        {
            _exceptions.Remove((observer, subject));
        }
        else
        {
            _exceptions[(observer, subject)] = state;
        }
    }

    private void Count(int observer, bool isCounted)
    {
        var view = _views[observer];
        Leave(view);
        _observers += (isCounted ? 1 : 0) - (view.IsCounted ? 1 : 0);
        _views[observer] = view = view with { IsCounted = isCounted };
        Join(view);
    }

    private void Leave(View view)
    {
        if (view.IsCounted)
        {
            var size = _sizes[view.Hash] - 1;
            _agreeing -= size;
            _sizes[view.Hash] = size;
            if (size == 0)
            {
                _sizes.Remove(view.Hash);
            }
        }
    }

    private void Join(View view)
    {
        if (view.IsCounted)
        {
            var size = _sizes.GetValueOrDefault(view.Hash);
            _agreeing += size;
            _sizes[view.Hash] = size + 1;
        }
    }

    // Zero where it is believed alive; nobody doubts itself, and who does not run believes nothing.
    private static byte StateOf(SimulatedCluster cluster, int observer, int subject)
    {
        if (observer == subject || !cluster.Condition(new NodeId(observer)).IsUp)
        {
            return 0;
        }

        return NodeMark.StateOf(cluster.Node(new NodeId(observer)), new NodeId(subject)) switch
        {
            null => Absent,
            MemberState.Alive => 0,
            var state => (byte)(Listed + (byte)state.Value),
        };
    }

    private static ulong Mix(int subject, byte state) =>
        state == 0 ? 0 : Dice.Mix(((ulong)subject << 8) | state);

    private readonly record struct View(ulong Hash, bool IsCounted);

    private sealed record State(
        Dictionary<(int Observer, int Subject), byte> Exceptions, View[] Views, Dictionary<ulong, int> Sizes,
        (long Agreeing, int Observers) Totals, SharePoints Points)
        : ObserverState(128 + 28L * Exceptions.Count + 16L * Views.Length + 24L * Sizes.Count + 16L * Points.Count);
}
