using System.Security.Cryptography;
using System.Threading.Channels;
using GossipLab.Core.Membership;
using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Web.RealClusters.Loopback;

/// <summary>
/// Drives a node in real time: one loop gives it messages, timers and wishes one at a time. What waits is bounded; what
/// finds no room is lost, as on a network.
/// </summary>
internal sealed class LoopbackDriver : IAsyncDisposable
{
    private const int MostWaiting = 8192;

    private readonly Channel<Action<Door>> _inputs = Channel.CreateBounded<Action<Door>>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    private readonly PriorityQueue<Core.Protocol.Timer, long> _timers = new();
    private readonly TimeProvider _time;
    private readonly long _startedAt;
    private readonly Dice _dice;
    private readonly Door _door;
    private readonly ITimer _alarm;
    private readonly CancellationTokenSource _stop = new();
    private readonly LoopbackSettings _settings;
    private Task _loop = Task.CompletedTask;

    /// <summary>Makes the node; <see cref="Begin"/> starts it.</summary>
    /// <param name="settings">What it is started with.</param>
    /// <param name="disk">What it kept.</param>
    /// <param name="send">Sends a message.</param>
    /// <param name="report">Hears what happens, in the loop.</param>
    public LoopbackDriver(
        LoopbackSettings settings, NodeDisk? disk, Action<NodeId, Message> send, Action<NodeEvent> report)
    {
        _settings = settings;
        Node = new GossipNode(settings.Node, settings.Protocol, new StaticRoster(0), disk);
        _time = TimeProvider.System;
        _startedAt = _time.GetTimestamp();
        _dice = new Dice(BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)), settings.Id);
        _door = new Door(this, send, report);
        _alarm = _time.CreateTimer(_ => _inputs.Writer.TryWrite(static _ => { }), null, Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan);
    }

    /// <summary>The node. Only the loop gives it input.</summary>
    public GossipNode Node { get; }

    private Instant Now => Instant.Zero + _time.GetElapsedTime(_startedAt);

    /// <summary>Starts the node.</summary>
    public void Begin() => _loop = Task.Run(RunAsync);

    /// <summary>A message arrived.</summary>
    public void Receive(NodeId from, Message message) =>
        _inputs.Writer.TryWrite(door => door.With((in turn, node) => node.Receive(turn, from, message)));

    /// <summary>Asks something of the node, in its loop.</summary>
    public async Task<T> AskAsync<T>(Func<GossipNode, Door, T> ask)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        await _inputs.Writer.WriteAsync(door => answer.TrySetResult(ask(door.Node, door)), _stop.Token)
            .ConfigureAwait(false);
        return await answer.Task.WaitAsync(_stop.Token).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _alarm.DisposeAsync().ConfigureAwait(false);
        await _loop.ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        _door.With((in turn, node) =>
        {
            var known = _settings.StartsTogether ? Enumerable.Range(0, _settings.Ports.Count) : [_settings.Id];
            node.Start(turn, known.Select(index => new NodeId(index)).ToArray(), _settings.StartsTogether);
            foreach (var contact in _settings.StartsTogether ? [] : _settings.Contacts)
            {
                node.Join(turn, new NodeId(contact));
            }
        });
        try
        {
            while (true)
            {
                FireDue();
                await _inputs.Reader.WaitToReadAsync(_stop.Token).ConfigureAwait(false);
                while (_inputs.Reader.TryRead(out var input))
                {
                    input(_door);
                    FireDue();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The node ends.
        }
    }

    private void FireDue()
    {
        while (_timers.TryPeek(out var timer, out var due))
        {
            var left = new Instant(due) - Now;
            if (left > TimeSpan.Zero)
            {
                _alarm.Change(left + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
                return;
            }

            _timers.Dequeue();
            _door.With((in turn, node) => node.Fire(turn, timer));
        }
    }

    /// <summary>What is done to a node in one turn.</summary>
    internal delegate void TurnAct(in Turn<Effects> turn, GossipNode node);

    /// <summary>The way to the node, for those in the loop.</summary>
    internal sealed class Door(LoopbackDriver driver, Action<NodeId, Message> send, Action<NodeEvent> report)
    {
        public GossipNode Node => driver.Node;

        public void With(TurnAct act)
        {
            var effects = new Effects(driver, send, report);
            var turn = new Turn<Effects>(Node.Id, driver.Now, driver._dice, ref effects);
            act(turn, Node);
        }
    }

    /// <summary>The node's door out.</summary>
    internal readonly struct Effects(LoopbackDriver driver, Action<NodeId, Message> send, Action<NodeEvent> report)
        : IEffects
    {
        public void Send(NodeId to, in Message message) => send(to, message);

        public void After(TimeSpan delay, in Core.Protocol.Timer timer) =>
            driver._timers.Enqueue(timer, (driver.Now + delay).Microseconds);

        public void Heed(TimerKind kind, bool heeds)
        {
            // Every timer comes to the node.
        }

        public void Report(in NodeEvent what) => report(what);
    }
}
