using GossipLab.Web.Expressions;

namespace GossipLab.Web.Lessons;

/// <summary>Reads what a finished run answers to a question.</summary>
public static class LessonAnswer
{
    /// <summary>
    /// The answer as a number: itself, a node's number, or the number of the only sentence that is so. For an order,
    /// the places of the sentences as the digits of a number, the first one first; for a curve, its mean height.
    /// </summary>
    /// <returns>The answer; null where the run has none, or more than one sentence is so.</returns>
    public static double? Find(LessonQuestion question, LessonRun run)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(run);
        try
        {
            return question.Kind switch
            {
                QuestionKind.Choice => Choice(question, run),
                QuestionKind.Order => Order(question, run),
                QuestionKind.Curve => Heights(question, run).Average(),
                _ => run.Answer(question.Answer!).Number, // Read with every number and node.
            };
        }
        catch (ExpressionException)
        {
            return null;
        }
    }

    /// <summary>How high a curve is at each of its points; empty for any other question.</summary>
    /// <exception cref="ExpressionException">The run has no answer.</exception>
    public static IReadOnlyList<double> Heights(LessonQuestion question, LessonRun run)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(run);
        return question.Kind != QuestionKind.Curve ? []
            : [.. question.Options.Select(point => run.Answer(point.Asks).Number)];
    }

    /// <summary>The places of an order as one number.</summary>
    public static double Code(IEnumerable<int> order) => order.Aggregate(0.0, (code, place) => code * 10 + place + 1);

    private static double? Choice(LessonQuestion question, LessonRun run)
    {
        double? found = null;
        foreach (var (index, option) in question.Options.Index())
        {
            if (run.Answer(option.Asks).Number != 0)
            {
                if (found is not null)
                {
                    return null;
                }

                found = index;
            }
        }

        return found;
    }

    private static double Order(LessonQuestion question, LessonRun run) => Code(question.Options.Index()
        .OrderBy(option => run.Answer(option.Item.Asks).Number).Select(option => option.Index));
}
