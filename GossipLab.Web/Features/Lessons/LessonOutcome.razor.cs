using System.Globalization;
using GossipLab.Core.Primitives;
using GossipLab.Web.Lessons;
using GossipLab.Web.Words;
using Microsoft.AspNetCore.Components;

namespace GossipLab.Web.Features.Lessons;

/// <summary>The learner's answer, this run's and those of other seeds, side by side, and why.</summary>
public sealed partial class LessonOutcome
{
    private const double Left = 20;
    private const double Span = 260;

    [Parameter, EditorRequired]
    public LessonPlay Play { get; set; } = null!; // Required of every user.

    /// <summary>Whether the learner did something to the run on the stage.</summary>
    [Parameter]
    public bool Changed { get; set; }

    /// <summary>Which change is tried; null for none.</summary>
    [Parameter]
    public int? Tried { get; set; }

    [Parameter]
    public EventCallback<int?> TryWanted { get; set; }

    private string BandText => !Play.Band.IsTelling ? UiText.Lessons.Counting
        : Play.Step.Question.Kind == QuestionKind.Number
            ? UiText.Lessons.BandOf(Phrase.Number(Play.Band.Low), Phrase.Number(Play.Band.High))
            : UiText.Lessons.SameIn(Play.Answer is { } answer
                ? (Play.Band.ShareOf(answer) * 100).ToString("0", CultureInfo.InvariantCulture) : "0");

    private string Wide => Number(Math.Max(Place(Play.Band.High) - Place(Play.Band.Low), 6));

    private string Words(double? answer) => answer is not { } number ? "–" : Play.Step.Question.Kind switch
    {
        QuestionKind.Number => $"{Phrase.Number(number)} {UnitOf(number)}".TrimEnd(),
        QuestionKind.Node => new Core.Protocol.NodeId((int)number).ToString(),
        QuestionKind.Choice => Play.OptionText((int)number),
        _ => string.Join(" → ", number.ToString("0", CultureInfo.InvariantCulture)
            .Select(digit => Play.OptionText(digit - '1'))),
    };

    private string UnitOf(double number) =>
        number == 1 ? Play.Step.Question.Unit.TrimEnd('s') : Play.Step.Question.Unit;

    private string Start => Number(Math.Min(Place(Play.Band.Low), Place(Play.Band.High) - 3));

    private string X(double value) => Number(Place(value));

    private static string Number(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    private double Place(double value)
    {
        double[] all = [Play.Band.Low, Play.Band.High, Play.Answer ?? Play.Band.Low, Play.Given ?? Play.Band.Low];
        var (least, most) = (all.Min(), all.Max());
        return most > least ? Left + Span * (value - least) / (most - least) : Left + Span / 2;
    }
}
