using System.Globalization;
using GossipLab.Core.Simulation;
using GossipLab.Web.Parts;
using GossipLab.Web.RealClusters;
using Microsoft.AspNetCore.Components;

namespace GossipLab.Web.Features.Faults;

/// <summary>What the messages of a real cluster suffer: loss, latency, a wall.</summary>
public sealed partial class RealNetwork
{
    private const string WallId = "real-wall-side";
    private const string WallName = "wall";

    private static readonly int[] Usual = [0, 20, 100, 300, 1000, 3000];

    private string _side = "";
    private string? _fault;

    [Parameter, EditorRequired]
    public RealClusterView View { get; set; } = null!; // Required of every user.

    [Parameter, EditorRequired]
    public RealDesk Desk { get; set; } = null!; // Required of every user.

    private int LossPercent => (int)Math.Round(View.Network.Loss * 100);

    private int LatencyMs => (int)View.Network.Latency.TotalMilliseconds;

    private IEnumerable<int> Latencies => Usual.Append(LatencyMs).Distinct().Order();

    private static string TextOf(int milliseconds) =>
        milliseconds == 0 ? "as it is" : $"+ {TimeText.Of(TimeSpan.FromMilliseconds(milliseconds))}";

    private Task LossChangedAsync(ChangeEventArgs change) =>
        int.TryParse(change.Value as string, NumberStyles.None, CultureInfo.InvariantCulture, out var percent)
            ? Desk.LoseAsync(Math.Min(percent, 100)) : Task.CompletedTask;

    private Task LatencyChangedAsync(ChangeEventArgs change) =>
        int.TryParse(change.Value as string, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            ? Desk.DelayAsync(milliseconds) : Task.CompletedTask;

    private async Task BuildAsync()
    {
        if (NodeNames.TryReadList(_side, View.Nodes.Count, out var side, out _fault))
        {
            await Desk.PostAsync(new BuildWall(WallName, side));
        }
    }

    private Task RemoveAsync() => Desk.PostAsync(new RemoveWall(WallName));
}
