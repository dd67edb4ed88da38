using Microsoft.JSInterop;

namespace GossipLab.Web.Parts;

/// <summary>The keyboard's focus in the visitor's browser.</summary>
internal static class BrowserFocus
{
    /// <summary>Where the functions are.</summary>
    public const string Module = "./js/lab/focus.mjs";

    /// <summary>Gives a field of a dialog that opens the focus, its text marked.</summary>
    public static async Task ClaimFocusAsync(this IJSRuntime js, string fieldId)
    {
        try
        {
            await using var focus = await js.InvokeAsync<IJSObjectReference>("import", Module);
            await focus.InvokeVoidAsync("claim", $"#{fieldId}");
        }
        catch (JSDisconnectedException)
        {
            // The visitor has left: there is nothing to give the focus to.
        }
    }
}
