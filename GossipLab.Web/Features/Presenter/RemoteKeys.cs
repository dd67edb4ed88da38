using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace GossipLab.Web.Features.Presenter;

/// <summary>Hears the keys that a presenter's remote sends, wherever the focus is. Shows nothing.</summary>
public sealed class RemoteKeys : ComponentBase, IAsyncDisposable
{
    private static readonly Dictionary<string, RemoteAct> Acts = new(StringComparer.Ordinal)
    {
        ["PageDown"] = RemoteAct.Next,
        ["PageUp"] = RemoteAct.Back,
        ["."] = RemoteAct.Play,
        ["Space"] = RemoteAct.Play,
        ["b"] = RemoteAct.Black,
    };

    private DotNetObjectReference<RemoteKeys>? _self;
    private IJSObjectReference? _module;
    private IJSObjectReference? _keys;
    private bool _isGone;

    /// <summary>A key was pressed.</summary>
    [Parameter]
    public EventCallback<RemoteAct> Pressed { get; set; }

    /// <summary>Keys are heard from now on.</summary>
    [Parameter]
    public EventCallback Ready { get; set; }

    [Inject]
    private IJSRuntime Js { get; set; } = null!; // Set by the framework before first use.

    /// <summary>Called by the browser.</summary>
    [JSInvokable]
    public Task KeyPressed(string chord, int? node) =>
        Acts.TryGetValue(chord, out var act) ? Pressed.InvokeAsync(act) : Task.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _isGone = true;
        try
        {
            await StopAsync();
            await (_module?.DisposeAsync() ?? default);
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and the listener with it.
        }

        _self?.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        _self = DotNetObjectReference.Create(this);
        _module = await Js.InvokeAsync<IJSObjectReference>("import", "./js/lab/keys.mjs");
        if (_isGone)
        {
            return;
        }

        _keys = await _module.InvokeAsync<IJSObjectReference>("create", Acts.Keys, _self);
        if (_isGone)
        {
            await StopAsync(); // Disposed while the browser began to listen.
            return;
        }

        await Ready.InvokeAsync();
    }

    private async Task StopAsync()
    {
        if (_keys is { } keys)
        {
            _keys = null;
            await keys.InvokeVoidAsync("dispose");
            await keys.DisposeAsync();
        }
    }
}
