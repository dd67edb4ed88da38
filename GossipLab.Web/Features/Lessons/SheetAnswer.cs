using System.Globalization;
using GossipLab.Web.Lessons;

namespace GossipLab.Web.Features.Lessons;

/// <summary>What a step's run answers, for paper.</summary>
/// <param name="Seed">The seed of the run.</param>
/// <param name="Answer">The answer in words.</param>
/// <param name="Explanation">Why.</param>
public sealed record SheetAnswer(string Seed, string Answer, string Explanation)
{
    /// <summary>Plays a step's run.</summary>
    internal static SheetAnswer Of(LessonStep step)
    {
        var play = new LessonPlay(step, step.Scenario);
        play.Check(null);
        return new SheetAnswer(step.Scenario.Seed.ToString(CultureInfo.InvariantCulture),
            play.AnswerWords, play.Explanation);
    }
}
