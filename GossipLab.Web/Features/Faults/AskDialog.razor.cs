using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace GossipLab.Web.Features.Faults;

/// <summary>Asks one question and gives the answer back as it was typed, once nothing is wrong with it.</summary>
public sealed partial class AskDialog
{
    private string _text = "";
    private string? _fault;

    [Parameter, EditorRequired]
    public Ask Ask { get; set; } = null!; // Required of every user.

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!; // A dialog is always shown by its provider.

    protected override void OnInitialized() => _text = Ask.Initial;

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
