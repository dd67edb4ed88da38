using System.Diagnostics;
using GossipLab.Core.Dissemination;
using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Core.Simulation.Checkpoints;

namespace GossipLab.Web.Labs;

/// <summary>Lets time go on in a run: plays, steps and seeks, within a budget of wall time for each tick.</summary>
public sealed class LabPlayer
{
    private static readonly TimeSpan Budget = TimeSpan.FromMilliseconds(24);
    private static readonly TimeSpan FarthestSeek = TimeSpan.FromHours(1);

    private const int MostStrides = 10_000;

    private readonly Pacing _pacing = new();
    private readonly LabRun _run;
    private readonly Stack<Stride> _strides = new();
    private Stride? _stride;
    private Func<bool>? _seeks;
    private Instant _seekEnd;
    private Instant _playEnd = Instant.Max;

    /// <summary>A player of a run.</summary>
    public LabPlayer(LabRun run, LabStart start)
    {
        _run = run;
        Pace = start.Pace;
        IsPlaying = start.IsPlaying && !start.IsManual && start.StandAt is null;
        IsManual = start.IsManual;
        if (start.StandAt is { } moment)
        {
            Seek(moment, static () => true);
        }
    }

    /// <summary>Whether time runs.</summary>
    public bool IsPlaying { get; set; }

    /// <summary>Whether time advances by steps only.</summary>
    public bool IsManual { get; }

    /// <summary>The pace asked for.</summary>
    public Pace Pace { get; set; }

    /// <summary>Whether a step or a run to a condition is under way.</summary>
    public bool IsSeeking => _seeks is not null || IsTraveling;

    /// <summary>Whether a jump is under way: the cluster is somewhere on its way.</summary>
    public bool IsTraveling => _run.History.IsTraveling;

    /// <summary>Whether time ran when the visitor last left the edge, so that it does again there.</summary>
    public bool WasPlaying { get; private set; }

    /// <summary>Seconds of virtual time in a second of wall time, over the last ticks.</summary>
    public double CurrentSpeed { get; private set; }

    /// <summary>Whether the machine is too slow for the pace.</summary>
    public bool IsCpuLimited { get; private set; }

    /// <summary>Whether the last piece was a jump: a step, or a seek.</summary>
    public bool Jumped { get; private set; }

    /// <summary>Lets wall time pass.</summary>
    /// <returns>The piece of virtual time that passed.</returns>
    public FrameSpan Pass(TimeSpan wall)
    {
        var from = _run.Cluster.Now;
        Jumped = IsSeeking;
        if (IsSeeking)
        {
            ContinueSeek(Budget);
        }
        else if (IsPlaying)
        {
            Play(wall);
            if (_run.Cluster.Now >= _playEnd)
            {
                StandStill();
            }

            if (_run.Rules.WantsStop)
            {
                _run.Rules.Stopped();
                IsPlaying = false;
            }
        }

        var to = _run.Cluster.Now;
        var rate = wall > TimeSpan.Zero ? (to - from) / wall : 0;
        CurrentSpeed = IsPlaying ? CurrentSpeed * 0.8 + rate * 0.2 : 0;
        return new FrameSpan(from, to, rate, IsPlaying && !IsSeeking, Jumped || !IsPlaying);
    }

    /// <summary>Begins a step; it is over when <see cref="IsSeeking"/> is false.</summary>
    public void Step(StepKind kind, NodeId prober)
    {
        StandStill();
        var history = _run.History;
        _stride = new Stride(kind, history.Position, default);
        switch (kind)
        {
            case StepKind.Event:
                var events = history.Cluster.EventCount;
                SeekWhile(() => history.Cluster.EventCount == events);
                break;
            case StepKind.Round:
                Seek(Pacing.EndOfRound(history.Cluster.Now, Interval, InLockStep), static () => true);
                break;
            case StepKind.Period:
                var probes = history.ProbesOf(prober);
                Seek(LatestProbeOf(prober), () => history.ProbesOf(prober) == probes);
                break;
            default:
                var changes = history.Changes;
                SeekWhile(() => history.Changes == changes);
                break;
        }
    }

    /// <summary>Begins a step back: to where the step forward of its kind that leads here began.</summary>
    public void StepBack(StepKind kind, NodeId prober)
    {
        StandStill();
        var history = _run.History;
        while (_strides.TryPop(out var stride))
        {
            if (stride.Kind == kind && stride.To == history.Position && stride.From <= history.Lane.Edge)
            {
                history.BeginTravel(history.Lane, Destination.To(stride.From));
                return;
            }
        }

        history.BeginTravel(history.Lane, kind switch
        {
            StepKind.Event => Destination.To(history.EventBefore()),
            StepKind.Round => Destination.To(Pacing.EndOfRoundBefore(history.Cluster.Now, Interval, InLockStep)),
            StepKind.Period => Destination.To(history.ProbeBefore(prober)),
            _ => Destination.To(history.ChangeBefore()),
        });
    }

