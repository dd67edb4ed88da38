using System.Threading;
using System.Threading.Tasks;
using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Wire;

namespace GossipLab.Core.Hosting;

/// <content>The loop: inputs and timers, then the disk, then messages and answers.</content>
public sealed partial class NodeHost
{
    // So that timers and answers wait for no more than this.
    private const int MostPerBatch = 256;

    private readonly PriorityQueue<Protocol.Timer, long> _timers = new();
    private readonly List<(NodeId To, Message Message)> _outbox = [];
    private readonly List<Action> _answers = [];
    private readonly Dice _dice;
    private readonly ITimer _alarm;
    private readonly long _startedAt;
    private byte[] _bytes = new byte[1024];
    private NodeDisk? _kept;
    private bool _isKept = true;
    private volatile NamedValue _published;

    private delegate void TurnAct(in Turn<Effects> turn);

    private Instant Now => Instant.Zero + _time.GetElapsedTime(_startedAt);

    private async Task RunAsync()
    {
        try
        {
            // Before anything that was asked of a node that was not up yet.
            Begin();
            Commit();
            SetAlarm();
            while (await _inputs.Reader.WaitToReadAsync(_stop.Token).ConfigureAwait(false))
            {
                FireDue();
                for (var count = 0; count < MostPerBatch && _inputs.Reader.TryRead(out var input); count++)
                {
                    input();
                }

                FireDue();
                Commit();
                SetAlarm();
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The node ends.
        }
        finally
        {
            // Nobody waits for an answer that never comes.
            await _stop.CancelAsync().ConfigureAwait(false);
        }
    }

    private void With(TurnAct act)
    {
        var effects = new Effects(this);
        act(new Turn<Effects>(AddressBook.Self, Now, _dice, ref effects));
    }

    private void FireDue()
    {
        while (_timers.TryPeek(out var timer, out var due) && due <= Now.Microseconds)
        {
            _timers.Dequeue();
            With((in turn) => _node.Fire(turn, timer));
        }
    }

    private void SetAlarm()
    {
        if (_timers.TryPeek(out _, out var due))
        {
            var left = new Instant(due) - Now;
            _alarm.Change(
                left > TimeSpan.Zero ? left + TimeSpan.FromMilliseconds(1) : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    private void Commit()
    {
        if (_node.Disk != _kept)
        {
            Keep();
            var (value, shown) = (_node.Store.Current, _published);
            if (value.Value != shown.Value || value.Generation.Number != shown.Generation
                || _book.NameOf(value.Writer) != shown.Writer)
            {
                _published = Named(value);
            }
        }

        CountMembers();
        foreach (var (to, message) in _outbox)
        {
            Dispatch(to, message);
        }

        _outbox.Clear();
        foreach (var answer in _answers)
        {
            answer();
        }

        _answers.Clear();
    }

    private void CountMembers()
    {
        if (_node.Swim is { } swim)
        {
            for (var state = MemberState.Alive; state <= MemberState.Left; state++)
            {
                Counters.NoteMembers(state, swim.CountOf(state));
            }
        }
    }

    // A disk that fails is tried again with the next change; until then whoever sets a value is told.
    private void Keep()
    {
        var disk = _node.Disk;
        try
        {
            _store?.Keep(new KeptState(disk.Value.Value, disk.Value.Generation.Number,
                _book.NameOf(disk.Value.Writer), disk.Incarnation.Number));
            (_kept, _isKept) = (disk, true);
        }
        catch (IOException fault)
        {
            (_kept, _isKept) = (null, false);
            Counters.StoreFailures++;
            StoreFailed?.Invoke(fault);
        }
    }

    private void Dispatch(NodeId to, in Message message)
    {
        var home = _node.Swim is { } swim && swim.TryFind(to, out var member) ? _book.TextOf(member.Address) : null;
        if ((home ?? _book.HomeOf(to)) is not { } address)
        {
            Counters.Unaddressed++;
            return;
        }

        if (_bytes.Length < WireCodec.MostBytesOf(message))
        {
            _bytes = new byte[2 * WireCodec.MostBytesOf(message)];
        }

        var letter = new Letter(AddressBook.Self, NodeAddress.Of(AddressBook.Self),
            _book.IsContact(to) ? NodeId.None : to, message);
        var length = WireCodec.Write(letter, _book, _bytes);
        Counters.CountSent(message.Kind, length);
        _transport.Send(address, _bytes.AsSpan(0, length).ToArray());
    }

    private WireFault Take(ReadOnlyMemory<byte> bytes)
    {
        Interlocked.Add(ref _waitingBytes, -bytes.Length);
        var fault = WireCodec.TryRead(bytes.Span, _book, out var letter);
        if (fault == WireFault.None && (letter.From == AddressBook.Self
            || (letter.To.IsSomebody && letter.To != AddressBook.Self)))
        {
            fault = WireFault.Misdirected;
        }

        if (fault != WireFault.None)
        {
            Counters.CountRefused(fault);
            return fault;
        }

        _book.NoteHome(letter.From, letter.Address);
        Counters.CountReceived(letter.Message.Kind, bytes.Length);
        With((in turn) => _node.Receive(turn, letter.From, letter.Message));
        return WireFault.None;
    }

    /// <summary>The node's door out.</summary>
    private readonly struct Effects(NodeHost host) : IEffects
    {
        public void Send(NodeId to, in Message message) => host._outbox.Add((to, message));

        public void After(TimeSpan delay, in Protocol.Timer timer) =>
            host._timers.Enqueue(timer, (host.Now + delay).Microseconds);

        public void Heed(TimerKind kind, bool heeds)
        {
            // Every timer comes to the node.
        }

        public void Report(in NodeEvent what)
        {
            host.Heard?.Invoke(what);
            if (what.Rule == Rule.LeaveSpread)
            {
                host._left.TrySetResult();
            }
        }
    }
}
