using System.Threading.Channels;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Web.Labs;
using GossipLab.Web.RealClusters.Nodes;
using GossipLab.Web.RealClusters.Shadows;
using GossipLab.Web.RealClusters.Watching;

namespace GossipLab.Web.RealClusters;

/// <summary>
/// One cluster of real nodes that this server started: their processes, what is heard of them, and their shadow. It
/// outlives circuits, and its nodes never outlive it. What it shows is immutable.
/// </summary>
public sealed class RealCluster : ILogSource, IAsyncDisposable
{
    private const int MostWaiting = 16_384;
    private const int MostPerTick = 4_096;

    private static readonly TimeSpan ViewEvery = TimeSpan.FromMilliseconds(250);

    private readonly TimeProvider _time;
    private readonly long _bornAt;
    private readonly ObservedCluster _observed;
    private readonly Channel<Observation> _heard = Channel.CreateBounded<Observation>(MostWaiting);
    private readonly INodeFleet _fleet;
    private readonly StagePublisher _stage;
    private readonly RealClusterViewBuilder _views;
    private readonly ObservedCaption _caption = new();
    private readonly ShadowDesk _spread;
    private readonly ShadowDesk _death;
    private readonly LabPump _pump;
    private readonly Lock _subscribersLock = new();
    private readonly List<Action> _subscribers = [];
    private volatile RealClusterView _view;
    private TimeSpan _viewedAt;
    private TimeSpan _seenAt;
    private Instant? _shadowedSet;
    private DeathCurve? _shadowedDeath;

    /// <summary>Makes a cluster; <see cref="StartAsync"/> starts its nodes.</summary>
    public RealCluster(string id, RealClusterOptions options, RealClusterHost host)
    {
        (Id, Options, _time) = (id, options, host.Time);
        _bornAt = _time.GetTimestamp();
        _observed = new ObservedCluster(options.Nodes);
        _fleet = options.Watched is { } watched
            ? new WatchedFleet(watched, _time.GetUtcNow(), _heard.Writer)
            : new NodeFleet(new FleetOrder(id, options, _time.GetUtcNow()), host.Starter, _heard.Writer);
        _stage = new StagePublisher(_observed, host.Limits.MostViewers);
        _views = new RealClusterViewBuilder(options);
        _spread = new ShadowDesk(host.ShadowTurn);
        _death = new ShadowDesk(host.ShadowTurn);
        _view = _views.Build(_observed, _caption, _spread, _death);
        _pump = new LabPump(_ => Pass(), static () => true, _time, host.Logger);
    }

    /// <summary>Its name in links.</summary>
    public string Id { get; }

    /// <summary>What it was started with.</summary>
    public RealClusterOptions Options { get; }

    /// <summary>What the panels show; replaced at most four times a second and after each act.</summary>
    public RealClusterView View => _view;

    /// <inheritdoc/>
    public IReadOnlyList<TraceEntry> Log => _views.Log;

    /// <inheritdoc/>
    public long LogVersion => _views.LogVersion;

    /// <inheritdoc/>
    public long LogForgotten => _views.LogForgotten;

    /// <summary>How long nobody has watched it.</summary>
    public TimeSpan Unwatched => IsWatched ? TimeSpan.Zero : Wall - _seenAt;

    private bool IsWatched => _stage.ViewerCount > 0 || _subscribers.Count > 0;

    private TimeSpan Wall => _time.GetElapsedTime(_bornAt);

    /// <summary>Starts all nodes; each shows by itself when it answers.</summary>
    public async Task StartAsync()
    {
        await _pump.AskAsync(() =>
        {
            foreach (var node in _observed.Nodes.ToArray())
            {
                _observed.Process(node.Id, Options.Watched is null ? ProcessState.Starting : ProcessState.Unknown);
                _observed.Place(node.Id, _fleet.AddressOf(node.Id), null);
            }

            return true;
        }).ConfigureAwait(false);
        _fleet.StartAll();
    }

    /// <summary>Calls back when the view changed, from the pump's thread; ends when disposed.</summary>
    public IDisposable Subscribe(Action changed)
    {
        lock (_subscribersLock)
        {
            _subscribers.Add(changed);
        }

        return new Subscription(() => Unsubscribe(changed));
    }

    /// <summary>The frames for one viewer.</summary>
    public IAsyncEnumerable<byte[]> FramesAsync(CancellationToken cancel) => _stage.WatchAsync(_pump.Wake, cancel);

    /// <summary>Does something to the nodes or to what their messages suffer.</summary>
    /// <returns>Null, or why it cannot be done.</returns>
    public async Task<string?> PostAsync(ClusterCommand command)
    {
        var (fault, life) = await _pump.AskAsync(() => Take(command)).ConfigureAwait(false);
        return fault ?? await CarryOutAsync(command, life).ConfigureAwait(false);
    }

