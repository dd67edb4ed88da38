using System.Collections.Concurrent;
using GossipLab.Core.Experiments;

namespace GossipLab.Web.Sweeps;

/// <summary>
/// Works through a sweep on several threads. How many there are decides how long it takes and nothing else: which runs
/// there are, and which of them count, the plan alone decides.
/// </summary>
/// <param name="ledger">What is done and what is open; from now on the runner's alone.</param>
/// <param name="time">The clock of the forecast.</param>
/// <param name="keep">Takes what was found, on one thread, some at a time; null keeps nothing.</param>
public sealed class SweepRunner(
    SweepLedger ledger, TimeProvider time, Action<IReadOnlyList<SweepFinding>>? keep = null)
{
    // Workers that are this far ahead of the disk wait for it.
    private const int MostUnkept = 1_024;

    // Several workers share one ledger, each for the time of a look; the measuring is done outside.
    private readonly Lock _turn = new();
    private readonly int _doneBefore = ledger.Done;
    private long _began;
    private TimeSpan? _took;

    /// <summary>What is measured.</summary>
    public SweepPlan Plan => ledger.Plan;

    /// <summary>How far it is.</summary>
    public SweepProgress Progress
    {
        get
        {
            lock (_turn)
            {
                var worked = _took ?? (_began == 0 ? TimeSpan.Zero : time.GetElapsedTime(_began));
                return new(ledger.Done, ledger.Needed, worked, ledger.Forecast(worked, _doneBefore));
            }
        }
    }

    /// <summary>Reads the ledger between two results.</summary>
    /// <param name="read">What is read; it holds the workers up meanwhile.</param>
    public T Read<T>(Func<SweepLedger, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        lock (_turn)
        {
            return read(ledger);
        }
    }

    /// <summary>Works until all is done or it is cancelled. What was found by then is kept either way.</summary>
    /// <param name="workers">How many runs are played at once; 1 to 64.</param>
    /// <param name="cancellation">Stops every worker within some hundred events of its run.</param>
    /// <returns>Whether all is done.</returns>
    public async Task<bool> RunAsync(int workers, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(workers, 64);
        _began = time.GetTimestamp();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var found = new BlockingCollection<SweepFinding>(MostUnkept);
        var keeping = OwnThread(() => Keep(found, stop));
        try
        {
            var working = Enumerable.Range(0, workers).Select(_ => OwnThread(() => Work(found, stop)));
            await Task.WhenAll([.. working]);
        }
        finally
        {
            found.CompleteAdding();
            await keeping;
            _took = time.GetElapsedTime(_began);
        }

        return Progress.IsComplete;
    }

    private void Work(BlockingCollection<SweepFinding> found, CancellationTokenSource stop)
    {
        try
        {
            while (!stop.IsCancellationRequested && Next() is { } cell)
            {
                if (Plan.Measure(cell, () => stop.IsCancellationRequested) is not { } result)
                {
                    return;
                }

                lock (_turn)
                {
                    ledger.Add(cell, result);
                }

                found.Add(new SweepFinding(cell, result), CancellationToken.None);
            }
        }
        catch
        {
            stop.Cancel(); // One worker failed: the others need not go on for a sweep that has no end.
            throw;
        }
    }

    private SweepCell? Next()
    {
        lock (_turn)
        {
            return ledger.Next();
        }
    }

    private void Keep(BlockingCollection<SweepFinding> found, CancellationTokenSource stop)
    {
        var some = new List<SweepFinding>();
        try
        {
            while (found.TryTake(out var first, Timeout.Infinite))
            {
                some.Clear();
                some.Add(first);
                while (some.Count < MostUnkept && found.TryTake(out var next))
                {
                    some.Add(next);
                }

                keep?.Invoke(some);
            }
        }
        catch
        {
            stop.Cancel();
            while (found.TryTake(out _, Timeout.Infinite)) // Nobody waits for a disk that takes nothing.
            {
            }

            throw;
        }
    }

    private static Task OwnThread(Action work) => Task.Factory.StartNew(
        work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
