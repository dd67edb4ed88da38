using GossipLab.Core.Experiments.Configuration;
using GossipLab.Core.Experiments.Tuning;
using GossipLab.Web.Tuning;
using GossipLab.Web.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace GossipLab.Web.Features.Tune;

/// <summary>Puts a search together: a configuration, a cluster and limits.</summary>
public sealed partial class TuneForm
{
    private readonly TuneDraft _draft = new();
    private GossipConfiguration _configuration = null!; // Read before the first render.
    private TuningSearch? _taken;
    private string? _fault;

    /// <summary>A sound search was asked for.</summary>
    [Parameter, EditorRequired]
    public EventCallback<(TuningPlan Plan, GossipConfiguration Configuration)> Wanted { get; set; }

    /// <summary>Why the server does not play what was asked for.</summary>
    [Parameter]
    public string? Refusal { get; set; }

    /// <summary>The search that is shown; its settings stand in the form.</summary>
    [Parameter]
    public TuningSearch? Shown { get; set; }

    protected override void OnParametersSet()
    {
        if (Shown is not null && Shown != _taken)
        {
            _taken = Shown;
            _draft.Take(Shown);
            Understand();
        }

        _configuration ??= _draft.Configuration;
    }

    private void Choose(ChangeEventArgs change)
    {
        if (TunePreset.All.FirstOrDefault(preset => preset.Name == change.Value as string) is { } chosen)
        {
            (_draft.Text, _draft.Pool) = (chosen.Text, chosen.Pool);
            Understand();
        }
    }

    private void ChoosePool(ChangeEventArgs change)
    {
        _draft.Pool = Enum.TryParse<GossipPool>(change.Value as string, out var pool) ? pool : _draft.Pool;
        Understand();
    }

    private void Type(ChangeEventArgs change)
    {
        _draft.Text = change.Value as string ?? "";
        Understand();
    }

    private void Understand() => (_configuration, _fault) = (_draft.Configuration, null);

    private async Task ReadAsync(InputFileChangeEventArgs chosen)
    {
        if (chosen.File.Size > GossipConfiguration.MaxLength)
        {
            _fault = UiText.Tune.TooLong(GossipConfiguration.MaxLength);
            return;
        }

        await using var stream = chosen.File.OpenReadStream(GossipConfiguration.MaxLength);
        using var reader = new StreamReader(stream);
        _draft.Text = await reader.ReadToEndAsync();
        Understand();
    }

    private Task SubmitAsync() => _draft.Plan(_configuration, out _fault) is { } plan
        ? Wanted.InvokeAsync((plan, _configuration)) : Task.CompletedTask;
}
