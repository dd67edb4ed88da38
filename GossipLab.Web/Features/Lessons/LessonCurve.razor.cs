using System.Globalization;
using GossipLab.Web.Lessons;
using GossipLab.Web.Words;
using Microsoft.AspNetCore.Components;

namespace GossipLab.Web.Features.Lessons;

/// <summary>Draws curves over some points, the learner's on top.</summary>
public sealed partial class LessonCurve
{
    private static readonly IReadOnlyList<string> Grid = ["0", "25", "50", "75", "100"];

    [Parameter, EditorRequired]
    public CurvePlot Plot { get; set; } = null!; // Required of every user.

    /// <summary>What lies over the picture, as large as it is.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private string BandPoints => string.Join(' ', Plot.Band.Select((band, point) => Place(point, band.High)).Concat(
        Plot.Band.Select((band, point) => Place(point, band.Low)).Reverse()));

    private string Said => Plot.Run.Count == 0 ? UiText.Lessons.EmptyCurve
        : UiText.Lessons.CurveSaid(string.Join(", ", Plot.Run.Select(Phrase.Number)));

    private string Points(IReadOnlyList<double> heights) =>
        string.Join(' ', heights.Select((height, point) => Place(point, height)));

    private string Place(int point, double height) => string.Create(CultureInfo.InvariantCulture,
        $"{(point + 0.5) / Plot.Names.Count * 100:0.##},{100 - Math.Clamp(height / Plot.Most, 0, 1) * 100:0.##}");
}
