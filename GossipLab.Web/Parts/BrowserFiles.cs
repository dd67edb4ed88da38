using Microsoft.JSInterop;

namespace GossipLab.Web.Parts;

/// <summary>The visitor's clipboard and downloads.</summary>
internal static class BrowserFiles
{
    private const string Module = "./js/lab/files.mjs";

    /// <summary>Puts a text on the clipboard.</summary>
    /// <returns>Whether the browser allowed it.</returns>
    public static async Task<bool> CopyAsync(this IJSRuntime js, string text)
    {
        await using var module = await js.InvokeAsync<IJSObjectReference>("import", Module);
        return await module.InvokeAsync<bool>("copy", text);
    }

    /// <summary>Saves a text as a file.</summary>
    public static async Task SaveAsync(this IJSRuntime js, string name, string text)
    {
        await using var module = await js.InvokeAsync<IJSObjectReference>("import", Module);
        await module.InvokeVoidAsync("save", name, text, "application/json");
    }
}
