using System.Text;

namespace GossipLab.Web.Features.Curve;

/// <summary>A band as one closed line: along its upper edge in steps, and back along its lower one.</summary>
internal static class BandPath
{
    /// <summary>Draws it; empty where nothing is to be drawn. Moments at which nothing changes are left out.</summary>
    /// <param name="points">Its moments, from left to right.</param>
    /// <param name="x">A second's place on the drawing.</param>
    /// <param name="y">A count's place on the drawing.</param>
    public static string Of(
        IReadOnlyList<(double Second, int Low, int High)> points, Func<double, string> x, Func<int, string> y)
    {
        if (points.Count == 0)
        {
            return "";
        }

        var path = new StringBuilder();
        path.Append('M').Append(x(points[0].Second)).Append(' ').Append(y(points[0].High));
        for (var index = 1; index < points.Count; index++)
        {
            if (points[index].High != points[index - 1].High || index == points.Count - 1)
            {
                path.Append('H').Append(x(points[index].Second)).Append('V').Append(y(points[index].High));
            }
        }

        path.Append('V').Append(y(points[^1].Low));
        for (var index = points.Count - 1; index > 0; index--)
        {
            if (points[index].Low != points[index - 1].Low)
            {
                path.Append('H').Append(x(points[index].Second)).Append('V').Append(y(points[index - 1].Low));
            }
        }

        return path.Append('H').Append(x(points[0].Second)).Append('Z').ToString();
    }
}
