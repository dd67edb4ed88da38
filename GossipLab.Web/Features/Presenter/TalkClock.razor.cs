using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace GossipLab.Web.Features.Presenter;

/// <summary>How long a talk goes on. The browser counts; each window starts from the server's count.</summary>
public sealed partial class TalkClock : IAsyncDisposable
{
    private ElementReference _clock;
    private IJSObjectReference? _module;
    private IJSObjectReference? _count;
    private long? _counted;

    [Parameter, EditorRequired]
    public Presentation Presentation { get; set; } = null!; // Required of every user.

    [Inject]
    private IJSRuntime Js { get; set; } = null!; // Set by the framework before first use.

    public async ValueTask DisposeAsync()
    {
        Presentation.Changed -= Refresh;
        try
        {
            await StopAsync();
            await (_module?.DisposeAsync() ?? default);
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and its clock with it.
        }
    }

    protected override void OnInitialized() => Presentation.Changed += Refresh;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_counted == Presentation.Began)
        {
            return;
        }

        _counted = Presentation.Began;
        _module ??= await Js.InvokeAsync<IJSObjectReference>("import", "./js/lab/talk-clock.mjs");
        await StopAsync();
        _count = await _module.InvokeAsync<IJSObjectReference>(
            "count", _clock, Presentation.Elapsed.TotalMilliseconds);
    }

    private async Task StopAsync()
    {
        if (_count is { } count)
        {
            _count = null;
            await count.InvokeVoidAsync("dispose");
            await count.DisposeAsync();
        }
    }

    private void Refresh(object? sender, EventArgs change) => _ = InvokeAsync(StateHasChanged);
}
