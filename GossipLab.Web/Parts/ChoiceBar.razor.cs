using Microsoft.AspNetCore.Components;

namespace GossipLab.Web.Parts;

/// <summary>A row of choices of which one holds: tabs, or a small set of options.</summary>
/// <typeparam name="TValue">What is chosen.</typeparam>
public sealed partial class ChoiceBar<TValue>
{
    [Parameter, EditorRequired]
    public IReadOnlyList<Choice<TValue>> Choices { get; set; } = [];

    [Parameter, EditorRequired]
    public TValue Value { get; set; } = default!; // Required of every user.

    [Parameter]
    public EventCallback<TValue> ValueChanged { get; set; }

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>Whether the choices lead to panels rather than set an option.</summary>
    [Parameter]
    public bool IsTabs { get; set; }

    /// <summary>Whether the choices share the whole width.</summary>
    [Parameter]
    public bool Fill { get; set; }

    private static string Word(bool isSo) => isSo ? "true" : "false";
}
