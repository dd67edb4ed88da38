using GossipLab.Core.Protocol;
using GossipLab.Web.Labs;
using Microsoft.AspNetCore.Components;

namespace GossipLab.Web.Features.Caption;

/// <summary>
/// One line in plain words on what happens, read aloud too, and a note where a run stands still for a reason.
/// </summary>
public sealed partial class CaptionLine
{
    private Announcer _announcer = null!; // Made before the first render.

    [Parameter, EditorRequired]
    public LabView View { get; set; } = null!; // Required of every user.

    /// <summary>Words that stand instead of the run's own, as those of a tour.</summary>
    [Parameter]
    public string? Override { get; set; }

    [Parameter]
    public EventCallback<NodeId> NodeChosen { get; set; }

    [Inject]
    private TimeProvider Time { get; set; } = null!; // Set by the framework before first use.

    protected override void OnInitialized() => _announcer = new Announcer(Time);

    protected override void OnParametersSet() =>
        _announcer.Offer(Override ?? View.Caption, View.Status != LabStatus.Live);
}
