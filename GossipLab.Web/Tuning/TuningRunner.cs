using GossipLab.Core.Experiments.Tuning;

namespace GossipLab.Web.Tuning;

/// <summary>
/// Works through a search on several threads, round by round. How many there are decides how long it takes and nothing
/// else.
/// </summary>
/// <param name="ledger">What is done and what is open; from now on the runner's alone.</param>
/// <param name="time">The clock of the forecast.</param>
public sealed class TuningRunner(TuningLedger ledger, TimeProvider time)
{
    // Several workers share one ledger, each for the time of a look; the measuring is done outside.
    private readonly Lock _turn = new();
    private long _began;

    /// <summary>What is sought.</summary>
    public TuningPlan Plan => ledger.Plan;

    /// <summary>How far it is.</summary>
    public TuningProgress Progress
    {
        get
        {
            lock (_turn)
            {
                var worked = _began == 0 ? TimeSpan.Zero : time.GetElapsedTime(_began);
                return new(ledger.Done, ledger.Needed, ledger.Round, ledger.Forecast(worked));
            }
        }
    }

    /// <summary>Reads the ledger between two results.</summary>
    /// <param name="read">What is read; it holds the workers up meanwhile.</param>
    public T Read<T>(Func<TuningLedger, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        lock (_turn)
        {
            return read(ledger);
        }
    }

    /// <summary>Works until all is done or it is cancelled. What was found by then stays.</summary>
    /// <param name="workers">How many runs are played at once; 1 to 64.</param>
    /// <param name="cancellation">Stops every worker within some hundred events of its run.</param>
    /// <returns>Whether all is done.</returns>
    public async Task<bool> RunAsync(int workers, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(workers, 64);
        _began = time.GetTimestamp();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        do
        {
            var working = Enumerable.Range(0, workers).Select(_ => Task.Factory.StartNew(
                () => Work(stop), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));
            await Task.WhenAll([.. working]);
        }
        while (!stop.IsCancellationRequested && Read(_ => ledger.Advance()));

        return Read(_ => ledger.IsComplete);
    }

    private void Work(CancellationTokenSource stop)
    {
        try
        {
            while (!stop.IsCancellationRequested && Next() is var (cell, candidate) && candidate is not null)
            {
                if (Plan.Measure(candidate.Options, cell.Run, () => stop.IsCancellationRequested) is not { } run)
                {
                    return;
                }

                lock (_turn)
                {
                    ledger.Add(cell, run);
                }
            }
        }
        catch
        {
            stop.Cancel(); // One worker failed: the others need not go on for a search that has no end.
            throw;
        }
    }

    private (TuningCell Cell, TuningCandidate? Candidate) Next()
    {
        lock (_turn)
        {
            return ledger.Next() is { } cell ? (cell, ledger.Candidates[cell.Candidate]) : (default, null);
        }
    }
}
