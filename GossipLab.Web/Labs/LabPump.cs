using System.Threading.Channels;

namespace GossipLab.Web.Labs;

/// <summary>
/// The only thread of a lab that touches its run: it takes intents from a bounded queue and, between them, lets time go
/// on. One of the three top loops that may catch any exception; the lab then says that its run broke.
/// </summary>
public sealed partial class LabPump : IAsyncDisposable
{
    /// <summary>The time between two frames.</summary>
    public static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(33);

    private const int MostIntents = 256;

    private readonly Channel<Intent> _intents = Channel.CreateBounded<Intent>(MostIntents);
    private readonly CancellationTokenSource _stop = new();
    private readonly Action<TimeSpan> _tick;
    private readonly Func<bool> _isRunning;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Task _loop;

    /// <summary>Starts the loop.</summary>
    /// <param name="tick">Lets so much wall time pass in the run.</param>
    /// <param name="isRunning">Whether time goes on without intents.</param>
    /// <param name="time">The clock on the wall.</param>
    /// <param name="logger">Where a broken run is reported.</param>
    public LabPump(Action<TimeSpan> tick, Func<bool> isRunning, TimeProvider time, ILogger logger)
    {
        _tick = tick;
        _isRunning = isRunning;
        _time = time;
        _logger = logger;
        _loop = Task.Run(LoopAsync);
    }

    /// <summary>Asks for something to be done on the pump's thread, and waits for its answer.</summary>
    /// <exception cref="LabLimitException">The lab was closed or its run broke; the message says so.</exception>
    public async ValueTask<T> AskAsync<T>(Func<T> intent)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            await _intents.Writer.WriteAsync(
                new Intent(() => Answer(intent, answer), () => answer.TrySetException(Closed()))).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            throw Closed();
        }

        return await answer.Task.ConfigureAwait(false);
    }

    /// <summary>Wakes the loop: somebody looks.</summary>
    public void Wake() => _intents.Writer.TryWrite(new Intent(static () => { }, static () => { }));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _loop.ConfigureAwait(false);
        _stop.Dispose();
    }

    private static LabLimitException Closed() => new("This lab is closed. Reload the page to start the run again.");

    private static void Answer<T>(Func<T> intent, TaskCompletionSource<T> answer)
    {
        try
        {
            answer.SetResult(intent());
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException)
        {
            answer.SetException(fault);
        }
    }

    private async Task LoopAsync()
    {
        try
        {
            await RunAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The lab was closed.
        }
#pragma warning disable CA1031 // A top loop: whatever breaks a run is logged, and its lab says that it is closed.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogBroken(_logger, fault);
        }
        finally
        {
            _intents.Writer.TryComplete();
            while (_intents.Reader.TryRead(out var intent))
            {
                intent.Refuse();
            }
        }
    }

    private async Task RunAsync()
    {
        var last = _time.GetTimestamp();
        while (!_stop.IsCancellationRequested)
        {
            while (_intents.Reader.TryRead(out var intent))
            {
                intent.Run();
            }

            var now = _time.GetTimestamp();
            var passed = _time.GetElapsedTime(last, now);
            last = now;
            _tick(passed < 3 * Tick ? passed : 3 * Tick);
            if (!_isRunning())
            {
                await _intents.Reader.WaitToReadAsync(_stop.Token).ConfigureAwait(false);
                last = _time.GetTimestamp();
                continue;
            }

            await WaitForTickAsync(_time.GetElapsedTime(now)).ConfigureAwait(false);
        }
    }

    // Sleeps what is left of the tick, or less when an intent comes.
    private async Task WaitForTickAsync(TimeSpan spent)
    {
        var rest = Tick - spent;
        if (rest <= TimeSpan.Zero)
        {
            await Task.Yield();
            return;
        }

        using var nap = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        var read = _intents.Reader.WaitToReadAsync(nap.Token).AsTask();
        await Task.WhenAny(read, Task.Delay(rest, _time, nap.Token)).ConfigureAwait(false);
        await nap.CancelAsync().ConfigureAwait(false);
        _stop.Token.ThrowIfCancellationRequested();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "a lab's run broke")]
    private static partial void LogBroken(ILogger logger, Exception fault);

    private sealed record Intent(Action Run, Action Refuse);
}
