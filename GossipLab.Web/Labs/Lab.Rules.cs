using GossipLab.Core.Primitives;
using GossipLab.Web.Expressions;

namespace GossipLab.Web.Labs;

/// <content>Rules and conditions.</content>
public sealed partial class Lab
{
    /// <summary>Adds a rule of one's own.</summary>
    /// <param name="text">A condition.</param>
    /// <returns>What is wrong with it, or null.</returns>
    public ValueTask<ExpressionFault?> AddRuleAsync(string text) => DoAsync(() => _run.Rules.Add(text));

    /// <summary>Takes a rule of one's own away.</summary>
    public ValueTask RemoveRuleAsync(string name) => DoAsync(() => _run.Rules.Remove(name));

    /// <summary>Sets whether time stops where a rule breaks.</summary>
    public ValueTask StopAtBreakAsync(bool stops) => DoAsync(() => { _run.Rules.StopsAtBreak = stops; });

    /// <summary>Begins to run until a condition holds.</summary>
    /// <param name="text">A condition.</param>
    /// <returns>What is wrong with it, or null.</returns>
    public ValueTask<ExpressionFault?> RunUntilAsync(string text) => DoAsync(() =>
    {
        var fault = Expression.Parse(text, ExpressionType.Truth, out var condition);
        if (condition is not null)
        {
            var run = _run.Observations;
            var evaluator = new Evaluator();
            _player.RunUntil(() => Holds(evaluator, condition, run));
            _player.ContinueSeek(IntentPatience);
        }

        return fault;
    });

    /// <summary>Lets time run up to a moment at a pace, and stand still there.</summary>
    public ValueTask PlayToAsync(Instant end, Pace pace) => DoAsync(() => _player.PlayTo(end, pace));

    private static bool Holds(Evaluator evaluator, Expression condition, RunObservations run)
    {
        try
        {
            return evaluator.IsTrue(condition, run);
        }
        catch (ExpressionException)
        {
            // What has no answer yet does not hold yet.
            return false;
        }
    }
}
