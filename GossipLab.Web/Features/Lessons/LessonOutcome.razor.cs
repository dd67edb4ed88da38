using System.Globalization;
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

    private string BandText => Play.BandText;

    private string Wide => Number(Math.Max(Place(Play.Band.High) - Place(Play.Band.Low), 6));

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
