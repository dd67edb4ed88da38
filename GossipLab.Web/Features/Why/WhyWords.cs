using System.Globalization;
using GossipLab.Core.Simulation.Causes;
using GossipLab.Web.Words;

namespace GossipLab.Web.Features.Why;

/// <summary>Questions in plain words.</summary>
internal static class WhyWords
{
    /// <summary>The question.</summary>
    public static string Title(Question question)
    {
        var (node, subject) = (question.Node.ToString(), question.Subject.ToString());
        return question.Kind switch
        {
            QuestionKind.Belief => UiText.Why.Belief(node, subject),
            QuestionKind.Value => UiText.Why.Value(node),
            QuestionKind.Event => UiText.Why.Event,
            QuestionKind.Message => UiText.Why.Message,
            QuestionKind.NotInformed => UiText.Why.NotInformed(node),
            QuestionKind.NotDead => UiText.Why.NotDead(node, subject),
            _ => UiText.Why.NotCleared(node, subject),
        };
    }

    /// <summary>A share with as many digits as one can use.</summary>
    public static string Percent(double share) => share is > 0 and < 0.001
        ? "less than 0.1 %" : (100 * share).ToString("0.#", CultureInfo.InvariantCulture) + " %";

    /// <summary>What can be asked of the same nodes as well.</summary>
    public static IReadOnlyList<Question> Others(Question question)
    {
        Question[] all = question.Kind switch
        {
            QuestionKind.Belief or QuestionKind.NotDead or QuestionKind.NotCleared =>
            [
                Question.OfBelief(question.Node, question.Subject),
                Question.OfPatience(question.Node, question.Subject),
                Question.OfDeafness(question.Node, question.Subject),
            ],
            QuestionKind.Value or QuestionKind.NotInformed =>
                [Question.OfValue(question.Node), Question.OfIgnorance(question.Node)],
            _ => [],
        };
        return [.. all.Where(other => other != question)];
    }
}
