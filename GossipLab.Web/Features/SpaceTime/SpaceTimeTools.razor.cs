using GossipLab.Core.Protocol;
using GossipLab.Web.Parts;
using GossipLab.Web.Words;
using Microsoft.AspNetCore.Components;

namespace GossipLab.Web.Features.SpaceTime;

/// <summary>What is shown of the diagram, and how large.</summary>
public sealed partial class SpaceTimeTools
{
    private const string ZoomCall = "zoom";
    private const double ZoomStep = 1.5;

    private static readonly Choice<bool>[] Axes =
    [
        new(false, UiText.SpaceTime.TrueTime, TestIds.SpaceTimeTrue),
        new(true, UiText.SpaceTime.EventOrder, TestIds.SpaceTimeOrder),
    ];

    private static readonly Choice<ConeWay>[] Cones =
    [
        new(ConeWay.None, UiText.SpaceTime.All, TestIds.ConePrefix + "none"),
        new(ConeWay.Past, UiText.SpaceTime.Past, TestIds.ConePrefix + "past"),
        new(ConeWay.Future, UiText.SpaceTime.Future, TestIds.ConePrefix + "future"),
        new(ConeWay.Both, UiText.SpaceTime.Both, TestIds.ConePrefix + "both"),
    ];

    private ConeWay _cone;
    private bool _isOrder;
    private string _hidden = "";
    private string? _fault;

    /// <summary>The diagram; null before it is drawn.</summary>
    [Parameter]
    public SpaceTimeFeed? Feed { get; set; }

    /// <summary>How many nodes there are.</summary>
    [Parameter]
    public int Nodes { get; set; }

    private Task CallAsync(string what, params object?[] with) => Feed?.CallAsync(what, with) ?? Task.CompletedTask;

    private Task OrderAsync(bool isOrder) => CallAsync("setOrder", _isOrder = isOrder);

    private Task ConeAsync(ConeWay cone)
    {
        _cone = cone;
        return CallAsync("setCone", cone.ToString().ToLowerInvariant());
    }

    private Task SaveAsync() => CallAsync("saveSvg", "space-time.svg", UiText.SpaceTime.Title);

    private Task HideAsync(ChangeEventArgs change)
    {
        _hidden = change.Value?.ToString() ?? "";
        return NodeNames.TryReadList(_hidden, Nodes, out IReadOnlyList<NodeId> nodes, out _fault)
            ? CallAsync("setHidden", nodes.Select(node => node.Index).ToArray()) : Task.CompletedTask;
    }
}

/// <summary>Which part of the causes and effects of an event is shown.</summary>
public enum ConeWay
{
    /// <summary>All events.</summary>
    None,

    /// <summary>What can have led to it.</summary>
    Past,

    /// <summary>What it can have led to.</summary>
    Future,

    /// <summary>Both.</summary>
    Both,
}
