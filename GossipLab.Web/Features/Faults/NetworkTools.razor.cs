using System.Globalization;
using GossipLab.Core.Primitives;
using GossipLab.Core.Simulation;
using GossipLab.Web.Labs;
using Microsoft.AspNetCore.Components;

namespace GossipLab.Web.Features.Faults;

/// <summary>What can be done to the running network as a whole.</summary>
public sealed partial class NetworkTools
{
    [Parameter, EditorRequired]
    public FaultDesk Desk { get; set; } = null!; // Required of every user.

    [Parameter, EditorRequired]
    public LabView View { get; set; } = null!; // Required of every user.

    [Parameter]
    public EventCallback WallWanted { get; set; }

    private int LossPercent => (int)Math.Round(View.Loss * 100);

    private string CurrentProfile => LatencyProfile.NameOf(View.Latency);

    private async Task LossChangedAsync(ChangeEventArgs change)
    {
        if (uint.TryParse(change.Value as string, CultureInfo.InvariantCulture, out var percent) && percent <= 100)
        {
            await Desk.PostAsync(new SetNetwork(Ratio.Percent(percent), null));
        }
    }

    private async Task LatencyChangedAsync(ChangeEventArgs change)
    {
        if (LatencyProfile.Find(change.Value as string) is { } profile)
        {
            await Desk.PostAsync(new SetNetwork(null, profile.Latency));
        }
    }
}
