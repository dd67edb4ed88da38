using GossipLab.Web.Expressions;

namespace GossipLab.Web.Labs.Rules;

/// <summary>A rule that a visitor wrote: a condition that should hold from the moment it can be answered.</summary>
/// <param name="Name">Its short name.</param>
/// <param name="Condition">The condition.</param>
internal sealed record CustomRule(string Name, Expression Condition)
{
    /// <summary>Why it cannot be judged now, or null.</summary>
    public string? Unasked { get; set; }

    /// <summary>Whether it is broken now; what cannot be answered is not.</summary>
    public bool IsBroken(Evaluator evaluator, RunObservations run)
    {
        try
        {
            Unasked = null;
            return !evaluator.IsTrue(Condition, run);
        }
        catch (ExpressionException noAnswer)
        {
            Unasked = noAnswer.Message;
            return false;
        }
    }
}
