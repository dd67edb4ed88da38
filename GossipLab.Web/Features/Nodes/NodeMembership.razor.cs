using GossipLab.Core.Membership;
using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation.Causes;
using Microsoft.AspNetCore.Components;

namespace GossipLab.Web.Features.Nodes;

/// <summary>What a node believes of the others, and what it is about to do and to tell.</summary>
public sealed partial class NodeMembership
{
    private const float RowHeight = 32;
    private const int MostRumors = 40;

    private bool _onlyTroubles;

    [Parameter, EditorRequired]
    public NodeView Node { get; set; } = null!; // Required of every user.

    [Parameter]
    public Instant Now { get; set; }

    /// <summary>Whether the node runs; default yes.</summary>
    [Parameter]
    public bool IsUp { get; set; } = true;

    [Parameter]
    public EventCallback<NodeId> NodeChosen { get; set; }

    /// <summary>Somebody asks why the node believes what it does of another.</summary>
    [Parameter]
    public EventCallback<Question> WhyAsked { get; set; }

    private MemberView[] Shown => Node.Membership is not { } membership ? []
        : [.. membership.Members.Where(row => row.Member.Id != Node.Id
            && (!_onlyTroubles || row.Member.State != MemberState.Alive))];
}
