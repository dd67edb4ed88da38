using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Core.Simulation.Checkpoints;
using GossipLab.Core.Simulation.Checks;
using GossipLab.Web.Expressions;

namespace GossipLab.Web.Labs.Rules;

/// <summary>
/// Judges a run after every step: the invariants of the engine, what newcomers expect, and what visitors write. It goes
/// back in time with the run.
/// </summary>
/// <param name="scenario">The run.</param>
/// <param name="history">Where the run stands; null until it is made.</param>
public sealed class RuleWatch(Scenario scenario, Func<RunHistory?> history) : IRewindable
{
    /// <summary>Beyond so many nodes invariants are not checked after every step.</summary>
    public const int MostNodes = 256;

    /// <summary>How many rules visitors can add to a run.</summary>
    public const int MostCustom = 8;

    private readonly RuleBreaks _breaks = new();
    private readonly List<CustomRule> _custom = [];
    private readonly Evaluator _evaluator = new();
    private ICheck[] _checks = scenario.Nodes > MostNodes ? []
        : [.. CheckedCluster.ExpectedToBreak(), .. CheckedCluster.All(scenario)];
    private bool _isAttached;
    private int _numbered;

    /// <summary>What custom rules ask; set before the first step.</summary>
    public RunObservations? Observations { get; set; }

    /// <summary>Whether time stops where a rule breaks.</summary>
    public bool StopsAtBreak { get; set; }

    /// <summary>Whether a rule has just broken for the first time, so that time should stop.</summary>
    public bool WantsStop { get; private set; }

    /// <summary>Why invariants are not checked here, or null.</summary>
    public string? Unwatched => _checks.Length > 0 ? null
        : $"Invariants are checked after every step in runs of up to {MostNodes} nodes; this one has {scenario.Nodes}.";

    private static int Expected { get; } = CheckedCluster.ExpectedToBreak().Length;

    /// <summary>Time has stopped.</summary>
    public void Stopped() => WantsStop = false;

    /// <summary>Adds a rule.</summary>
    /// <param name="text">A condition.</param>
    /// <returns>What is wrong with it, or null.</returns>
    public ExpressionFault? Add(string text)
    {
        if (_custom.Count >= MostCustom)
        {
            return new ExpressionFault(1, $"a run has at most {MostCustom} rules of your own; remove one first");
        }

        if (Expression.Parse(text, ExpressionType.Truth, out var condition) is { } fault)
        {
            return fault;
        }

        _custom.Add(new CustomRule($"own-{++_numbered}", condition!));
        Judge();
        return null;
    }

    /// <summary>Takes a rule away.</summary>
    public void Remove(string name)
    {
        _custom.RemoveAll(rule => rule.Name == name);
        _breaks.Forget(name);
    }

    /// <summary>Takes over what a visitor asked for in an earlier run.</summary>
    public void Inherit(RuleWatch earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        StopsAtBreak = earlier.StopsAtBreak;
        _numbered = earlier._numbered;
        _custom.AddRange(earlier._custom);
    }

    /// <summary>When a rule was first broken up to now; null while it holds.</summary>
    public Instant? BrokenAt(string name) =>
        Array.Find(_checks, check => check.Name == name)?.Broken?.At;

    /// <summary>The rules as they stand.</summary>
    public IReadOnlyList<RuleView> View()
    {
        var lane = history()?.Lane;
        var views = new List<RuleView>(_checks.Length + _custom.Count);
        foreach (var rule in _custom)
        {
            views.Add(new RuleView(
                rule.Name, rule.Condition.Text, RuleKind.Custom, _breaks.Find(lane, rule.Name), rule.Unasked));
        }

        foreach (var (index, check) in _checks.Index())
        {
            var kind = index < Expected ? RuleKind.Expectation : RuleKind.Safety;
            views.Add(new RuleView(
                check.Name, check.Promise, kind, _breaks.Find(lane, check.Name), check.FindReasonToSkip(scenario)));
        }

        return views;
    }

    /// <inheritdoc/>
    public void OnStep(SimulatedCluster cluster)
    {
        Attach(cluster);
        foreach (var check in _checks)
        {
            check.OnStepped();
            if (check.Broken is { } broken)
            {
                Note(check.Name, broken.At, broken.Sentence);
            }
        }

        Judge();
    }

    /// <inheritdoc/>
    public void OnCommand(in TraceStamp stamp, ClusterCommand command)
    {
        foreach (var check in _checks)
        {
            check.OnCommand(stamp, command);
        }
    }

    /// <inheritdoc/>
    public void OnSent(in TraceStamp stamp, in Flight flight, in Message message)
    {
        foreach (var check in _checks)
        {
            check.OnSent(stamp, flight, message);
        }
    }

    /// <inheritdoc/>
    public void OnArrived(in TraceStamp stamp, in Flight flight, in Message message)
    {
        foreach (var check in _checks)
        {
            check.OnArrived(stamp, flight, message);
        }
    }

    /// <inheritdoc/>
    public void OnLost(in TraceStamp stamp, in Flight flight, in Message message, LossReason reason, Instant lostAt)
    {
        foreach (var check in _checks)
        {
            check.OnLost(stamp, flight, message, reason, lostAt);
        }
    }

    /// <inheritdoc/>
    public void OnReported(in TraceStamp stamp, in NodeEvent what)
    {
        foreach (var check in _checks)
        {
            check.OnReported(stamp, what);
        }
    }

    /// <inheritdoc/>
    public ObserverState Save() => new State(Array.ConvertAll(_checks, check => check.Copy()), _isAttached, Size());

    /// <inheritdoc/>
    public void Restore(ObserverState state)
    {
        var saved = (State)state;
        _checks = Array.ConvertAll(saved.Checks, check => check.Copy());
        _isAttached = false;

        // Back at the start the cluster is about to be made anew; otherwise it is there already.
        if (saved.IsAttached && history()?.Cluster is { } cluster)
        {
            Attach(cluster);
        }
    }

    // About what the checks remember of the nodes and of the messages that fly.
    private long Size() => 400 + (long)scenario.Nodes * scenario.Nodes * (_checks.Length > 0 ? 16 : 0);

    private void Attach(SimulatedCluster cluster)
    {
        if (!_isAttached)
        {
            _isAttached = true;
            Array.ForEach(_checks, check => check.OnStarted(cluster));
        }
    }

    private void Judge()
    {
        foreach (var rule in _custom)
        {
            if (Observations is { } run && rule.IsBroken(_evaluator, run))
            {
                Note(rule.Name, run.Cluster.Now, $"{rule.Condition.Text} was no longer true");
            }
        }
    }

    private void Note(string name, Instant at, string sentence)
    {
        if (history() is { } run && _breaks.Note(run.Lane, name, new RuleBreak(at, run.Cluster.EventCount, sentence)))
        {
            WantsStop |= StopsAtBreak;
        }
    }

    private sealed record State(ICheck[] Checks, bool IsAttached, long Size) : ObserverState(Size);
}
