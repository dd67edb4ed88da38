using GossipLab.Web.Words;
using Microsoft.JSInterop;

namespace GossipLab.Web.Features.Lessons;

/// <summary>How far a learner got, kept in the browser and nowhere else.</summary>
/// <param name="js">The browser.</param>
public sealed class LessonProgress(IJSRuntime js) : IAsyncDisposable
{
    private IJSObjectReference? _module;

    /// <summary>How many steps of each lesson were answered, by slug.</summary>
    public async Task<Dictionary<string, int>> ReadAsync() =>
        await (await ModuleAsync()).InvokeAsync<Dictionary<string, int>>("read", BrowserKeys.Lessons);

    /// <summary>Notes that so many steps of a lesson were answered; fewer than before change nothing.</summary>
    public async Task NoteAsync(string slug, int steps) =>
        await (await ModuleAsync()).InvokeVoidAsync("note", BrowserKeys.Lessons, slug, steps);

    /// <summary>Forgets all of it.</summary>
    public async Task ForgetAsync() => await (await ModuleAsync()).InvokeVoidAsync("forget", BrowserKeys.Lessons);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await (_module?.DisposeAsync() ?? default);
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone and its module with it.
        }
    }

    private async Task<IJSObjectReference> ModuleAsync() =>
        _module ??= await js.InvokeAsync<IJSObjectReference>("import", "./js/lab/progress.mjs");
}
