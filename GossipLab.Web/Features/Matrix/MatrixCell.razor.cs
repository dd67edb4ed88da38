using System.Globalization;
using GossipLab.Core.Protocol;
using GossipLab.Web.Parts;
using GossipLab.Web.RealClusters.Watching;
using GossipLab.Web.Words;
using Microsoft.AspNetCore.Components;

namespace GossipLab.Web.Features.Matrix;

/// <summary>What one node believes of another. It renders again only when that changed.</summary>
public sealed partial class MatrixCell
{
    private (Belief, uint, uint?)? _shown;

    [Parameter, EditorRequired]
    public ObservedNode Observer { get; set; } = null!; // Required of every user.

    [Parameter, EditorRequired]
    public NodeId Subject { get; set; }

    [Parameter, EditorRequired]
    public Belief Belief { get; set; }

    [Parameter]
    public uint Incarnation { get; set; }

    private string Own => Observer.Incarnation?.ToString(CultureInfo.InvariantCulture) ?? "";

    private string Told => BeliefText.Told(Observer.Id, Subject, Belief, Incarnation);

    protected override bool ShouldRender()
    {
        var next = (Belief, Incarnation, Observer.Incarnation);
        var isOther = _shown != next;
        _shown = next;
        return isOther;
    }
}
