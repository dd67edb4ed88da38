using System.Globalization;
using System.Threading.Channels;
using GossipLab.Core.Protocol;
using GossipLab.Node.Settings;
using GossipLab.Web.RealClusters.Watching;

namespace GossipLab.Web.RealClusters.Nodes;

/// <summary>
/// The nodes of one cluster: starts, disturbs and ends them, and listens to them. What it hears goes through one
/// bounded queue; when nobody takes from it, it stops reading.
/// </summary>
internal sealed class NodeFleet : INodeFleet
{
    private const int MostContacts = 3;

    private readonly FleetOrder _order;
    private readonly NodeStarter _starter;
    private readonly ChannelWriter<Observation> _heard;
    private readonly NodeClient _client;
    private readonly IReadOnlyList<int> _ports;
    private readonly string[] _addresses;
    private readonly (string Name, string Address)[] _founders;
    private readonly FleetSecret _secret;
    private readonly NodeSlot[] _slots;
    private readonly SemaphoreSlim _starting;
    private readonly string _folder;
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _formed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly bool _isTogether;
    private volatile NetworkFaults _faults = new();
    private int _started;

    /// <summary>A fleet with its ports taken and nothing started.</summary>
    /// <exception cref="InvalidOperationException">There are not enough free ports.</exception>
    public NodeFleet(FleetOrder order, NodeStarter starter, ChannelWriter<Observation> heard)
    {
        (_order, _starter, _heard) = (order, starter, heard);
        _ports = starter.Ports.Take(order.Options.Nodes);
        _addresses = [.. _ports.Select(port => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}"))];
        _founders = [.. _addresses.Select((address, index) => (new NodeId(index).ToString(), address))];
        _slots = [.. Enumerable.Range(0, order.Options.Nodes).Select(index => new NodeSlot(new NodeId(index)))];
        _starting = new SemaphoreSlim(order.Options.Kind == NodeKind.Processes ? Environment.ProcessorCount : 16);
        _isTogether = order.Options.Kind == NodeKind.InProcess;
        _folder = Path.Combine(Path.GetTempPath(), $"gossiplab-{order.ClusterId}");
        _secret = FleetSecret.In(_folder);
        _client = new NodeClient(_secret.Text, new NodeCard(NumberOf), order.BornAt);
    }

    /// <summary>Where a node listens.</summary>
    public string AddressOf(NodeId id) => _addresses[id.Index];

    /// <summary>Starts all, each in its first life.</summary>
    public void StartAll()
    {
        foreach (var slot in _slots)
        {
            Start(slot.Id, life: 1, keepsData: true);
        }
    }

    /// <summary>Starts a node's next life, once the one before has ended.</summary>
    public void Start(NodeId id, int life, bool keepsData)
    {
        var slot = _slots[id.Index];
        slot.Life = LiveAsync(slot, slot.Life, life, keepsData);
    }

    /// <summary>Ends a node at once.</summary>
    public void Kill(NodeId id) => _slots[id.Index].Runner?.Kill();

    /// <summary>Lets a node stand still.</summary>
    /// <returns>Null, or why that cannot be.</returns>
    public string? Pause(NodeId id) => _slots[id.Index].Runner?.Pause();

    /// <summary>Lets it go on.</summary>
    public void Resume(NodeId id) => _slots[id.Index].Runner?.Resume();

    /// <summary>Asks a node to say goodbye and end.</summary>
    public void Leave(NodeId id)
    {
        _slots[id.Index].IsLeaving = true;
        _slots[id.Index].Runner?.Leave();
    }

    /// <summary>Sets a node's value.</summary>
    /// <returns>Null, or why it was not set.</returns>
    public Task<string?> SetValueAsync(NodeId id, long value) =>
        _client.SetValueAsync(EarOf(id), value, _stop.Token);

    /// <summary>Tells all nodes what to do to their messages; those that start later are told then.</summary>
    /// <returns>Null, or which of them could not be told.</returns>
    public async Task<string?> SpreadFaultsAsync(NetworkFaults faults)
    {
        _faults = faults;
        var answers = await Task.WhenAll(_slots.Where(slot => slot.Runner is { Ended.IsCompleted: false })
            .Select(slot => TellAsync(slot.Id))).ConfigureAwait(false);
        return answers.FirstOrDefault(answer => answer is not null);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        foreach (var slot in _slots)
        {
            slot.Runner?.Kill();
        }

        await Task.WhenAll(_slots.Select(slot => slot.Life)).ConfigureAwait(false);
        _starter.Ports.Return(_ports);
        _client.Dispose();
        _starting.Dispose();
        _stop.Dispose();
        DeleteFolder(_folder);
    }

    private async Task LiveAsync(NodeSlot slot, Task before, int life, bool keepsData)
    {
        await before.ConfigureAwait(false);
        slot.IsLeaving = false;
        try
        {
            await LiveOnceAsync(slot, life, keepsData).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The cluster is being ended.
        }
        catch (Exception fault) when (fault is InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            await SayAsync(new NodeEnded(slot.Id, life, HasLeft: false, fault.Message)).ConfigureAwait(false);
        }
    }

    private async Task LiveOnceAsync(NodeSlot slot, int life, bool keepsData)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        var listening = Task.CompletedTask;
        try
        {
            await _starting.WaitAsync(_stop.Token).ConfigureAwait(false);
            try
            {
                var isFounder = _isTogether && life == 1;
                var settings = SettingsOf(slot.Id, keepsData);
                slot.Runner = await _starter.StartAsync(
                    isFounder ? settings with { Join = [], Founders = _founders } : settings,
                    _isTogether ? null : _secret.File,
                    isFounder ? _formed.Task : Task.CompletedTask, _stop.Token).ConfigureAwait(false);
                listening = await ListenAsync(slot, slot.Runner, life, over.Token).ConfigureAwait(false);
            }
            finally
            {
                _starting.Release();
                NoteStarted();
            }

            await TellAsync(slot.Id).ConfigureAwait(false);
            var end = await slot.Runner.Ended.WaitAsync(_stop.Token).ConfigureAwait(false);
            await over.CancelAsync().ConfigureAwait(false);
            await SayAsync(new NodeEnded(slot.Id, life, slot.IsLeaving && end.Code is 0 or null, WordsOf(end)))
                .ConfigureAwait(false);
        }
        finally
        {
            await over.CancelAsync().ConfigureAwait(false);
            await listening.ConfigureAwait(false);
            await EndAsync(slot).ConfigureAwait(false);
        }
    }

