using GossipLab.Core.Protocol;
using GossipLab.Web.Parts;
using GossipLab.Web.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace GossipLab.Web.Features.Matrix;

/// <summary>Who believes what of whom: a grid to walk through, of simulated nodes and of real ones.</summary>
public sealed partial class MatrixPanel : IAsyncDisposable
{
    private const int MostDisputes = 4;

    // More columns than that stand closer together.
    private const int MostWide = 12;

    private bool _isGone;
    private ElementReference _table;
    private DotNetObjectReference<MatrixPanel>? _self;
    private IJSObjectReference? _module;
    private IJSObjectReference? _walk;

    [Parameter, EditorRequired]
    public BeliefGrid Grid { get; set; } = null!; // Required of every user.

    /// <summary>The observer through whose eyes the stage is seen, or null.</summary>
    [Parameter]
    public NodeId? Lens { get; set; }

    /// <summary>What stands above the table.</summary>
    [Parameter]
    public RenderFragment? Lead { get; set; }

    /// <summary>An observer was chosen.</summary>
    [Parameter]
    public EventCallback<NodeId> ObserverChosen { get; set; }

    /// <summary>A cell was chosen.</summary>
    [Parameter]
    public EventCallback<MatrixChoice> CellChosen { get; set; }

    [Inject]
    private IJSRuntime Js { get; set; } = null!; // Set by the framework before first use.

    private string Explained => Grid.Topic == MatrixTopic.Data ? UiText.Matrix.ExplainedData : UiText.Matrix.Explained;

    private string Summary
    {
        get
        {
            var index = Numbers.Percent(Grid.Disagreement);
            var agreement = Grid.Views <= 1
                ? UiText.Matrix.AllAgree(Numbers.Of(Grid.Observers))
                : UiText.Matrix.Views(Numbers.Of(Grid.Observers), Numbers.Of(Grid.Views), index);
            var isCut = Grid.Rows.Any(row => row.IsRest) || Grid.Columns.Any(column => column.IsRest);
            return Grid.IsWhole ? agreement
                : $"{agreement} {(isCut ? UiText.Matrix.Sampled : UiText.Matrix.Grouped)}";
        }
    }

    /// <summary>Called by the browser: a cell was pressed.</summary>
    [JSInvokable]
    public Task Pressed(int row, int column)
    {
        if (row < 0 || row >= Grid.Rows.Count || column < 0 || column >= Grid.Columns.Count)
        {
            return Task.CompletedTask; // The grid changed while it was pressed.
        }

        var subject = Grid.Columns[column].First;
        var observer = Grid.Rows[row].Nodes.FirstOrDefault(node => node != subject, subject);
        return CellChosen.InvokeAsync(new MatrixChoice(observer, subject, Grid.At(row, column).Kind, Grid.Topic));
    }

    public async ValueTask DisposeAsync()
    {
        _isGone = true;
        try
        {
            if (_walk is not null)
            {
                await _walk.InvokeVoidAsync("dispose");
                await _walk.DisposeAsync();
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

        _self?.Dispose();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _module = await Js.InvokeAsync<IJSObjectReference>("import", "./js/lab/grid.mjs");
            if (_isGone)
            {
                return; // The visitor went on to another page meanwhile.
            }

            _walk = await _module.InvokeAsync<IJSObjectReference>("create", _table, _self);
        }
    }
}

/// <summary>A cell that was chosen.</summary>
/// <param name="Observer">Who believes.</param>
/// <param name="Subject">Of whom.</param>
/// <param name="Kind">What stands there.</param>
/// <param name="Topic">What nodes are compared by.</param>
public sealed record MatrixChoice(NodeId Observer, NodeId Subject, CellKind Kind, MatrixTopic Topic);
