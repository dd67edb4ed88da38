using GossipLab.Web.Parts;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace GossipLab.Web.Features.Faults;

/// <summary>Asks one question and gives the answer back as it was typed, once nothing is wrong with it.</summary>
public sealed partial class AskDialog
{
    private const string FieldId = "ask-field";

    private string _text = "";
    private string? _fault;

    [Parameter, EditorRequired]
    public Ask Ask { get; set; } = null!; // Required of every user.

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!; // A dialog is always shown by its provider.

    [Inject]
    private IJSRuntime Js { get; set; } = null!; // Set by the framework before first use.

    protected override void OnInitialized() => _text = Ask.Initial;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await Js.ClaimFocusAsync(FieldId);
        }
    }

    private void Use(string answer)
    {
        _text = answer;
        Answer();
    }

    private void Answer()
    {
        _fault = Ask.FaultOf(_text);
        if (_fault is null)
        {
            Dialog.Close(DialogResult.Ok(_text));
        }
    }

    private void Cancel() => Dialog.Cancel();
}
