using GossipLab.Web.Labs;
using Microsoft.AspNetCore.Components;

namespace GossipLab.Web.Features.Home;

/// <summary>What to do next; offered once the first run has been seen to its end.</summary>
public sealed partial class HomeDoors
{
    private IDisposable? _subscription;
    private bool _isOver;

    [Parameter, EditorRequired]
    public Lab Lab { get; set; } = null!; // Required of every user.

    /// <summary>Where the parameters of this run are.</summary>
    [Parameter, EditorRequired]
    public string TuneAddress { get; set; } = "";

    [Parameter]
    public EventCallback BreakWanted { get; set; }

    public void Dispose() => _subscription?.Dispose();

    protected override void OnInitialized() => _subscription = Lab.Subscribe(() => _ = InvokeAsync(Follow));

    private void Follow()
    {
        if (!_isOver && Lab.View is { IsConverged: true, InformedAt: not null })
        {
            _isOver = true;
            StateHasChanged();
        }
    }
}
