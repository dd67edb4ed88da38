using System.Text;
using GossipLab.Core.Simulation;
using GossipLab.Web.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using MudBlazor;

namespace GossipLab.Web.Features.Scenarios;

/// <summary>Opens a scenario file; one with faults is explained and changes nothing.</summary>
public sealed partial class OpenFileDialog
{
    private IReadOnlyList<ScenarioFault> _faults = [];

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!; // A dialog is always shown by its provider.

    private async Task ReadAsync(InputFileChangeEventArgs chosen)
    {
        if (chosen.File.Size > ScenarioJson.MaxBytes)
        {
            _faults = [new ScenarioFault("$", UiText.Scenarios.FileTooLong)];
            return;
        }

        await using var stream = chosen.File.OpenReadStream(ScenarioJson.MaxBytes);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        if (ScenarioJson.TryRead(await reader.ReadToEndAsync(), out var scenario, out _faults))
        {
            Dialog.Close(DialogResult.Ok(scenario));
        }
    }
}
