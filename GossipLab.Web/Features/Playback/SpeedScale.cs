namespace GossipLab.Web.Features.Playback;

/// <summary>
/// The speed slider: its places are the decades from 0.01x to 100x, so that both extremes can be reached.
/// </summary>
internal static class SpeedScale
{
    public const double Slowest = 0.01;
    public const double Fastest = 100;

    /// <summary>The slider's ends.</summary>
    public const double FirstPlace = -2;
    public const double LastPlace = 2;

    /// <summary>The step of one key press: twenty a decade.</summary>
    public const double Step = 0.05;

    /// <summary>What the keys for slower and faster multiply by.</summary>
    private const double KeyFactor = 1.5;

    /// <summary>The speed at a place, to two significant digits.</summary>
    public static double SpeedAt(double place)
    {
        var speed = Math.Pow(10, Math.Clamp(place, FirstPlace, LastPlace));
        var digits = speed < 0.1 ? 3 : speed < 1 ? 2 : speed < 10 ? 1 : 0;
        return Math.Clamp(Math.Round(speed, digits), Slowest, Fastest);
    }

    /// <summary>The place of a speed.</summary>
    public static double PlaceOf(double speed) =>
        Math.Round(Math.Log10(Math.Clamp(speed, Slowest, Fastest)) / Step) * Step;

    /// <summary>One key press slower.</summary>
    public static double Slower(double speed) => Math.Max(Slowest, Rounded(speed / KeyFactor));

    /// <summary>One key press faster.</summary>
    public static double Faster(double speed) => Math.Min(Fastest, Rounded(speed * KeyFactor));

    private static double Rounded(double speed) => SpeedAt(Math.Log10(Math.Clamp(speed, Slowest, Fastest)));
}
