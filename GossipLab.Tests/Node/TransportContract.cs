using System.Collections.Concurrent;
using GossipLab.Core.Hosting;

namespace GossipLab.Tests.Node;

/// <summary>What every transport does, whatever carries the bytes.</summary>
public abstract class TransportContract : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly List<ITransport> _opened = [];

    /// <summary>Opens an address that is free.</summary>
    /// <param name="receive">Takes what arrives.</param>
    /// <returns>The way to others, and the address.</returns>
    protected abstract Task<(ITransport Transport, string Address)> OpenAsync(
        Func<ReadOnlyMemory<byte>, ValueTask> receive);

    /// <summary>An address where nobody listens.</summary>
    protected abstract string Nowhere { get; }

    /// <summary>How many messages wait for one receiver at most.</summary>
    protected abstract int MaxWaiting { get; }

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var transport in _opened)
        {
            await transport.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_message_arrives_as_it_was_sent()
    {
        var (sender, _) = await OpenAndKeepAsync(static _ => default);
        var arrived = new TaskCompletionSource<byte[]>();
        var (_, address) = await OpenAndKeepAsync(bytes => Note(arrived, bytes));
        var message = Enumerable.Range(0, 200_000).Select(each => (byte)each).ToArray();

        sender.Send(address, message);

        Assert.Equal(message, await arrived.Task.WaitAsync(Patience, Xunit.TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_message_to_nowhere_is_lost_and_is_no_error()
    {
        var (sender, _) = await OpenAndKeepAsync(static _ => default);

        sender.Send(Nowhere, new byte[1]);
        sender.Send(Nowhere, new byte[1]);

        await sender.DisposeAsync();
    }

    [Fact]
    public async Task A_slow_receiver_holds_up_nobody()
    {
        var (sender, _) = await OpenAndKeepAsync(static _ => default);
        var goOn = new TaskCompletionSource();
        var (_, slow) = await OpenAndKeepAsync(async _ => await goOn.Task);
        var arrived = new TaskCompletionSource<byte[]>();
        var (_, quick) = await OpenAndKeepAsync(bytes => Note(arrived, bytes));

        sender.Send(slow, new byte[1]);
        sender.Send(slow, new byte[1]);
        sender.Send(quick, new byte[] { 7 });

        Assert.Equal([7], await arrived.Task.WaitAsync(Patience, Xunit.TestContext.Current.CancellationToken));
        goOn.SetResult();
    }

    [Fact]
    public async Task What_waits_for_a_slow_receiver_is_bounded_and_the_oldest_is_lost()
    {
        var (sender, _) = await OpenAndKeepAsync(static _ => default);
        var goOn = new TaskCompletionSource();
        var begun = new TaskCompletionSource();
        var arrived = new ConcurrentQueue<int>();
        var last = new TaskCompletionSource();
        var most = MaxWaiting * 3;
        var (_, slow) = await OpenAndKeepAsync(async bytes =>
        {
            var number = BitConverter.ToInt32(bytes.Span);
            begun.TrySetResult();
            await goOn.Task;
            arrived.Enqueue(number);
            if (number == most)
            {
                last.SetResult();
            }
        });
        sender.Send(slow, BitConverter.GetBytes(0));
        await begun.Task.WaitAsync(Patience, Xunit.TestContext.Current.CancellationToken);

        for (var number = 1; number <= most; number++)
        {
            sender.Send(slow, BitConverter.GetBytes(number));
        }

        goOn.SetResult();
        await last.Task.WaitAsync(Patience, Xunit.TestContext.Current.CancellationToken);

        Assert.InRange(arrived.Count, 2, MaxWaiting + 3);
        Assert.Equal(arrived.Order(), arrived);
    }

    [Fact]
    public async Task After_the_end_nothing_is_sent_and_nothing_throws()
    {
        var (sender, _) = await OpenAndKeepAsync(static _ => default);
        await sender.DisposeAsync();

        sender.Send(Nowhere, new byte[1]);
    }

    private static ValueTask Note(TaskCompletionSource<byte[]> arrived, ReadOnlyMemory<byte> bytes)
    {
        arrived.TrySetResult(bytes.ToArray());
        return default;
    }

    private async Task<(ITransport Transport, string Address)> OpenAndKeepAsync(
        Func<ReadOnlyMemory<byte>, ValueTask> receive)
    {
        var opened = await OpenAsync(receive);
        _opened.Add(opened.Transport);
        return opened;
    }
}
