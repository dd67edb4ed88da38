using System.Text.Json;
using GossipLab.Web.Lessons;
using GossipLab.Web.Words;
using Microsoft.JSInterop;

namespace GossipLab.Web.Features.Lessons;

/// <summary>The files of a visitor's own lessons, kept in the browser and nowhere else.</summary>
/// <param name="js">The browser.</param>
public sealed class LessonFiles(IJSRuntime js) : IAsyncDisposable
{
    // A storage holds five million characters at most.
    private const long MostBytes = 16_000_000;

    private IJSObjectReference? _module;

    /// <summary>The files, oldest first; none where what is kept cannot be read.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync()
    {
        var module = await ModuleAsync();
        await using var kept = await module.InvokeAsync<IJSStreamReference>("read", BrowserKeys.OwnLessons);
        try
        {
            await using var stream = await kept.OpenReadStreamAsync(MostBytes);
            var texts = await JsonSerializer.DeserializeAsync<List<string>>(stream) ?? [];
            return [.. texts.Where(text => text.Length <= ImportedLessons.MostBytes)];
        }
        catch (Exception foreign) when (foreign is JsonException or ArgumentOutOfRangeException)
        {
            return [];
        }
    }

    /// <summary>Keeps a file; one that is kept already stays as it is.</summary>
    public async Task KeepAsync(string text) =>
        await (await ModuleAsync()).InvokeVoidAsync("keep", BrowserKeys.OwnLessons, text);

    /// <summary>Forgets all of them.</summary>
    public async Task ForgetAsync() => await (await ModuleAsync()).InvokeVoidAsync("forget", BrowserKeys.OwnLessons);

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
        _module ??= await js.InvokeAsync<IJSObjectReference>("import", "./js/lab/lesson-files.mjs");
}
