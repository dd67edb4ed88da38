using GossipLab.Core.Experiments;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace GossipLab.Web.Features.Sweep;

/// <summary>Puts a sweep together, or takes one from a file.</summary>
public sealed partial class SweepForm
{
    private SweepDraft _draft = new();
    private string? _fault;

    /// <summary>A sound plan was asked for.</summary>
    [Parameter, EditorRequired]
    public EventCallback<SweepPlan> PlanChosen { get; set; }

    /// <summary>Why the server does not play what was asked for.</summary>
    [Parameter]
    public string? Refusal { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = null!; // Set by the framework before first use.

    protected override void OnInitialized() => _draft = SweepLink.Read(new Uri(Navigation.Uri), out _fault);

    private Task SubmitAsync() => ChooseAsync(_draft.Plan(out _fault));

    private async Task ReadAsync(InputFileChangeEventArgs chosen)
    {
        if (chosen.File.Size > SweepJson.MaxLength)
        {
            _fault = FormattableString.Invariant($"the file is longer than {SweepJson.MaxLength} bytes");
            return;
        }

        await using var stream = chosen.File.OpenReadStream(SweepJson.MaxLength);
        using var reader = new StreamReader(stream);
        await ChooseAsync(SweepJson.Read(await reader.ReadToEndAsync(), out _fault));
    }

    private Task ChooseAsync(SweepPlan? plan) => plan is null ? Task.CompletedTask : PlanChosen.InvokeAsync(plan);
}
