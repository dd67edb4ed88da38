using System.Security.Cryptography;
using GossipLab.Core.Hosting;
using GossipLab.Node.Words;

namespace GossipLab.Node.Transport;

/// <summary>A transport whose messages are lost, late or blocked on purpose. What is late is bounded.</summary>
/// <param name="inner">What carries the rest; its owner disposes of it.</param>
/// <param name="time">The clock.</param>
public sealed class FaultyTransport(ITransport inner, TimeProvider time) : ITransport
{
    /// <summary>How many messages are late at once at most; more are lost.</summary>
    public const int MaxLate = 4_096;

    private const int Parts = 1_000_000;

    private readonly CancellationTokenSource _stop = new();
    private volatile FaultOrder _faults = FaultOrder.None;
    private int _late;

    /// <summary>What is done to messages from now on.</summary>
    public FaultOrder Faults
    {
        get => _faults;
        set => _faults = value;
    }

    /// <summary>How many messages are late now.</summary>
    public int Late => Volatile.Read(ref _late);

    /// <inheritdoc/>
    public void Send(string address, ReadOnlyMemory<byte> message)
    {
        var faults = _faults;
        if (faults.Blocked.Contains(address)
            || (faults.Loss > 0 && RandomNumberGenerator.GetInt32(Parts) < faults.Loss * Parts))
        {
            return;
        }

        if (faults.LatencyMs == 0)
        {
            inner.Send(address, message);
        }
        else if (Interlocked.Increment(ref _late) <= MaxLate)
        {
            _ = SendLaterAsync(address, message, TimeSpan.FromMilliseconds(faults.LatencyMs));
        }
        else
        {
            Interlocked.Decrement(ref _late);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _stop.Dispose();
    }

    private async Task SendLaterAsync(string address, ReadOnlyMemory<byte> message, TimeSpan delay)
    {
        try
        {
            await Task.Delay(delay, time, _stop.Token);
            inner.Send(address, message);
        }
        catch (Exception over) when (over is OperationCanceledException or ObjectDisposedException)
        {
            // The node ended while it was late.
        }
        finally
        {
            Interlocked.Decrement(ref _late);
        }
    }
}
