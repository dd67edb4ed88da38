using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;

namespace GossipLab.Web.Labs;

/// <summary>
/// One lab: a run, its clock on the wall and its viewers. It outlives circuits. All verbs are intents for its pump;
/// what
/// it shows is immutable. Everything that acts on the cluster becomes a command of the scenario.
/// </summary>
public sealed partial class Lab : ILogSource, IAsyncDisposable
{
    private static readonly TimeSpan ViewEvery = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan IntentPatience = TimeSpan.FromMilliseconds(100);

    private readonly LabLimits _limits;
    private readonly TimeProvider _time;
    private readonly FrameBuilder _frames = new();
    private readonly FrameViewers _viewers;
    private readonly Captioner _captioner = new();
    private readonly LabPump _pump;
    private readonly Lock _subscribersLock = new();
    private readonly List<Action> _subscribers = [];
    private readonly long _bornAt;
    private LabRun _run;
    private LabPlayer _player;
    private LabViewBuilder _views = new();
    private volatile LabView _view;
    private string _scene = "";
    private byte[] _sceneFrame = [];
    private TimeSpan _viewedAt;
    private TimeSpan _seenAt;
    private bool _isDirty = true;
    private int _epoch = 1;

    /// <summary>Opens a lab on a run.</summary>
    public Lab(string id, Scenario scenario, LabStart start, LabHost host)
    {
        Id = id;
        _limits = host.Limits;
        _time = host.Time;
        _bornAt = _time.GetTimestamp();
        _viewers = new FrameViewers(_limits.MostViewers);
        _run = new LabRun(scenario) { Cue = start.Cue };
        _player = new LabPlayer(_run, start);
        _player.ContinueSeek(IntentPatience);
        _view = _views.Build(_run, _player, _captioner, _epoch, isParked: false);
        _pump = new LabPump(Pass, () => IsMoving, _time, host.Logger);
    }

    /// <summary>Its name in links.</summary>
    public string Id { get; }

    /// <summary>What the panels show; replaced at most four times a second and after each intent.</summary>
    public LabView View => _view;

    /// <inheritdoc/>
    public IReadOnlyList<TraceEntry> Log => _views.Log;

    /// <inheritdoc/>
    public long LogVersion => _views.LogVersion;

    /// <inheritdoc/>
    public long LogForgotten => _views.LogForgotten;

    /// <summary>The run with all commands posted, to save and to share.</summary>
    public Scenario CurrentScenario => _view.Scenario;

    /// <summary>How many watch its stage.</summary>
    public int ViewerCount => _viewers.Count;

    /// <summary>How long nobody has watched it.</summary>
    public TimeSpan Unwatched => ViewerCount > 0 || _subscribers.Count > 0 ? TimeSpan.Zero : Wall - _seenAt;

    private TimeSpan Wall => _time.GetElapsedTime(_bornAt);

    private bool IsParked => Unwatched > _limits.ParkAfter;

    private bool IsMoving => (_player.IsPlaying || _player.IsSeeking || _isDirty) && !IsParked;

    /// <summary>Calls back when the view changed, from the pump's thread; ends when disposed.</summary>
    public IDisposable Subscribe(Action changed)
    {
        lock (_subscribersLock)
        {
            _subscribers.Add(changed);
        }

        _pump.Wake();
        return new Subscription(() => Unsubscribe(changed));
    }

    /// <summary>The frames for one viewer.</summary>
    public IAsyncEnumerable<byte[]> FramesAsync(CancellationToken cancel) => _viewers.WatchAsync(_pump.Wake, cancel);

    /// <summary>Does something to the cluster.</summary>
    /// <returns>Null, or why it cannot be done; then nothing changed.</returns>
    public ValueTask<string?> PostAsync(ClusterCommand command) => DoAsync(() => Post(command));

    /// <summary>Lets time run.</summary>
    public ValueTask PlayAsync() => DoAsync(() =>
    {
        _player.CancelSeek();
        _player.IsPlaying = !_player.IsManual;
    });

    /// <summary>Lets time stand still.</summary>
    public ValueTask PauseAsync() => DoAsync(() =>
    {
        _player.CancelSeek();
        _player.IsPlaying = false;
    });

    /// <summary>Goes a step forward and stands still.</summary>
    public ValueTask StepAsync(StepKind kind) => DoAsync(() =>
    {
        var prober = _views.Selected ?? new NodeId(0);
        _player.Step(kind, prober);
        _player.ContinueSeek(IntentPatience);
    });

    /// <summary>Runs until all running nodes know the newest value.</summary>
    public ValueTask RunUntilInformedAsync() => DoAsync(() => _player.RunUntilInformed());

