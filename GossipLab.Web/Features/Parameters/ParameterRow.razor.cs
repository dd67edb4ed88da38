using GossipLab.Web.Words;
using Microsoft.AspNetCore.Components;

namespace GossipLab.Web.Features.Parameters;

/// <summary>One setting: its name, its field, and what is wrong with what stands there.</summary>
public sealed partial class ParameterRow
{
    [Parameter, EditorRequired]
    public ParameterField Field { get; set; } = null!; // Required of every user.

    [Parameter, EditorRequired]
    public ParameterDraft Draft { get; set; } = null!; // Required of every user.

    [Parameter]
    public EventCallback<string> Typed { get; set; }

    private string? Fault => Draft.FaultOf(Field);

    private string Name => TestIds.ParameterPrefix + Field.Id;

    private string FaultName => TestIds.ParameterFaultPrefix + Field.Id;

    private Task ChangedAsync(ChangeEventArgs change) => Typed.InvokeAsync(change.Value as string ?? "");
}
