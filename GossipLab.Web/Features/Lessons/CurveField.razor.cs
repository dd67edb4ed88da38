using System.Globalization;
using GossipLab.Web.Lessons;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace GossipLab.Web.Features.Lessons;

/// <summary>
/// Where a learner draws a curve: in one stroke of a mouse, a pen or a finger, or point by point with the arrow keys.
/// </summary>
public sealed partial class CurveField : IAsyncDisposable
{
    private ElementReference _field;
    private IJSObjectReference? _module;

    /// <summary>The picture that it is drawn into.</summary>
    [Parameter, EditorRequired]
    public CurvePlot Plot { get; set; } = null!; // Required of every user.

    [Parameter, EditorRequired]
    public CurveDrawing Drawing { get; set; } = null!; // Required of every user.

    /// <summary>A point was drawn.</summary>
    [Parameter]
    public EventCallback Drawn { get; set; }

    [Inject]
    private IJSRuntime Js { get; set; } = null!; // Set by the framework before first use.

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The visitor left, and the module with them.
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            try
            {
                _module = await Js.InvokeAsync<IJSObjectReference>("import", "./js/lab/curve-drawing.mjs");
                await _module.InvokeVoidAsync("attach", _field);
            }
            catch (JSDisconnectedException)
            {
                // The visitor left before anything could be drawn.
            }
        }
    }

    private static string Number(double number) => number.ToString(CultureInfo.InvariantCulture);

    private string Told(int point) => $"{Phrase.Number(Drawing.Heights[point])} {Plot.Unit}".TrimEnd();

    private Task Draw(int point, ChangeEventArgs change)
    {
        if (double.TryParse($"{change.Value}", NumberStyles.Float, CultureInfo.InvariantCulture, out var height))
        {
            Drawing.Set(point, height);
        }

        return Drawn.InvokeAsync();
    }
}