    private static async Task EndAsync(NodeSlot slot)
    {
        if (slot.Runner is { } runner)
        {
            slot.Runner = null;
            await runner.DisposeAsync().ConfigureAwait(false);
        }
    }

    // Waits until the node is heard for the first time, so that not too many start at once.
    private async Task<Task> ListenAsync(NodeSlot slot, INodeRunner runner, int life, CancellationToken over)
    {
        var answered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await SayAsync(new NodePlaced(slot.Id, life, AddressOf(slot.Id), runner.ProcessId)).ConfigureAwait(false);
        var listening = _client.ListenAsync(
            new NodeEar(slot.Id, life, AddressOf(slot.Id)), heard => HearAsync(heard, answered), over);
        if (!_isTogether)
        {
            await Task.WhenAny(answered.Task, runner.Ended).WaitAsync(_stop.Token).ConfigureAwait(false);
        }

        return listening;
    }

    private void NoteStarted()
    {
        if (Interlocked.Increment(ref _started) == _slots.Length)
        {
            _formed.TrySetResult();
        }
    }

    private async ValueTask HearAsync(Observation heard, TaskCompletionSource answered)
    {
        if (heard is StreamOpened && answered.TrySetResult())
        {
            await SayAsync(new NodeAnswered(heard.Node, heard.Life)).ConfigureAwait(false);
        }

        // Before it answers it is starting, which nobody need be told.
        if (answered.Task.IsCompleted)
        {
            await SayAsync(heard).ConfigureAwait(false);
        }
    }

    private async Task<string?> TellAsync(NodeId id) => _faults.IsCalm && _slots[id.Index].WasCalm
        ? null : await TellChangedAsync(id).ConfigureAwait(false);

    private async Task<string?> TellChangedAsync(NodeId id)
    {
        var faults = _faults;
        _slots[id.Index].WasCalm = faults.IsCalm;
        return await _client.SetFaultsAsync(EarOf(id), NodeFaults.Of(faults, id, _addresses), _stop.Token)
            .ConfigureAwait(false);
    }

    private NodeSettings SettingsOf(NodeId id, bool keepsData)
    {
        var folder = Path.Combine(_folder, id.ToString());
        if (!keepsData)
        {
            DeleteFolder(folder);
        }

        _slots[id.Index].WasCalm = true;
        return _order.Options.ForNode with
        {
            Name = id.ToString(),
            Port = _ports[id.Index],
            Secret = _secret.Text,
            Join = [.. _addresses.Where((_, other) => other != id.Index).Take(MostContacts)],
            DataFolder = _order.Options.KeepsData ? folder : null,
        };
    }

    private NodeId? NumberOf(string name) => name is ['n', .. var digits]
        && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
        && index < _slots.Length ? new NodeId(index) : null;

    private static string WordsOf(NodeEnd end) => end switch
    {
        { Code: null or 0 } => "",
        { Code: 137 or -1 } => "killed",
        _ => string.Create(CultureInfo.InvariantCulture, $"ended with code {end.Code}: {end.LastWords}"),
    };

    private NodeEar EarOf(NodeId id) => new(id, Life: 0, AddressOf(id));

    private async ValueTask SayAsync(Observation heard)
    {
        try
        {
            await _heard.WriteAsync(heard, _stop.Token).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            // The cluster is being ended: nobody listens any more.
        }
    }

    private static void DeleteFolder(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Nothing was kept.
        }
    }

    private sealed class NodeSlot(NodeId id)
    {
        public NodeId Id => id;

        public INodeRunner? Runner { get; set; }

        public Task Life { get; set; } = Task.CompletedTask;

        public bool IsLeaving { get; set; }

        public bool WasCalm { get; set; } = true;
    }
}
