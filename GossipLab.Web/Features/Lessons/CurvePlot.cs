namespace GossipLab.Web.Features.Lessons;

/// <summary>Curves over the same points: the drawn one, a run's, and what most others are.</summary>
/// <param name="Names">What the points are called, from left to right.</param>
/// <param name="Most">How high the picture goes.</param>
/// <param name="Along">What the names count.</param>
public sealed record CurvePlot(IReadOnlyList<string> Names, double Most, string Along)
{
    /// <summary>What the heights count.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The learner's curve; empty where none was drawn.</summary>
    public IReadOnlyList<double> Drawn { get; init; } = [];

    /// <summary>The run's curve; empty before the run.</summary>
    public IReadOnlyList<double> Run { get; init; } = [];

    /// <summary>The 5th and the 95th percentile of other seeds at each point; empty before they are known.</summary>
    public IReadOnlyList<(double Low, double High)> Band { get; init; } = [];

    /// <summary>How many drawn points lie within a tolerance of the run, or within the band.</summary>
    public int Inside(double tolerance) => Drawn.Index().Count(point =>
        (Run.Count > 0 && Math.Abs(Run[point.Index] - point.Item) <= tolerance)
        || (Band.Count > 0 && point.Item >= Band[point.Index].Low && point.Item <= Band[point.Index].High));
}
