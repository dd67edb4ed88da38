using System.Diagnostics;
using GossipLab.Core.Dissemination;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;

namespace GossipLab.Web.Labs;

/// <summary>Lets time go on in a run: plays, steps and seeks, within a budget of wall time for each tick.</summary>
public sealed class LabPlayer
{
    private static readonly TimeSpan Budget = TimeSpan.FromMilliseconds(24);
    private static readonly TimeSpan FarthestSeek = TimeSpan.FromHours(1);

    private readonly Pacing _pacing = new();
    private readonly LabRun _run;
    private Func<bool>? _seeks;
    private Instant _seekEnd;

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
    public bool IsSeeking => _seeks is not null;

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
        }

        var to = _run.Cluster.Now;
        var rate = wall > TimeSpan.Zero ? (to - from) / wall : 0;
        CurrentSpeed = IsPlaying ? CurrentSpeed * 0.8 + rate * 0.2 : 0;
        return new FrameSpan(from, to, rate, IsPlaying && !IsSeeking, Jumped || !IsPlaying);
    }

    /// <summary>Begins a step; it is over when <see cref="IsSeeking"/> is false.</summary>
    public void Step(StepKind kind, NodeId prober)
    {
        IsPlaying = false;
        switch (kind)
        {
            case StepKind.Event:
                var events = _run.Cluster.EventCount;
                SeekWhile(() => _run.Cluster.EventCount == events);
                break;
            case StepKind.Round:
                var options = _run.Options.Node.Dissemination;
                var inLockStep = options.Phase == TickPhase.LockStep;
                Seek(Pacing.EndOfRound(_run.Cluster.Now, options.Interval, inLockStep), static () => true);
                break;
            case StepKind.Period:
                var probes = _run.Watch.Probes;
                SeekWhile(() => _run.Watch.Probes == probes || _run.Watch.LastProber != prober);
                break;
            default:
                var changes = _run.Watch.Changes;
                SeekWhile(() => _run.Watch.Changes == changes);
                break;
        }
    }

    /// <summary>Begins to run until all running nodes know the newest value.</summary>
    public void RunUntilInformed()
    {
        IsPlaying = false;
        SeekWhile(() => !_run.IsConverged);
    }

    /// <summary>Ends a step or a run to a condition where it is.</summary>
    public void CancelSeek() => _seeks = null;

    /// <summary>Works at a step for so long.</summary>
    public void ContinueSeek(TimeSpan budget)
    {
        var seeks = _seeks;
        if (seeks is null)
        {
            return;
        }

        var clock = new Budgeted(budget);
        if (_run.RunWhile(_seekEnd, () => seeks() && clock.HasTime) || !seeks())
        {
            _seeks = null;
        }
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
            _run.RunWhile(_run.Cluster.Now + FarthestSeek / 60, () => clock.HasTime);
            IsCpuLimited = false;
            return;
        }

        var flights = Pace.Kind == PaceKind.Watchable ? _run.WatchedFlights() : [];
        var isQuiet = Pace.Kind == PaceKind.Watchable && flights.Count == 0;
        var speed = _pacing.SpeedFor(Pace, flights);
        var end = _run.Cluster.Now + Pacing.Advance(wall, speed);
        var watched = _run.Flights.Watched;
        var reached = _run.RunWhile(end, () => clock.HasTime && !(isQuiet && _run.Flights.Watched > watched));
        IsCpuLimited = !reached && !clock.HasTime;
    }

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