    /// <summary>Begins to go to another place; a jump begun before is given up.</summary>
    public void Travel(Lane lane, Destination to)
    {
        WasPlaying = IsPlaying || (WasPlaying && !_run.History.IsAtEdge);
        StandStill();
        _run.History.BeginTravel(lane, to);
    }

    /// <summary>Begins to run until all running nodes know the newest value.</summary>
    public void RunUntilInformed()
    {
        StandStill();
        SeekWhile(() => !_run.IsConverged);
    }

    /// <summary>Lets time run up to a moment, and stand still there.</summary>
    public void PlayTo(Instant end, Pace pace)
    {
        StandStill();
        Pace = pace;
        _playEnd = end;
        IsPlaying = _run.Cluster.Now < end;
    }

    /// <summary>Begins to run until a condition holds; what has no answer yet does not hold.</summary>
    public void RunUntil(Func<bool> holds)
    {
        StandStill();
        SeekWhile(() => !holds());
    }

    /// <summary>Ends a step or a run to a condition where it is.</summary>
    public void CancelSeek()
    {
        _seeks = null;
        _stride = null;
        _run.History.EndTravel();
    }

    /// <summary>Works at a step for so long.</summary>
    public void ContinueSeek(TimeSpan budget)
    {
        var clock = new Budgeted(budget);
        if (IsTraveling)
        {
            _run.History.ContinueTravel(() => clock.HasTime);
        }

        var seeks = _seeks;
        if (seeks is null || IsTraveling)
        {
            return;
        }

        if (_run.RunWhile(_seekEnd, () => seeks() && clock.HasTime) || !seeks() || _run.Rules.WantsStop)
        {
            _run.Rules.Stopped();
            _seeks = null;
            Remember();
        }
    }

    private TimeSpan Interval => _run.Options.Node.Dissemination.Interval;

    private bool InLockStep => _run.Options.Node.Dissemination.Phase == TickPhase.LockStep;

    // Even the least healthy node probes within so many periods; one that cannot probe gives the step one period.
    private Instant LatestProbeOf(NodeId prober)
    {
        var (cluster, node) = (_run.Cluster, _run.Options.Node);
        var canProbe = node.MembershipKind == MembershipKind.Swim && prober.Index < cluster.NodeCount
            && cluster.Condition(prober) is { IsUp: true, IsPaused: false };
        return cluster.Now + node.Membership.ProbeInterval * (canProbe ? node.Membership.HealthMaxMultiplier : 1);
    }

    // A step is an input or more; what leads nowhere within the limit is not one to come back from.
    private void Remember()
    {
        if (_stride is { } stride && _strides.Count < MostStrides)
        {
            _strides.Push(stride with { To = _run.History.Position });
        }

        _stride = null;
    }

    private void StandStill()
    {
        IsPlaying = false;
        _playEnd = Instant.Max;
        CancelSeek();
    }

    private void SeekWhile(Func<bool> goesOn) => Seek(_run.Cluster.Now + FarthestSeek, goesOn);

    private void Seek(Instant end, Func<bool> goesOn)
    {
        _seekEnd = end;
        _seeks = goesOn;
    }

    private void Play(TimeSpan wall)
    {
        var clock = new Budgeted(Budget);
        if (Pace.Kind == PaceKind.Max)
        {
            var farthest = _run.Cluster.Now + FarthestSeek / 60;
            _run.RunWhile(farthest < _playEnd ? farthest : _playEnd, () => clock.HasTime);
            IsCpuLimited = false;
            return;
        }

        var flights = Pace.Kind == PaceKind.Watchable ? _run.WatchedFlights() : [];
        var isQuiet = Pace.Kind == PaceKind.Watchable && flights.Count == 0;
        var speed = _pacing.SpeedFor(Pace, flights);
        var end = _run.Cluster.Now + Pacing.Advance(wall, speed);
        end = end < _playEnd ? end : _playEnd;
        var watched = _run.Flights.Watched;
        var reached = _run.RunWhile(end, () => clock.HasTime && !(isQuiet && _run.Flights.Watched > watched));
        IsCpuLimited = !reached && !clock.HasTime;
    }

    private readonly record struct Stride(StepKind Kind, RunPosition From, RunPosition To);

    // Asks the clock now and then only: it costs more than an event.
    private sealed class Budgeted(TimeSpan budget)
    {
        private const int Between = 64;
        private readonly long _start = Stopwatch.GetTimestamp();
        private int _asked;
        private bool _isOver;

        public bool HasTime
        {
            get
            {
                if (++_asked % Between == 0)
                {
                    _isOver |= Stopwatch.GetElapsedTime(_start) > budget;
                }

                return !_isOver;
            }
        }
    }
}
