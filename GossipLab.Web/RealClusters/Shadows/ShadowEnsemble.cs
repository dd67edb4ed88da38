namespace GossipLab.Web.RealClusters.Shadows;

/// <summary>
/// Simulates a question with many seeds in the background, one ensemble of the server at a time, and shows the band so
/// far. It can be cancelled at any moment.
/// </summary>
public sealed class ShadowEnsemble : IAsyncDisposable
{
    private const int Pilots = 8;
    private const int Shows = 8;

    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(200);

    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _turn;
    private readonly Task _work;
    private volatile ShadowBand? _band;
    private int _done;

    /// <summary>Begins to simulate.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="turn">Lets one ensemble of the server compute at a time.</param>
    public ShadowEnsemble(ShadowQuestion question, SemaphoreSlim turn)
    {
        Question = question;
        _turn = turn;
        _work = Task.Run(WorkAsync);
    }

    /// <summary>What is asked.</summary>
    public ShadowQuestion Question { get; }

    /// <summary>The band so far; null before the first runs are over.</summary>
    public ShadowBand? Band => _band;

    /// <summary>How many runs are over.</summary>
    public int Done => Volatile.Read(ref _done);

    /// <summary>Whether it computes or waits for its turn.</summary>
    public bool IsBusy => !_work.IsCompleted;

    /// <summary>Ends when it is over or cancelled.</summary>
    public Task Completion => _work;

    /// <summary>Ends it; what is there stays.</summary>
    public void Cancel() => _stop.Cancel();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _work.ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task WorkAsync()
    {
        try
        {
            await _turn.WaitAsync(_stop.Token).ConfigureAwait(false);
            try
            {
                Simulate();
            }
            finally
            {
                _turn.Release();
            }
        }
        catch (OperationCanceledException)
        {
            // Nobody wants it any more; the band so far stays.
        }
    }

    private void Simulate()
    {
        var runs = new List<ShadowRun>(Question.Runs);
        var every = Math.Max(1, Question.Runs / Shows);
        var pilots = Math.Min(Pilots, Question.Runs);
        var span = TimeSpan.Zero;
        for (ulong seed = 1; seed <= (ulong)Question.Runs; seed++)
        {
            runs.Add(ShadowRun.Of(Question, seed, _stop.Token));
            Volatile.Write(ref _done, runs.Count);
            if (runs.Count == pilots)
            {
                span = SpanOf(runs);
            }

            if (runs.Count >= pilots && (runs.Count % every == 0 || runs.Count == Question.Runs))
            {
                _band = ShadowBand.Of(runs, span);
            }
        }
    }

    // A little longer than the slowest of the first runs took, so that the band shows how it ends.
    private TimeSpan SpanOf(List<ShadowRun> runs)
    {
        var slowest = runs.Max(run => run.DoneAfter ?? Question.Longest) * 1.4;
        return slowest < Shortest ? Shortest : slowest < Question.Longest ? slowest : Question.Longest;
    }
}
