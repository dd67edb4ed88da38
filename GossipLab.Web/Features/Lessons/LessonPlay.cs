using System.Globalization;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Web.Expressions;
using GossipLab.Web.Lessons;
using GossipLab.Web.Words;

namespace GossipLab.Web.Features.Lessons;

/// <summary>Where a learner is in a step.</summary>
public enum LessonPhase
{
    /// <summary>The question is open.</summary>
    Predict,

    /// <summary>The run plays.</summary>
    Run,

    /// <summary>The answers stand side by side.</summary>
    Compare,
}

/// <summary>One learner at one step: the prediction, the run, and what came of it.</summary>
public sealed class LessonPlay
{
    private readonly Evaluator _evaluator = new();
    private readonly LessonRun _start;

    /// <summary>A step before its question is answered.</summary>
    /// <param name="step">The step.</param>
    /// <param name="scenario">Its scenario, or one with a change to try.</param>
    public LessonPlay(LessonStep step, Scenario scenario)
    {
        Step = step;
        Scenario = scenario;
        _start = LessonRun.AtStart(scenario, _evaluator);
        Order = [.. Enumerable.Range(0, step.Question.Options.Count)];
        Drawing = step.Question.Most is { } most
            ? new CurveDrawing(step.Question.Options.Count, _start.Answer(most).Number) : null;
    }

    /// <summary>The step.</summary>
    public LessonStep Step { get; }

    /// <summary>The run it is about.</summary>
    public Scenario Scenario { get; }

    /// <summary>Where the learner is.</summary>
    public LessonPhase Phase { get; private set; }

    /// <summary>What the learner says; null for «I have no idea».</summary>
    public double? Given { get; private set; }

    /// <summary>The run, once it was played.</summary>
    public LessonRun? Run { get; private set; }

    /// <summary>What this run answers.</summary>
    public double? Answer { get; private set; }

    /// <summary>The answers with other seeds so far.</summary>
    public LessonBand Band { get; set; } = LessonBand.Empty;

    /// <summary>The order of the options so far, for a question about order.</summary>
    public List<int> Order { get; }

    /// <summary>What the learner draws, for a question about a curve; null for any other.</summary>
    public CurveDrawing? Drawing { get; }

    /// <summary>The curves side by side, for a question about one; null for any other.</summary>
    public CurvePlot? Plot => Drawing is not { } drawing ? null : new CurvePlot(
        [.. Step.Question.Options.Select((_, point) => OptionText(point))], drawing.Most, Step.Question.Along)
    {
        Unit = Step.Question.Unit,
        Drawn = drawing.IsTouched ? drawing.Heights : [],
        Run = Run is { } run && Answer is not null ? LessonAnswer.Heights(Step.Question, run) : [],
        Band = Band.IsTelling ? [.. Band.Points.Select(point => (point.Low, point.High))] : [],
    };

    /// <summary>What to know before the question.</summary>
    public string Text => _start.Tell(Step.Text);

    /// <summary>The question.</summary>
    public string Question => _start.Tell(Step.Question.Text);

    /// <summary>An option's text.</summary>
    public string OptionText(int index) => (Run ?? _start).Tell(Step.Question.Options[index].Text);

    /// <summary>An answer as it was written; null where it is none.</summary>
    /// <param name="play">The step.</param>
    /// <param name="text">A number, or that of a node or an option; orders and curves are taken from the step.</param>
    public static double? Read(LessonPlay play, string? text)
    {
        ArgumentNullException.ThrowIfNull(play);
        return play.Step.Question.Kind == QuestionKind.Order ? LessonAnswer.Code(play.Order)
            : play.Drawing is { } drawing ? drawing.IsTouched ? drawing.Heights.Average() : null
            : double.TryParse(text?.Trim(), NumberStyles.Float | NumberStyles.AllowThousands,
                CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
    }

    /// <summary>What to say to a learner who answered nothing.</summary>
    public string Wanted => Step.Question.Kind switch
    {
        QuestionKind.Number => UiText.Lessons.NumberWanted,
        QuestionKind.Curve => UiText.Lessons.CurveWanted,
        _ => UiText.Lessons.AnswerWanted,
    };

    /// <summary>Moves an option up by one.</summary>
    public void MoveUp(int place)
    {
        if (place > 0 && place < Order.Count)
        {
            (Order[place - 1], Order[place]) = (Order[place], Order[place - 1]);
        }
    }

    /// <summary>Takes the prediction and plays the run.</summary>
    /// <returns>Where the run ends.</returns>
    public Instant Check(double? given)
    {
        Given = given;
        Run = LessonRun.Play(Step, Scenario, _evaluator);
        Answer = LessonAnswer.Find(Step.Question, Run);
        Phase = LessonPhase.Run;
        return Run.EndedAt;
    }

    /// <summary>The run was watched to its end.</summary>
    public void Compare() => Phase = LessonPhase.Compare;

    /// <summary>What to think of the prediction.</summary>
    public LessonVerdict Verdict => LessonVerdict.Of(this, Tolerance);

    /// <summary>What other seeds answer, in words.</summary>
    public string BandText => !Band.IsTelling ? UiText.Lessons.Counting
        : Step.Question.Kind == QuestionKind.Curve ? UiText.Lessons.Shaded
        : Step.Question.Kind == QuestionKind.Number
            ? UiText.Lessons.BandOf(Phrase.Number(Band.Low), Phrase.Number(Band.High))
            : UiText.Lessons.SameIn(Answer is { } answer
                ? (Band.ShareOf(answer) * 100).ToString("0", CultureInfo.InvariantCulture) : "0");

    /// <summary>The prediction in words.</summary>
    public string GivenWords => WordsOf(Given, Plot?.Drawn);

    /// <summary>What this run answers, in words.</summary>
    public string AnswerWords => WordsOf(Answer, Plot?.Run);

    /// <summary>What the run explains.</summary>
    public string Explanation => Run?.Tell(Step.Explanation) ?? "";

    /// <summary>The wrong model that leads to the number given, or null.</summary>
    public string? Model
    {
        get
        {
            foreach (var model in Step.Question.Models)
            {
                if (Drawing is null && Given is { } given && given != Answer && Run is { } run
                    && Math.Abs(run.Answer(model.Asks).Number - given) < 1e-9)
                {
                    return run.Tell(model.Text);
                }
            }

            return null;
        }
    }

    private string WordsOf(double? answer, IReadOnlyList<double>? heights) =>
        answer is not { } number ? "–" : Step.Question.Kind switch
        {
            QuestionKind.Curve => string.Join(" · ", heights!.Select(Phrase.Number)), // A curve has heights.
            QuestionKind.Number => $"{Phrase.Number(number)} {UnitOf(number)}".TrimEnd(),
            QuestionKind.Node => new NodeId((int)number).ToString(),
            QuestionKind.Choice => OptionText((int)number),
            _ => string.Join(" → ", number.ToString("0", CultureInfo.InvariantCulture)
                .Select(digit => OptionText(digit - '1'))),
        };

    private string UnitOf(double number) => number == 1 ? Step.Question.Unit.TrimEnd('s') : Step.Question.Unit;

    private double Tolerance => Step.Question.Tolerance is { } tolerance && Run is { } run
        ? run.Answer(tolerance).Number : 0;
}
