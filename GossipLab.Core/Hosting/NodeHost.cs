using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using GossipLab.Core.Membership;
using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Wire;

namespace GossipLab.Core.Hosting;

/// <summary>
/// Drives one <see cref="GossipNode"/> in real time: a single loop takes what arrives, what is asked and what falls
/// due, one at a time; then it keeps the state, and only after that sends and answers. So nobody hears of what a crash
/// could still undo. What waits is bounded; what finds no room is lost, as on a network.
/// </summary>
public sealed partial class NodeHost : IAsyncDisposable
{
    /// <summary>How many inputs wait at most.</summary>
    public const int MaxWaiting = 8_192;

    /// <summary>How many bytes of messages wait at most.</summary>
    public const long MaxWaitingBytes = 64 << 20;

    private readonly Channel<Action> _inputs = Channel.CreateBounded<Action>(
        new BoundedChannelOptions(MaxWaiting) { SingleReader = true });

    private readonly NodeHostOptions _options;
    private readonly TimeProvider _time;
    private readonly AddressBook _book;
    private readonly GossipNode _node;
    private readonly ITransport _transport;
    private readonly INodeStore? _store;
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _left = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _waitingBytes;
    private Task _loop = Task.CompletedTask;

    /// <summary>Makes the node; <see cref="Start"/> brings it up.</summary>
    /// <param name="options">What it is started with.</param>
    /// <param name="transport">Carries its messages; its owner disposes of it.</param>
    /// <param name="store">Keeps its state, or null; its owner disposes of it.</param>
    /// <param name="time">The clock; the system's by default.</param>
    /// <exception cref="ArgumentException">A name, an address or a setting is out of its range.</exception>
    public NodeHost(
        NodeHostOptions options, ITransport transport, INodeStore? store = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Contacts.Count, NodeHostOptions.MaxContacts);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxMembers, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.MaxMembers, WireCodec.MaxNews);
        (_options, _transport, _store, _time) = (options, transport, store, time ?? TimeProvider.System);
        _startedAt = _time.GetTimestamp();
        _book = new AddressBook(options.Name, options.Address, options.MaxMembers);
        AddFounders(options);
        _dice = DiceFor(options);
        _kept = StateOf(store?.Read());
        _node = new GossipNode(AddressBook.Self, Protocol(options), new StaticRoster(0), _kept);
        _book.IsNeeded = IsNeeded;
        _book.Recorded = id => _node.Swim is { } swim && swim.TryFind(id, out var member) ? member.Address : default;
        _published = Named(_node.Store.Current);
        _alarm = _time.CreateTimer(
            _ => _inputs.Writer.TryWrite(static () => { }), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Its name.</summary>
    public string Name => _options.Name;

    /// <summary>What it was started with.</summary>
    public NodeHostOptions Options => _options;

    /// <summary>What it counted.</summary>
    public HostCounters Counters { get; } = new();

    /// <summary>The value as it was published last. Needs no turn.</summary>
    public NamedValue Value => _published;

    /// <summary>
    /// Hears of everything that happens, in the loop: it must be quick, and may call <see cref="Describe"/>.
    /// </summary>
    public Action<NodeEvent>? Heard { get; set; }

    /// <summary>Hears why the disk could not keep the state, in the loop.</summary>
    public Action<IOException>? StoreFailed { get; set; }

    /// <summary>Ends when the loop does: by disposal, or with the exception that is a bug of ours.</summary>
    public Task Completion => _loop;

    /// <summary>How many inputs wait now.</summary>
    public int Waiting => _inputs.Reader.Count;

    /// <summary>Brings the node up; once.</summary>
    public void Start() => _loop = Task.Run(RunAsync);

    /// <summary>A message arrived.</summary>
    /// <param name="bytes">What arrived; nobody changes it any more.</param>
    /// <param name="cancel">Gives up waiting.</param>
    /// <returns>
    /// Why it was refused, <see cref="WireFault.None"/> where it was taken, null where there is no room.
    /// </returns>
    public async ValueTask<WireFault?> ReceiveAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel = default)
    {
        var answer = new TaskCompletionSource<WireFault>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (Interlocked.Add(ref _waitingBytes, bytes.Length) > MaxWaitingBytes
            || !_inputs.Writer.TryWrite(() => answer.TrySetResult(Take(bytes))))
        {
            Interlocked.Add(ref _waitingBytes, -bytes.Length);
            Counters.CountOverflow();
            return null;
        }

        return await AnswerOf(answer, cancel).ConfigureAwait(false);
    }

    /// <summary>A client sets the value.</summary>
    /// <param name="value">The new value.</param>
    /// <param name="expected">The generation that it must have still; null for any.</param>
    /// <param name="cancel">Gives up waiting; it may be set nonetheless.</param>
    /// <returns>What became of it, once that is kept.</returns>
    public Task<SetOutcome> SetAsync(long value, long? expected = null, CancellationToken cancel = default) =>
        AskAsync(() => Set(value, expected), outcome => outcome.Result == SetResult.Set && !_isKept
            ? outcome with { Result = SetResult.NotKept } : outcome, cancel);

    /// <summary>Somebody who speaks the article's protocol offers a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="generation">Its generation.</param>
    /// <param name="notifier">What they call themselves; known only where a member is called so.</param>
    /// <param name="cancel">Gives up waiting.</param>
    public Task OfferAsync(long value, long generation, string notifier, CancellationToken cancel = default) =>
        AskAsync(() =>
        {
            var offered = new VersionedValue(value, new Generation(generation), NodeId.None);
            With((in turn) => _node.Receive(turn, _book.Find(notifier), Message.Push(offered)));
            return true;
        }, Same, cancel);

    /// <summary>All it holds and believes.</summary>
    /// <param name="cancel">Gives up waiting.</param>
    public Task<HostReport> ReportAsync(CancellationToken cancel = default) => AskAsync(Report, Same, cancel);

    /// <summary>Asks something in the loop, between two turns, so that nothing happens meanwhile.</summary>
    /// <param name="ask">What is asked of the node's whole state.</param>
    /// <param name="cancel">Gives up waiting.</param>
    public Task<T> ReportAsync<T>(Func<HostReport, T> ask, CancellationToken cancel = default) =>
        AskAsync(() => ask(Report()), Same, cancel);

    /// <summary>Whether it waits for a contact to let it in.</summary>
    /// <param name="cancel">Gives up waiting.</param>
    public Task<bool> IsJoiningAsync(CancellationToken cancel = default) =>
        AskAsync(() => _node.Swim?.IsJoining ?? false, Same, cancel);

    /// <summary>Says goodbye; the others will not take it for a failure.</summary>
    /// <param name="cancel">Gives up waiting for the goodbye to spread.</param>
    public async Task LeaveAsync(CancellationToken cancel = default)
    {
        await AskAsync(() =>
        {
            With((in turn) => _node.Leave(turn));
            return _node.Swim is null && _left.TrySetResult();
        }, Same, cancel).ConfigureAwait(false);
        await _left.Task.WaitAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>An event in words that mean the same elsewhere. Only for <see cref="Heard"/>, in the loop.</summary>
    /// <param name="what">The event.</param>
    public HostEvent Describe(in NodeEvent what) => new(
        _time.GetUtcNow(), what.Kind, what.Rule, _book.NameOf(what.Subject), _book.NameOf(what.From), what.State,
        what.Number, what.Value);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _alarm.DisposeAsync().ConfigureAwait(false);
        await _loop.ConfigureAwait(false);
        _stop.Dispose();
    }

    private static T Same<T>(T answer) => answer;

    // The question is put in the loop; the answer is given when what it changed is kept.
    private async Task<T> AskAsync<T>(Func<T> ask, Func<T, T> whenKept, CancellationToken cancel)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, _stop.Token);
        await _inputs.Writer.WriteAsync(() =>
        {
            var found = ask();
            _answers.Add(() => answer.TrySetResult(whenKept(found)));
        }, either.Token).ConfigureAwait(false);
        return await AnswerOf(answer, cancel).ConfigureAwait(false);
    }

    private async Task<T> AnswerOf<T>(TaskCompletionSource<T> answer, CancellationToken cancel)
    {
        using var stopped = _stop.Token.Register(() => answer.TrySetCanceled(_stop.Token));
        return await answer.Task.WaitAsync(cancel).ConfigureAwait(false);
    }
}
