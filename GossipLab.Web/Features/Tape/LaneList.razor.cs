using System.Diagnostics;
using System.Globalization;
using GossipLab.Core.Primitives;
using GossipLab.Core.Simulation;
using GossipLab.Core.Simulation.Checkpoints;
using GossipLab.Web.Labs;
using GossipLab.Web.Parts;
using GossipLab.Web.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace GossipLab.Web.Features.Tape;

/// <summary>The branches of a run on the scale of the tape above them.</summary>
public sealed partial class LaneList : IDisposable
{
    private const int MostDrawn = 6;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _gone = new();
    private string? _name;
    private string? _difference;
    private bool _isComparing;
    private int _shown;
    private int _comparisons;

    [Parameter, EditorRequired]
    public Lab Lab { get; set; } = null!; // Required of every user.

    [Parameter, EditorRequired]
    public TapeView Tape { get; set; } = null!; // Required of every user.

    /// <summary>The last moment drawn.</summary>
    [Parameter, EditorRequired]
    public Instant End { get; set; }

    /// <summary>Counts the comparisons that were asked for elsewhere.</summary>
    [Parameter]
    public int Comparisons { get; set; }

    /// <summary>An event in plain words.</summary>
    [Parameter, EditorRequired]
    public Func<TraceEntry, string> Describe { get; set; } = null!; // Required of every user.

    // The one shown is among those drawn.
    private List<LaneView> Drawn =>
    [
        .. Tape.Lanes.OrderByDescending(lane => lane.Id == 0).ThenByDescending(lane => lane.Id == Tape.Lane.Id)
            .ThenByDescending(lane => lane.Id).Take(MostDrawn).OrderBy(lane => lane.Id),
    ];

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override void OnInitialized() => _comparisons = Comparisons;

    protected override async Task OnParametersSetAsync()
    {
        if (_shown != Tape.Lane.Id)
        {
            (_shown, _name, _difference) = (Tape.Lane.Id, null, null);
        }

        if (_comparisons != Comparisons)
        {
            _comparisons = Comparisons;
            await CompareAsync();
        }
    }

    private async Task CompareAsync()
    {
        if (_isComparing || await Lab.PairAsync(Tape.Lane.Id) is not { } pair)
        {
            return;
        }

        (_isComparing, _difference) = (true, UiText.Tape.Comparing);
        StateHasChanged();
        var gone = _gone.Token;
        var start = Stopwatch.GetTimestamp();
        bool GoesOn() => !gone.IsCancellationRequested && Stopwatch.GetElapsedTime(start) < Patience;
        var until = pair.Lane.Edge > pair.ParentEdge ? pair.Lane.Edge : pair.ParentEdge;
        var found = await Task.Run(
            () => RunDifference.Find(pair.Run, pair.ParentRun, pair.Lane.ForkedAt, until, GoesOn));
        _isComparing = false;
        _difference = DifferenceText.Of(found, Describe);
    }

    private async Task RenameAsync()
    {
        if (_name is { } name && await Lab.RenameLaneAsync(Tape.Lane.Id, name.Trim()) is { } fault)
        {
            _difference = UiSentence.Of(fault);
            return;
        }

        _name = null;
    }

    private async Task PressAsync(KeyboardEventArgs key)
    {
        if (key.Key == "Enter")
        {
            await RenameAsync();
        }
        else if (key.Key == "Escape")
        {
            _name = null;
        }
    }

    private static string TextOf(LaneView lane) =>
        lane.Parent is null ? lane.Name : UiText.Tape.Lane(lane.Name, TimeText.Of(lane.ForkedAt));

    private string Left(Instant at) => Text(TapePlot.Percent(at, End));

    private string Right(Instant at) => Text(100 - TapePlot.Percent(at, End));

    private static string Text(double percent) => string.Create(CultureInfo.InvariantCulture, $"{percent:0.###}%");
}
