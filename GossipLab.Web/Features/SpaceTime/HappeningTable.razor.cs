using GossipLab.Core.Simulation;
using GossipLab.Web.Parts;
using GossipLab.Web.Words;
using Microsoft.AspNetCore.Components;

namespace GossipLab.Web.Features.SpaceTime;

/// <summary>The diagram as a table: when, where, what, and caused by what. The latest first.</summary>
public sealed partial class HappeningTable
{
    /// <summary>The most rows: more than that nobody reads, and a page would be slow.</summary>
    public const int MostRows = 300;

    private IReadOnlyList<Happening> _rows = [];
    private Dictionary<long, Happening> _byId = [];

    [Parameter, EditorRequired]
    public SpaceTimeRun Run { get; set; } = null!; // Required of every user.

    /// <summary>Changes when there are other events.</summary>
    [Parameter]
    public int Version { get; set; }

    [Parameter, EditorRequired]
    public Func<TraceEntry, string> Describe { get; set; } = null!; // Required of every user.

    /// <summary>The event that is chosen.</summary>
    [Parameter]
    public long? Chosen { get; set; }

    [Parameter]
    public EventCallback<Happening> HappeningChosen { get; set; }

    protected override void OnParametersSet()
    {
        _rows = [.. Run.Recorder.Kept.TakeLast(MostRows).Reverse()];
        _byId = Run.Recorder.Kept.ToDictionary(one => one.Id);
    }

    private string CauseOf(Happening one) => one.Entry.Stamp.CauseKind switch
    {
        CauseKind.Timer => UiText.SpaceTime.Timer,
        CauseKind.Start => UiText.SpaceTime.Beginning,
        _ when _byId.TryGetValue(one.Entry.Stamp.Cause, out var cause) =>
            $"{TimeText.Of(cause.Entry.Stamp.At)} {Describe(cause.Entry)}",
        CauseKind.Command => UiText.SpaceTime.You,
        _ => UiText.SpaceTime.Earlier,
    };
}
