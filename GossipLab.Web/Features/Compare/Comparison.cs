using System.Diagnostics;
using GossipLab.Core.Primitives;
using GossipLab.Core.Simulation.Checkpoints;

namespace GossipLab.Web.Features.Compare;

/// <summary>
/// Two runs played beside the labs that show them: where they first part, and what came of each. On a thread of its
/// own, piece by piece; ends when it is disposed.
/// </summary>
public sealed class Comparison(ComparePair pair) : IDisposable
{
    private static readonly TimeSpan Piece = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private volatile bool _isGone;

    /// <summary>What is compared.</summary>
    public ComparePair Pair => pair;

    /// <summary>Where they part; null while it is being looked for.</summary>
    public RunDifference? Difference { get; private set; }

    /// <summary>What came of the first; null while it is played.</summary>
    public Outcome? First { get; private set; }

    /// <summary>What came of the second; null while it is played.</summary>
    public Outcome? Second { get; private set; }

    /// <summary>Plays both and finds out.</summary>
    public async Task FindAsync()
    {
        var start = Stopwatch.GetTimestamp();
        Difference = await Task.Run(() => RunDifference.Find(
            pair.First.Scenario, pair.Second.Scenario, new Instant(-1), pair.Until,
            () => !_isGone && Stopwatch.GetElapsedTime(start) < Patience));
        First = await MeasureAsync(pair.First);
        Second = await MeasureAsync(pair.Second);
    }

    /// <inheritdoc/>
    public void Dispose() => _isGone = true;

    private async Task<Outcome?> MeasureAsync(ComparedSide side)
    {
        var run = new MeasuredRun(side.Scenario);
        while (!await Task.Run(() => Play(run)))
        {
            if (_isGone)
            {
                return null;
            }
        }

        return run.Outcome;
    }

    private bool Play(MeasuredRun run)
    {
        var start = Stopwatch.GetTimestamp();
        return run.Play(pair.Until, () => !_isGone && Stopwatch.GetElapsedTime(start) < Piece);
    }
}
