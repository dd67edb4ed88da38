using System.Globalization;
using GossipLab.Web.Labs;
using Microsoft.AspNetCore.Components;

namespace GossipLab.Web.Features.Playback;

/// <summary>How fast the run goes: a chosen speed, watchable, or all there is.</summary>
public sealed partial class SpeedControl
{
    [Parameter, EditorRequired]
    public Lab Lab { get; set; } = null!; // Required of every user.

    [Parameter, EditorRequired]
    public LabView View { get; set; } = null!; // Required of every user.

    private double Speed => View.Pace.Speed;

    private static string Invariant(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private string Pressed(PaceKind kind) => View.Pace.Kind == kind ? "true" : "false";

    private async Task MoveAsync(ChangeEventArgs moved)
    {
        if (double.TryParse(moved.Value as string, CultureInfo.InvariantCulture, out var place))
        {
            await Lab.SetPaceAsync(Pace.At(SpeedScale.SpeedAt(place)));
        }
    }
}
