using GossipLab.Web.Lessons;
using GossipLab.Web.Words;

namespace GossipLab.Web.Features.Lessons;

/// <summary>What to think of a prediction: being off in one run but within the band is right thinking.</summary>
/// <param name="Mark">How it is drawn: right, close, surprised or open.</param>
/// <param name="Text">What is said.</param>
public sealed record LessonVerdict(string Mark, string Text)
{
    /// <summary>Judges a prediction.</summary>
    internal static LessonVerdict Of(LessonPlay play, double tolerance)
    {
        if (play.Given is not { } given)
        {
            return new LessonVerdict("open", UiText.Lessons.NoIdeaVerdict);
        }

        if (play.Plot is { } plot)
        {
            return OfCurve(plot, tolerance);
        }

        if (given == play.Answer)
        {
            return new LessonVerdict("right", UiText.Lessons.Exact);
        }

        return play.Step.Question.Kind switch
        {
            QuestionKind.Number => OfNumber(play, given, tolerance),
            QuestionKind.Node => new LessonVerdict("close", UiText.Lessons.OtherNode),
            _ => new LessonVerdict("surprised", UiText.Lessons.Surprised),
        };
    }

    private static LessonVerdict OfCurve(CurvePlot plot, double tolerance)
    {
        var (inside, all) = (plot.Inside(tolerance), plot.Drawn.Count);
        return inside == all ? new LessonVerdict("right", UiText.Lessons.CurveRight)
            : plot.Band.Count == 0 ? new LessonVerdict("open", UiText.Lessons.Waiting)
            : new LessonVerdict(2 * inside >= all ? "close" : "surprised", UiText.Lessons.CurveInside(inside, all));
    }

    private static LessonVerdict OfNumber(LessonPlay play, double given, double tolerance)
    {
        if (play.Answer is { } answer && Math.Abs(given - answer) <= tolerance)
        {
            return new LessonVerdict("right", UiText.Lessons.Within);
        }

        if (!play.Band.IsTelling)
        {
            return new LessonVerdict("open", UiText.Lessons.Waiting);
        }

        return given >= play.Band.Low && given <= play.Band.High
            ? new LessonVerdict("right", UiText.Lessons.InBand)
            : Math.Abs(given - play.Band.Middle) <= 2 * Math.Max(tolerance, play.Band.High - play.Band.Low)
                && play.Band.High > play.Band.Low
                ? new LessonVerdict("close", UiText.Lessons.Close)
                : new LessonVerdict("surprised", UiText.Lessons.Surprised);
    }
}
