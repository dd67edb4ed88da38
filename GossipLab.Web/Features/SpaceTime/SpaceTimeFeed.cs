using GossipLab.Web.Labs;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace GossipLab.Web.Features.SpaceTime;

/// <summary>The diagram in the browser as the server knows it: it is sent each event once.</summary>
public sealed class SpaceTimeFeed(IJSRuntime js) : IAsyncDisposable
{
    private IJSObjectReference? _module;
    private IJSObjectReference? _diagram;
    private long _sent;
    private int _beginning = -1;
    private bool _isGone;

    /// <summary>Whether there is a diagram to send to.</summary>
    public bool IsOpen => _diagram is not null && !_isGone;

    /// <summary>Makes the diagram.</summary>
    public async Task OpenAsync<T>(ElementReference canvas, DotNetObjectReference<T> component)
        where T : class
    {
        _module = await js.InvokeAsync<IJSObjectReference>("import", "./js/space-time/diagram.mjs");
        if (!_isGone)
        {
            _diagram = await _module.InvokeAsync<IJSObjectReference>("create", canvas, component);
        }
    }

    /// <summary>Sends what happened since it was last called, or all where the run began anew.</summary>
    public Task SendAsync(SpaceTimeRun run, LabView view)
    {
        var isReset = _beginning != run.Beginnings;
        var standing = isReset ? run.Recorder.Standing : [];
        List<Happening> news = [.. run.Recorder.Kept.Where(one => isReset || one.Id > _sent)];
        (_beginning, _sent) = (run.Beginnings, news.Count > 0 ? news[^1].Id : isReset ? 0 : _sent);
        var facts = new
        {
            isReset, now = (double)view.Now.Microseconds, subject = view.Selected?.Id.Index ?? -1,
        };
        return CallAsync("take", Encode([.. standing, .. news]), standing.Count, facts);
    }

    /// <summary>Calls the diagram.</summary>
    public async Task CallAsync(string what, params object?[] with)
    {
        if (IsOpen)
        {
            await _diagram!.InvokeVoidAsync(what, with); // Open, so there is one.
        }
    }

    public async ValueTask DisposeAsync()
    {
        _isGone = true;
        try
        {
            if (_diagram is not null)
            {
                await _diagram.InvokeVoidAsync("dispose");
                await _diagram.DisposeAsync();
            }

            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and the module with it.
        }
    }

    /// <summary>Events as bytes, one after the other.</summary>
    internal static byte[] Encode(IReadOnlyList<Happening> happenings)
    {
        var bytes = new byte[happenings.Count * Happening.Bytes];
        for (var index = 0; index < happenings.Count; index++)
        {
            happenings[index].Write(bytes.AsSpan(index * Happening.Bytes));
        }

        return bytes;
    }
}