    /// <summary>Uses a node's eyes on the stage, or the truth.</summary>
    public ValueTask SetLensAsync(NodeId? observer) => DoAsync(() => { _observed.Lens = Known(observer); });

    /// <summary>Selects a node for the inspector.</summary>
    public ValueTask SelectAsync(NodeId? node) => DoAsync(() => { _views.Selected = Known(node); });

    /// <summary>Ends the simulations that run; what they have stays.</summary>
    public ValueTask CancelShadowAsync() => DoAsync(() =>
    {
        _spread.Cancel();
        _death.Cancel();
    });

    /// <summary>Lets the simulations compute after all.</summary>
    public ValueTask ResumeShadowAsync() => DoAsync(() =>
    {
        _spread.Resume();
        _death.Resume();
    });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _heard.Writer.TryComplete();
        await _fleet.DisposeAsync().ConfigureAwait(false);
        _stage.Close();
        await _pump.DisposeAsync().ConfigureAwait(false);
        await _spread.DisposeAsync().ConfigureAwait(false);
        await _death.DisposeAsync().ConfigureAwait(false);
    }

    private (string? Fault, int Life) Take(ClusterCommand command)
    {
        if (RealActs.FaultOf(_observed, Options, command) is { } fault)
        {
            return (fault, 0);
        }

        _observed.Told(command);
        _observed.Network = RealActs.After(_observed.Network, command);
        if (command is RestartNode restart)
        {
            _observed.Process(restart.Node, ProcessState.Starting);
        }

        ShowView();
        return (null, CommandFaults.NodeOf(command) is { IsSomebody: true } id ? _observed.Node(id).Starts : 0);
    }

    private async Task<string?> CarryOutAsync(ClusterCommand command, int life)
    {
        switch (command)
        {
            case SetValue set:
                return await _fleet.SetValueAsync(set.Node, set.Value).ConfigureAwait(false);
            case KillNode kill:
                _fleet.Kill(kill.Node);
                return null;
            case RestartNode restart:
                _fleet.Start(restart.Node, life, restart.KeepDisk);
                return null;
            case PauseNode pause:
                return _fleet.Pause(pause.Node) ?? await NoteAsync(pause.Node, life, ProcessState.Paused)
                    .ConfigureAwait(false);
            case ResumeNode resume:
                _fleet.Resume(resume.Node);
                return await NoteAsync(resume.Node, life, ProcessState.Running).ConfigureAwait(false);
            case LeaveNode leave:
                _fleet.Leave(leave.Node);
                return null;
            default:
                return await _fleet.SpreadFaultsAsync(View.Network).ConfigureAwait(false);
        }
    }

    private async Task<string?> NoteAsync(NodeId id, int life, ProcessState state)
    {
        await DoAsync(() =>
        {
            if (_observed.Node(id) is { IsUp: true } node && node.Starts == life)
            {
                _observed.Process(id, state);
            }
        }).ConfigureAwait(false);
        return null;
    }

    private NodeId? Known(NodeId? id) => id is { } node && node.Index >= 0 && node.Index < Options.Nodes ? id : null;

    private async ValueTask DoAsync(Action intent) => await _pump.AskAsync(() =>
    {
        intent();
        ShowView();
        return true;
    }).ConfigureAwait(false);

    private void Pass()
    {
        _seenAt = IsWatched ? Wall : _seenAt;
        _observed.Pass(Instant.Zero + Wall);
        for (var count = 0; count < MostPerTick && _heard.Reader.TryRead(out var heard); count++)
        {
            Hearsay.Apply(_observed, heard);
        }

        _stage.Publish();
        if (Wall - _viewedAt >= ViewEvery)
        {
            FollowShadows();
            ShowView();
        }
    }

    // What a band is compared with began in the cluster as it was then: later changes belong to the next question.
    private void FollowShadows()
    {
        if (_observed.SetAt is null || _observed.SetAt != _shadowedSet)
        {
            _shadowedSet = _observed.SetAt;
            _spread.Follow(ShadowPlan.Of(_observed, Options, isDeath: false));
        }

        if (_observed.Death != _shadowedDeath)
        {
            _shadowedDeath = _observed.Death;
            _death.Follow(ShadowPlan.Of(_observed, Options, isDeath: true));
        }
    }

    private void ShowView()
    {
        _caption.Update(_observed, Wall);
        _view = _views.Build(_observed, _caption, _spread, _death);
        _viewedAt = Wall;
        Action[] subscribers;
        lock (_subscribersLock)
        {
            subscribers = [.. _subscribers];
        }

        foreach (var changed in subscribers)
        {
            changed();
        }
    }

    private void Unsubscribe(Action changed)
    {
        lock (_subscribersLock)
        {
            _subscribers.Remove(changed);
        }
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
