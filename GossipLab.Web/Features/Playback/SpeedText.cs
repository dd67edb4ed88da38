using System.Globalization;
using GossipLab.Web.Labs;
using GossipLab.Web.Words;

namespace GossipLab.Web.Features.Playback;

/// <summary>How fast a run goes, in words.</summary>
internal static class SpeedText
{
    /// <summary>For example <c>1 s of protocol = 2.3 s here</c> or <c>limited by CPU, 3.1x</c>.</summary>
    public static string Of(LabView view)
    {
        if (view.IsManual)
        {
            return UiText.Playback.Manual;
        }

        if (view.Status is LabStatus.Paused or LabStatus.Parked)
        {
            return UiText.Playback.Paused;
        }

        return view.IsCpuLimited ? $"limited by CPU, {Times(view.CurrentSpeed)}" : Relation(view.CurrentSpeed);
    }

    /// <summary>A speed as a factor, for example <c>0.25x</c>.</summary>
    public static string Times(double speed) => $"{TwoDigits(speed)}x";

    /// <summary>What a second of one clock is on the other; the greater number is said.</summary>
    public static string Relation(double speed) => speed switch
    {
        <= 0 => UiText.Playback.Paused,
        <= 1 => $"1 s of protocol = {TwoDigits(1 / speed)} s here",
        _ => $"{TwoDigits(speed)} s of protocol = 1 s here",
    };

    private static string TwoDigits(double number)
    {
        if (number <= 0)
        {
            return "0";
        }

        var digits = Math.Clamp(1 - (int)Math.Floor(Math.Log10(number)), 0, 6);
        var rounded = number >= 100 ? Math.Round(number / 10) * 10 : Math.Round(number, digits);
        return rounded.ToString("0.######", CultureInfo.InvariantCulture);
    }
}
