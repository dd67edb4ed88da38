using GossipLab.Web.Parts;
using GossipLab.Web.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace GossipLab.Web.Features.Scenarios;

/// <summary>A link to a run, marked and ready to be copied.</summary>
public sealed partial class ShareDialog
{
    private const string FieldId = "share-link";

    private string _status = "";

    /// <summary>The link; null where the run is too long for one.</summary>
    [Parameter]
    public string? Link { get; set; }

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!; // A dialog is always shown by its provider.

    [Inject]
    private IJSRuntime Js { get; set; } = null!; // Set by the framework before first use.

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && Link is not null)
        {
            await Js.ClaimFocusAsync(FieldId);
        }
    }

    private async Task CopyAsync() =>
        _status = await Js.CopyAsync(Link ?? "") ? UiText.Scenarios.Copied : UiText.Scenarios.NotCopied;
}
