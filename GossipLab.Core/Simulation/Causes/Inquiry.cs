using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation.Causes;

/// <summary>
/// Plays a run again up to the moment somebody asks about, keeps what belongs to the question, and answers it. The run
/// that is asked about is not touched: a run is its scenario, so this one goes the same way. Single-threaded.
/// </summary>
public sealed class Inquiry
{
    private readonly Scenario _scenario;
    private readonly RunRecord _record;
    private readonly SimulatedCluster _cluster;
    private readonly Instant _at;
    private readonly long _event;
    private readonly List<(Instant At, ClusterState State)> _checkpoints = [];
    private Instant _nextCheckpoint = Instant.Zero;

    /// <summary>The most copies of the cluster that are kept for runs that go otherwise.</summary>
    public const int MostCheckpoints = 8;

    /// <summary>Begins at time zero.</summary>
    /// <param name="scenario">The run.</param>
    /// <param name="question">What will be asked.</param>
    /// <param name="at">The moment asked about.</param>
    /// <param name="event">How many events there were by then; those beyond it are not known.</param>
    /// <exception cref="ArgumentException">The scenario has a fault.</exception>
    public Inquiry(Scenario scenario, Question question, Instant at, long @event = long.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(question);
        (_scenario, Question, _at, _event) = (scenario, question, at, @event);
        _record = new RunRecord(Topic.Of(question));
        _cluster = new SimulatedCluster(scenario, _record);
        _record.Cluster = _cluster;
    }

    /// <summary>The run that is asked about.</summary>
    public Scenario Scenario => _scenario;

    /// <summary>The moment asked about.</summary>
    public Instant At => _at;

    /// <summary>What is asked.</summary>
    public Question Question { get; }

    /// <summary>What was recorded so far.</summary>
    public RunRecord Record => _record;

    /// <summary>The cluster as it is at the moment asked about, once that is reached.</summary>
    public SimulatedCluster Cluster => _cluster;

    /// <summary>The share of the way behind, 0 to 1.</summary>
    public double Progress => _at <= Instant.Zero ? 1
        : Math.Clamp((double)_cluster.Now.Microseconds / _at.Microseconds, 0, 1);

    /// <summary>Plays on for a while.</summary>
    /// <param name="goesOn">Asked now and then; once it says no, it stops for now.</param>
    /// <returns>Whether the moment is reached.</returns>
    public bool Play(Func<bool> goesOn)
    {
        ArgumentNullException.ThrowIfNull(goesOn);
        for (var steps = 1; _cluster.EventCount < _event && _cluster.NextDue <= _at; steps++)
        {
            if (steps % 256 == 0 && !goesOn())
            {
                return false;
            }

            Keep();
            _cluster.Step();
        }

        return true;
    }

    /// <summary>
    /// A cluster without observers that plays another course of the run, as near before its first difference as there
    /// is a copy of the run.
    /// </summary>
    /// <param name="change">What goes otherwise.</param>
    internal SimulatedCluster Begin(RunChange change)
    {
        var changed = change.ApplyTo(_scenario);
        var cluster = new SimulatedCluster(changed);
        if (change.Node is null && _checkpoints.FindLast(kept => kept.At < change.From) is { State: { } state })
        {
            cluster.Restore(state);
            cluster.Rewrite(changed.Commands);
        }

        return cluster;
    }

    private void Keep()
    {
        if (_cluster.NextDue >= _nextCheckpoint && _checkpoints.Count < MostCheckpoints)
        {
            _checkpoints.Add((_cluster.Now, _cluster.Save()));
            _nextCheckpoint += new TimeSpan((_at - Instant.Zero).Ticks / MostCheckpoints);
        }
    }

    /// <summary>Why it is so; null where nothing is recorded that it could be about.</summary>
    public CauseGraph? Explain()
    {
        var builder = new CauseGraphBuilder(_record, _scenario);
        if (Question.Kind == QuestionKind.Message)
        {
            return _record.Ways.TryGetValue(Question.Number, out var way) ? builder.OfMessage(way) : null;
        }

        return FindEffect() is { } effect ? builder.OfEvent(effect)
            : Question.Kind == QuestionKind.Event ? null
            : builder.OfBirth(Question, Birth(), _at);
    }

    private string Birth() => Question.Subject.IsSomebody
        ? $"{Outcome.Of(Question, _cluster)} since the run began, and nothing has changed that"
        : _record.Forgotten > 0 ? $"{Question.Node} has held it since before what is recorded"
        : $"{Question.Node} began the run with it";

    /// <summary>Why it has not come about yet; null where the question is about something that has.</summary>
    public WhyNotAnswer? ExplainNot()
    {
        var answer = new WhyNot(this, new CauseGraphBuilder(_record, _scenario));
        return Question.Kind switch
        {
            QuestionKind.NotInformed => answer.OfIgnorance(),
            QuestionKind.NotDead => answer.OfPatience(),
            QuestionKind.NotCleared => answer.OfDeafness(),
            _ => null,
        };
    }

    /// <summary>The event that made what is asked about; null where there was none.</summary>
    public TraceEntry? FindEffect() => Question.Kind switch
    {
        QuestionKind.Event when Question.IsOfChange => _record.LastBefore(Question.Number + 1, entry =>
            entry.Kind == TraceKind.Reported
            && entry.What.Kind is NodeEventKind.BeliefChanged or NodeEventKind.ValueChanged),
        QuestionKind.Event => _record.Find(Question.Number),
        QuestionKind.Value or QuestionKind.NotInformed => _record.LastBefore(long.MaxValue, entry =>
            entry.Kind == TraceKind.Reported && entry.Stamp.Node == Question.Node
            && entry.What.Kind == NodeEventKind.ValueChanged),
        QuestionKind.Message => null,
        _ => _record.LastBefore(long.MaxValue, entry =>
            CauseGraphBuilder.IsBelief(entry, Question.Node, Question.Subject)),
    };
}
