using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace GossipLab.Core.Hosting;

/// <summary>Carries messages between nodes of one process without sockets: for tests, and to embed one.</summary>
public sealed class LoopbackNetwork
{
    /// <summary>How many messages wait for one receiver at most.</summary>
    public const int MaxWaiting = 256;

    private readonly ConcurrentDictionary<string, Endpoint> _endpoints = new(StringComparer.Ordinal);

    /// <summary>Opens an address.</summary>
    /// <param name="address">The address.</param>
    /// <param name="receive">Takes what arrives, one message at a time.</param>
    /// <returns>The way to the others; disposing of it closes the address.</returns>
    /// <exception cref="InvalidOperationException">The address is taken.</exception>
    public ITransport Open(string address, Func<ReadOnlyMemory<byte>, ValueTask> receive)
    {
        var endpoint = new Endpoint(this, address, receive);
        return _endpoints.TryAdd(address, endpoint)
            ? endpoint : throw new InvalidOperationException($"the address {address} is taken");
    }

    private sealed class Endpoint : ITransport
    {
        private readonly LoopbackNetwork _network;
        private readonly string _address;
        private readonly Task _work;
        private readonly Channel<ReadOnlyMemory<byte>> _waiting = Channel.CreateBounded<ReadOnlyMemory<byte>>(
            new BoundedChannelOptions(MaxWaiting)
            {
                FullMode = BoundedChannelFullMode.DropOldest,
                SingleReader = true,
            });

        public Endpoint(LoopbackNetwork network, string address, Func<ReadOnlyMemory<byte>, ValueTask> receive)
        {
            (_network, _address) = (network, address);
            _work = Task.Run(() => WorkAsync(receive));
        }

        public void Send(string address, ReadOnlyMemory<byte> message)
        {
            if (_network._endpoints.TryGetValue(address, out var receiver))
            {
                receiver._waiting.Writer.TryWrite(message);
            }
        }

        public async ValueTask DisposeAsync()
        {
            _network._endpoints.TryRemove(new KeyValuePair<string, Endpoint>(_address, this));
            _waiting.Writer.TryComplete();
            await _work.ConfigureAwait(false);
        }

        private async Task WorkAsync(Func<ReadOnlyMemory<byte>, ValueTask> receive)
        {
            await foreach (var message in _waiting.Reader.ReadAllAsync().ConfigureAwait(false))
            {
                await receive(message).ConfigureAwait(false);
            }
        }
    }
}
