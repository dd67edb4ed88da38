using GossipLab.Core.Protocol;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace GossipLab.Web.Features.Keyboard;

/// <summary>A key that was pressed.</summary>
/// <param name="Act">What it does.</param>
/// <param name="Node">The node that had the focus, or null.</param>
public readonly record struct KeyPress(KeyAct Act, NodeId? Node);

/// <summary>Hears the lab's keys wherever the focus is. Shows nothing.</summary>
public sealed class KeyListener : ComponentBase, IAsyncDisposable
{
    private DotNetObjectReference<KeyListener>? _self;
    private IJSObjectReference? _module;
    private IJSObjectReference? _keys;
    private bool _isGone;

    /// <summary>A key was pressed.</summary>
    [Parameter]
    public EventCallback<KeyPress> Pressed { get; set; }

    [Inject]
    private IJSRuntime Js { get; set; } = null!; // Set by the framework before first use.

    /// <summary>Called by the browser.</summary>
    [JSInvokable]
    public Task KeyPressed(string chord, int? node) => Shortcut.Find(chord) is { } act
        ? Pressed.InvokeAsync(new KeyPress(act, node is { } index ? new NodeId(index) : null)) : Task.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _isGone = true;
        try
        {
            await StopAsync();
            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
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
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _module = await Js.InvokeAsync<IJSObjectReference>("import", "./js/lab/keys.mjs");
            if (_isGone)
            {
                return; // The visitor went on to another page meanwhile.
            }

            var chords = Shortcut.All.Select(shortcut => shortcut.Chord);
            _keys = await _module.InvokeAsync<IJSObjectReference>("create", chords, _self);
            if (_isGone)
            {
                await StopAsync(); // Disposed while the browser began to listen.
            }
        }
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
