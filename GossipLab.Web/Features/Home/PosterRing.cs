using System.Globalization;

namespace GossipLab.Web.Features.Home;

/// <summary>Where the machines of the poster stand: where the stage will put them, give or take a pixel.</summary>
internal static class PosterRing
{
    public const int Width = 816;
    public const int Height = 500;
    private const double RadiusX = 217;
    private const double RadiusY = 167;

    /// <summary>A place as the drawing needs it.</summary>
    public readonly record struct Place(int Index, string X, string Y);

    /// <summary>The places of so many machines, the first one at the top, clockwise.</summary>
    public static IReadOnlyList<Place> Places(int count)
    {
        var places = new Place[count];
        for (var index = 0; index < count; index++)
        {
            var angle = 2 * Math.PI * index / count;
            places[index] = new Place(
                index, Text(Width / 2.0 + RadiusX * Math.Sin(angle)), Text(Height / 2.0 - RadiusY * Math.Cos(angle)));
        }

        return places;
    }

    private static string Text(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
