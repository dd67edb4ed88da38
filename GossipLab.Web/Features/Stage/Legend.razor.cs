using Microsoft.AspNetCore.Components;

namespace GossipLab.Web.Features.Stage;

/// <summary>What the marks of the stage mean. A pressed one keeps its like bright and fades the rest.</summary>
public sealed partial class Legend
{
    private string? _isolated;

    [Parameter, EditorRequired]
    public IReadOnlyList<LegendEntry> Entries { get; set; } = [];

    /// <summary>Something is to be isolated, or nothing any more.</summary>
    [Parameter]
    public EventCallback<StageFilter?> Isolated { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (_isolated is not null && Entries.All(entry => entry.Mark != _isolated))
        {
            _isolated = null;
            await Isolated.InvokeAsync(null);
        }
    }

    private Task IsolateAsync(LegendEntry entry)
    {
        _isolated = _isolated == entry.Mark ? null : entry.Mark;
        return Isolated.InvokeAsync(_isolated is null ? null : entry.Filter);
    }
}