    /// <summary>Ends a long step or run where it is.</summary>
    public ValueTask CancelRunAsync() => DoAsync(() => _player.CancelSeek());

    /// <summary>Changes the pace.</summary>
    public ValueTask SetPaceAsync(Pace pace) => DoAsync(() => { _player.Pace = pace; });

    /// <summary>Uses a node's eyes, or the truth.</summary>
    public ValueTask SetLensAsync(NodeId? observer) => DoAsync(() => { _run.Lens = Known(observer); });

    /// <summary>Selects a node for the inspector.</summary>
    public ValueTask SelectAsync(NodeId? node) => DoAsync(() => { _views.Selected = Known(node); });

    /// <summary>Selects a message in flight.</summary>
    public ValueTask SelectFlightAsync(long? flight) => DoAsync(() => { _views.SelectedFlight = flight; });

    /// <summary>Reads something from the run that stands now; what is given back is the reader's own copy.</summary>
    public ValueTask<T> ReadAsync<T>(Func<LabRun, T> read) => new(_pump.AskAsync(() => read(_run)).AsTask());

    /// <summary>Begins another run in this lab.</summary>
    /// <exception cref="ArgumentException">The scenario has a fault; the present run goes on.</exception>
    public ValueTask RestartAsync(Scenario scenario, LabStart start) => DoAsync(() =>
    {
        LabDirectory.Check(scenario, _limits);
        var run = new LabRun(scenario) { Cue = start.Cue };
        run.Rules.Inherit(_run.Rules);
        _run = run;
        _player = new LabPlayer(run, start);
        _views = new LabViewBuilder { Selected = Known(_views.Selected) };
        _frames.Reset();
        _viewers.Restart();
        _epoch++;
    });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _viewers.Close();
        await _pump.DisposeAsync().ConfigureAwait(false);
    }

    private NodeId? Known(NodeId? id) =>
        id is { } node && node.Index >= 0 && node.Index < _run.Cluster.NodeCount ? id : null;

    private async ValueTask DoAsync(Action intent) => await DoAsync<bool>(() =>
    {
        intent();
        return true;
    }).ConfigureAwait(false);

    private ValueTask<T> DoAsync<T>(Func<T> intent) => _pump.AskAsync(() =>
    {
        var result = intent();
        _isDirty = true;
        _seenAt = Wall;
        ShowView(afterIntent: true);
        return result;
    });

    private string? Post(ClusterCommand command)
    {
        if (_run.Cluster.FaultOf(command) is { } fault)
        {
            return fault;
        }

        if (_run.FaultOfActingHere() is { } limit)
        {
            return limit;
        }

        _player.CancelSeek();
        _run.Cue = null;
        _run.RunWhile(_run.Post(command), static () => true);
        return null;
    }

    private void Pass(TimeSpan wall)
    {
        if (ViewerCount > 0 || _subscribers.Count > 0)
        {
            _seenAt = Wall;
        }

        var isParked = IsParked;
        var wasMoving = IsMoving;
        var wasTraveling = _player.IsTraveling;
        var span = isParked ? Standing() : _player.Pass(wall);
        if (_player.IsTraveling)
        {
            TellProgress();
            return;
        }

        if (wasTraveling)
        {
            Arrive();
        }

        // What stops in this piece is told too: the last frame is what the stage goes on showing.
        if (wasMoving || _player.Jumped || _isDirty || _viewers.NeedSnapshot)
        {
            PublishFrame(span);
        }

        _isDirty = false;
        var isDue = Wall - _viewedAt >= ViewEvery;
        var stopped = wasMoving && !IsMoving;
        if (stopped || (isDue && (IsMoving || isParked)))
        {
            ShowView(afterIntent: stopped);
        }
    }

    private FrameSpan Standing() => new(_run.Cluster.Now, _run.Cluster.Now, 0, false, true);

    private void PublishFrame(FrameSpan span)
    {
        var text = SceneText.Of(_run, _epoch);
        byte[]? scene = null;
        if (text != _scene)
        {
            _scene = text;
            _sceneFrame = scene = SceneText.Frame(text);
        }

        var delta = _frames.BuildDelta(_run, span);
        _viewers.Publish(scene, _sceneFrame, delta, new Lazy<byte[]>(() => _frames.BuildSnapshot(_run, span)));
        _run.Flights.Clear();
    }

    private void ShowView(bool afterIntent)
    {
        _captioner.Update(_run, Wall, afterIntent && !_player.IsPlaying);
        _view = _views.Build(_run, _player, _captioner, _epoch, IsParked);
        _viewedAt = Wall;
        Tell();
    }

    private void Tell()
    {
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

        _seenAt = Wall;
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
