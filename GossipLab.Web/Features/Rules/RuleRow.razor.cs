using GossipLab.Core.Primitives;
using GossipLab.Web.Labs.Rules;
using GossipLab.Web.Parts;
using GossipLab.Web.Words;
using Microsoft.AspNetCore.Components;

namespace GossipLab.Web.Features.Rules;

/// <summary>One rule: whether it holds now, and when and how it was first broken.</summary>
public sealed partial class RuleRow
{
    [Parameter, EditorRequired]
    public RuleView Rule { get; set; } = null!; // Required of every user.

    [Parameter, EditorRequired]
    public Instant Now { get; set; }

    [Parameter]
    public EventCallback<RuleBreak> GoWanted { get; set; }

    [Parameter]
    public EventCallback<RuleBreak> WhyWanted { get; set; }

    [Parameter]
    public EventCallback<string> RemoveWanted { get; set; }

    private string Mark => Rule.IsBrokenAt(Now) ? "broken" : Rule.Unasked is not null ? "unasked" : "holds";

    private string Sign => Mark switch { "broken" => "✕", "unasked" => "–", _ => "✓" };

    private string State =>
        Rule.IsBrokenAt(Now) && Rule.Break is { } broken ? UiText.Rules.BrokenAt(TimeText.Of(broken.At))
        : Rule.Unasked is { } why ? UiText.Rules.Unasked(why)
        : Rule.Break is { } later ? UiText.Rules.HoldsUntil(TimeText.Of(later.At)) : UiText.Rules.Holds;
}
