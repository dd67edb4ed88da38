using GossipLab.Web.Expressions;

namespace GossipLab.Web.Lessons;

/// <summary>Plays a lesson once as a learner would, to find what reading its file cannot show.</summary>
public static class LessonTrial
{
    private const double HighestCurve = 1_000_000;

    /// <summary>Plays every step on its seed.</summary>
    /// <param name="lesson">A lesson that was read.</param>
    /// <param name="goesOn">Whether there is still time.</param>
    /// <returns>What is wrong, line by line; empty where every step ends and has an answer.</returns>
    public static IReadOnlyList<LessonFault> Play(Lesson lesson, Func<bool> goesOn)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        ArgumentNullException.ThrowIfNull(goesOn);
        var evaluator = new Evaluator();
        var faults = new List<LessonFault>();
        foreach (var (index, step) in lesson.Steps.Index())
        {
            if (FaultOf(step, evaluator, goesOn) is { } reason)
            {
                faults.Add(new LessonFault(step.Line, FormattableString.Invariant($"step {index + 1}: {reason}")));
            }
        }

        return faults;
    }

    private static string? FaultOf(LessonStep step, Evaluator evaluator, Func<bool> goesOn)
    {
        try
        {
            var start = LessonRun.AtStart(step.Scenario, evaluator);
            _ = start.Tell(step.Text) + start.Tell(step.Question.Text);
            if (step.Question.Most is { } most && start.Answer(most).Number is not (> 0 and <= HighestCurve))
            {
                return $"most, how high the curve can be, is above 0 and up to {HighestCurve:N0}";
            }

            var run = LessonRun.Play(step, step.Scenario, evaluator, goesOn);
            if (!run.IsReached)
            {
                return goesOn()
                    ? $"«{step.Until.Text}» does not come true within {step.AtMost.TotalSeconds:N0} s of virtual time"
                    : "the lesson takes too long to play";
            }

            _ = run.Tell(step.Explanation);
            return LessonAnswer.Find(step.Question, run) is not null ? null
                : step.Question.Kind == QuestionKind.Choice ? "exactly one option must be so at the end of the run"
                : "the run has no answer";
        }
        catch (ExpressionException noAnswer)
        {
            return noAnswer.Message;
        }
    }
}
