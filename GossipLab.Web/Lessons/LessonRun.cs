using GossipLab.Core.Primitives;
using GossipLab.Core.Simulation;
using GossipLab.Core.Simulation.Checkpoints;
using GossipLab.Core.Simulation.Checks;
using GossipLab.Web.Expressions;

namespace GossipLab.Web.Lessons;

/// <summary>A step's run, played to its end apart from any lab, and what can be asked of it there.</summary>
public sealed class LessonRun
{
    /// <summary>The most inputs of one run: a condition that never comes true ends there.</summary>
    public const int MostInputs = 400_000;

    private readonly SimulatedCluster _cluster;
    private readonly RunChronicle _chronicle = new();
    private readonly ICheck[] _checks;
    private readonly Evaluator _evaluator;

    private LessonRun(Scenario scenario, Evaluator evaluator)
    {
        SimulatedCluster? made = null;
        _checks = [.. CheckedCluster.ExpectedToBreak(), .. CheckedCluster.All(scenario)];
        var beliefs = new BeliefCensus(id => made!.Condition(id).IsUp);
        made = new SimulatedCluster(scenario, [.. _checks, beliefs, _chronicle]);
        (_cluster, _evaluator) = (made, evaluator);
        Array.ForEach(_checks, check => check.OnStarted(_cluster));
        Observations = new RunObservations(() => _cluster, beliefs, _chronicle)
        {
            BrokenAt = name => Array.Find(_checks, check => check.Name == name)?.Broken?.At,
        };
    }

    /// <summary>What can be asked of it.</summary>
    public RunObservations Observations { get; }

    /// <summary>Where it stopped.</summary>
    public Instant EndedAt => _cluster.Now;

    /// <summary>Whether the step's condition came true.</summary>
    public bool IsReached { get; private set; }

    /// <summary>A run at its very beginning, for texts that come before it.</summary>
    public static LessonRun AtStart(Scenario scenario, Evaluator evaluator) => new(scenario, evaluator);

    /// <summary>Plays a step's run with its own seed or another, up to its end.</summary>
    /// <param name="step">The step.</param>
    /// <param name="scenario">Its scenario, or one that a learner tries.</param>
    /// <param name="evaluator">Answers its condition.</param>
    /// <param name="goesOn">Whether there is still time; null for always.</param>
    public static LessonRun Play(LessonStep step, Scenario scenario, Evaluator evaluator, Func<bool>? goesOn = null)
    {
        ArgumentNullException.ThrowIfNull(step);
        var run = new LessonRun(scenario, evaluator);
        run.PlayTo(step.Until, Instant.Zero + step.AtMost, goesOn);
        return run;
    }

    /// <summary>What the run answers.</summary>
    /// <exception cref="ExpressionException">It has no answer.</exception>
    public Term Answer(Expression expression) => _evaluator.Answer(expression, Observations);

    /// <summary>A text with what the run answers in it.</summary>
    public string Tell(Phrase phrase)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        return phrase.Tell(_evaluator, Observations);
    }

    private void PlayTo(Expression until, Instant end, Func<bool>? goesOn)
    {
        var next = Instant.Zero;
        for (var input = 0; input < MostInputs && _cluster.NextDue <= end; input++)
        {
            // Asked when all of a moment has happened, and once more where time alone may have made it true.
            if (_cluster.NextDue > next)
            {
                next = _cluster.NextDue;
                if (IsReached = IsSo(until) || (StandBefore(next) && IsSo(until)))
                {
                    return;
                }
            }

            if (input % 1_024 == 1_023 && goesOn?.Invoke() == false)
            {
                return;
            }

            _cluster.Step();
            ((IRewindable)_chronicle).OnStep(_cluster);
            Array.ForEach(_checks, check => check.OnStepped());
        }

        IsReached = IsSo(until);
    }

    // Just before the next event: what is due there is not part of a run that time ends.
    private bool StandBefore(Instant next) => _cluster.RunUntil(next - TimeSpan.FromMicroseconds(1), budget: 0);

    private bool IsSo(Expression condition)
    {
        try
        {
            return _evaluator.IsTrue(condition, Observations);
        }
        catch (ExpressionException)
        {
            // What has no answer yet does not hold yet.
            return false;
        }
    }
}
