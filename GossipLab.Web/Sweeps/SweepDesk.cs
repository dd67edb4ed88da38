using GossipLab.Core.Experiments;
using GossipLab.Core.Simulation;
using GossipLab.Web.Words;

namespace GossipLab.Web.Sweeps;

/// <summary>The sweeps of this server. They outlive the pages that show them.</summary>
public sealed partial class SweepDesk(
    IConfiguration settings, TimeProvider time, ILogger<SweepDesk> logger) : IDisposable
{
    /// <summary>The most runs of a sweep.</summary>
    public const int MostRuns = 100_000;

    /// <summary>The most nodes of a sweep's clusters.</summary>
    public const int MostNodes = 10_000;

    private const int MostRunning = 2;
    private const int MostHeld = 8;

    // Circuits share the desk; each takes its turn for the time of a look or of reading one sweep from disk.
    private readonly Lock _turn = new();
    private readonly List<SweepRun> _runs = [];
    private SweepArchive? _archive;

    /// <summary>Whether sweeps outlive the server.</summary>
    public bool IsOnDisk => Archive.IsOnDisk;

    // Opened when a sweep is first wanted: a server that sweeps nothing writes nothing.
    private SweepArchive Archive
    {
        get
        {
            lock (_turn)
            {
                return _archive ??= OpenArchive();
            }
        }
    }

    /// <summary>What is kept, the newest first.</summary>
    public IReadOnlyList<KeptSweep> Kept() => Archive.List();

    /// <summary>Begins a sweep, or goes on with it; one that is being played already is simply found.</summary>
    /// <param name="plan">What to measure.</param>
    /// <param name="refusal">Why it is not played, in words; null where it is.</param>
    public SweepRun? Start(SweepPlan plan, out string? refusal)
    {
        ArgumentNullException.ThrowIfNull(plan);
        refusal = FaultOf(plan);
        if (refusal is not null)
        {
            return null;
        }

        lock (_turn)
        {
            var run = Hold(plan);
            if (run.IsRunning || run.Runner.Progress.IsComplete)
            {
                return run;
            }

            if (_runs.Count(other => other.IsRunning) >= MostRunning)
            {
                refusal = UiText.Sweep.Busy;
                return null;
            }

            // A runner works once: it is taken up from what is kept.
            Drop(run);
            run = Hold(plan);
            run.Begin(Math.Clamp(Environment.ProcessorCount, 1, 64), logger);
            return run;
        }
    }

    /// <summary>A sweep that is held or kept, or null.</summary>
    /// <param name="id">Its id.</param>
    public SweepRun? Find(string? id)
    {
        if (id is null)
        {
            return null;
        }

        lock (_turn)
        {
            return _runs.Find(run => run.Id == id) ?? (Archive.Find(id) is { } plan ? Hold(plan) : null);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var run in _runs)
        {
            run.Cancel();
        }

        Task.WaitAll([.. _runs.Select(run => run.Ended)], TimeSpan.FromSeconds(2));
        _archive?.Dispose();
    }

    private static string? FaultOf(SweepPlan plan)
    {
        if (plan.FindFault() is { } fault)
        {
            return fault;
        }

        if ((long)plan.Points * plan.Seeds > MostRuns)
        {
            return UiText.Sweep.TooMuch(MostRuns);
        }

        var nodes = Enumerable.Range(0, plan.Points).Max(point => plan.ScenarioOf(point, 0).Nodes);
        return nodes > MostNodes ? UiText.Sweep.TooLarge(MostNodes) : null;
    }

    private SweepRun Hold(SweepPlan plan)
    {
        var id = SweepArchive.IdOf(plan);
        if (_runs.Find(held => held.Id == id) is { } found)
        {
            return found;
        }

        if (_runs.Count >= MostHeld && _runs.Find(held => !held.IsRunning) is { } oldest)
        {
            Drop(oldest);
        }

        var archive = Archive;
        var runner = new SweepRunner(archive.Open(plan), time, findings => archive.Keep(id, findings));
        var run = new SweepRun(id, runner);
        _runs.Add(run);
        return run;
    }

    private void Drop(SweepRun run)
    {
        _runs.Remove(run);
        run.Dispose();
    }

    private SweepArchive OpenArchive()
    {
        try
        {
            var path = settings["sweeps"] ?? SweepArchive.UsualPath;
            return new SweepArchive(path == "memory" ? null : path, time);
        }
        catch (IOException unkept)
        {
            LogUnkept(logger, unkept);
            return new SweepArchive(null, time);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sweeps are kept in memory")]
    private static partial void LogUnkept(ILogger logger, Exception unkept);
}
