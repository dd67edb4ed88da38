namespace GossipLab.Web.Features.Lessons;

/// <summary>A curve as a learner draws it: a height at each of its points, from 0 to the most.</summary>
/// <param name="points">How many points it has.</param>
/// <param name="most">How high it can be.</param>
public sealed class CurveDrawing(int points, double most)
{
    private const double Steps = 100;

    private readonly double[] _heights = new double[points];

    /// <summary>How high it can be.</summary>
    public double Most => most;

    /// <summary>How much a height changes at a time: a hundredth of the way up, in whole numbers if it can.</summary>
    public double Step => most > 1 ? Math.Max(1, Math.Round(most / Steps)) : most / Steps;

    /// <summary>Whether anything was drawn yet.</summary>
    public bool IsTouched { get; private set; }

    /// <summary>The heights.</summary>
    public IReadOnlyList<double> Heights => _heights;

    /// <summary>Draws one point; what lies outside is moved to the edge.</summary>
    public void Set(int point, double height)
    {
        if (point >= 0 && point < points && double.IsFinite(height))
        {
            _heights[point] = Math.Clamp(height, 0, most);
            IsTouched = true;
        }
    }
}
