using System.Globalization;
using GossipLab.Core.Membership;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;

namespace GossipLab.Core.Experiments.Tuning;

/// <summary>
/// A search for settings: the cluster, the limits, the settings it begins with and how many runs it may cost. The plan
/// alone decides all results; how many workers share the runs, and in which order, does not.
/// </summary>
public sealed record TuningPlan
{
    /// <summary>The fewest runs of a search.</summary>
    public const int MinRuns = 240;

    /// <summary>The most runs of a search.</summary>
    public const int MaxRuns = 20_000;

    // Looked at this often, a cancel is heard within a millisecond or two.
    private const int EventsBetweenLooks = 256;

    private static readonly TimeSpan LeastCounted = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan UsualWait = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    /// <summary>The cluster.</summary>
    public TuningCluster Cluster { get; init; } = new();

    /// <summary>What settings have to hold.</summary>
    public required TuningLimits Limits { get; init; }

    /// <summary>The settings the search begins with.</summary>
    public MembershipOptions Options { get; init; } = MembershipOptions.Lan;

    /// <summary>Whether the number of helpers may be turned; default true. Consul has no key for it.</summary>
    public bool HasIndirectChecks { get; init; } = true;

    /// <summary>The seed of each candidate's first run; default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many runs in all; 240 to 20,000, default 600.</summary>
    public int Runs { get; init; } = 600;

    /// <summary>What is wrong, in words that name the field and its range; null if nothing is.</summary>
    public string? FindFault()
    {
        if (Runs is < MinRuns or > MaxRuns)
        {
            return string.Create(CultureInfo.InvariantCulture, $"runs: {Runs} is not within {MinRuns} to {MaxRuns}");
        }

        if ((Cluster.FindFault() ?? Limits.FindFault()) is { } fault)
        {
            return fault;
        }

        if (Options.Faults() is [var wrong, ..])
        {
            return $"{wrong.Name}: {wrong.Value} is not within {wrong.Allowed}";
        }

        var longest = TuningGrid.Around(Options).Max(Lasts);
        var stalls = Cluster.Stall > TimeSpan.Zero ? Cluster.SlowNodes * (longest / Cluster.StallEvery + 1) : 0;
        return stalls + Cluster.SlowNodes + 1 > Scenario.MaxCommands
            ? $"overloaded nodes: they would stand still more than {Scenario.MaxCommands} times in a run; let the "
                + "cycle be longer"
            : null;
    }

    /// <summary>
    /// From when on false deaths are counted, and when the crash happens: after the longest time that a suspicion can
    /// last, so that those that were there from the beginning would have come, but after 2 minutes or twice the
    /// shortest suspicion at the latest, and 10 minutes in any case.
    /// </summary>
    public TimeSpan CountedFrom(MembershipOptions options)
    {
        var (shortest, longest) = Suspicions(options);
        var latest = 2 * shortest > UsualWait ? 2 * shortest : UsualWait;
        var from = longest < latest ? longest : latest;
        return WholeSeconds(from < LongestWait ? from : LongestWait);
    }

    /// <summary>For how long false deaths are counted in a run: 2 minutes, or twice the limit of detection.</summary>
    public TimeSpan Counted
    {
        get
        {
            var twice = 2 * (Limits.DetectWithin ?? LeastCounted / 2);
            return WholeSeconds(twice > LeastCounted ? twice : LeastCounted);
        }
    }

    /// <summary>How long a run of some settings lasts, in virtual time.</summary>
    public TimeSpan Lasts(MembershipOptions options) => CountedFrom(options) + Counted;

    /// <summary>The shortest and the longest time that a suspicion lasts in this cluster.</summary>
    public (TimeSpan Shortest, TimeSpan Longest) Suspicions(MembershipOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var span = SuspicionSpan.For(options, Cluster.Nodes);
        return (span.Shortest, span.Wanted > 0 ? span.Longest : span.Shortest);
    }

    /// <summary>
    /// The scenario of one run: opened in a lab it is that very run. Runs of one number meet the same network dice, the
    /// same standstills and the same crash, whatever the settings.
    /// </summary>
    /// <param name="options">The settings.</param>
    /// <param name="run">Which run; 0 for the first.</param>
    public Scenario ScenarioOf(MembershipOptions options, int run)
    {
        var begin = Cluster.Begin(unchecked(Seed + (ulong)run));
        var commands = new List<TimedCommand> { new(Instant.Zero + CountedFrom(options), new KillNode(Victim(run))) };
        var end = Instant.Zero + Lasts(options);
        for (var slow = 0; slow < Cluster.SlowNodes; slow++)
        {
            AddOverload(commands, slow, run, end);
        }

        return begin with
        {
            Node = begin.Node with { Membership = options },
            Commands = [.. commands.OrderBy(command => command.At.Microseconds)],
        };
    }

    /// <summary>Plays and measures one run, as every worker does.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="run">Which run.</param>
    /// <param name="isCancelled">Whether nobody waits for the result any more; asked every 256 events.</param>
    /// <returns>What was measured, or null if it was cancelled.</returns>
    public TuningRun? Measure(MembershipOptions options, int run, Func<bool> isCancelled)
    {
        ArgumentNullException.ThrowIfNull(isCancelled);
        var watch = new TuningWatch(Cluster, Instant.Zero + CountedFrom(options));
        var cluster = new SimulatedCluster(ScenarioOf(options, run), watch);
        var lasts = Lasts(options);
        var end = Instant.Zero + lasts;
        for (var events = 1L; cluster.NextDue <= end; events++)
        {
            if (events % EventsBetweenLooks == 0 && isCancelled())
            {
                return null;
            }

            cluster.Step();
        }

        return new TuningRun
        {
            ToFirst = watch.ToFirst,
            ToAll = watch.ToAll,
            FalseDeaths = watch.FalseDeaths,
            FirstFalseDeathAt = watch.FirstFalseDeathAt,
            FalseSuspicions = watch.FalseSuspicions,
            SlowDeaths = watch.SlowDeaths,
            BytesPerNodeSecond = cluster.Counters.Bytes / lasts.TotalSeconds / Cluster.Nodes,
        };
    }

    private void AddOverload(List<TimedCommand> commands, int slow, int run, Instant end)
    {
        var node = new NodeId(Cluster.SlowNode(slow));
        if (Cluster.SlowBy > TimeSpan.Zero)
        {
            commands.Add(new TimedCommand(Instant.Zero, new SlowNode(node, Cluster.SlowBy)));
        }

        // Each node and each run begins at another moment of the cycle.
        var at = Instant.Zero + WholeMilliseconds(Cluster.StallEvery * ((run * 37 + slow * 61 + 1) % 100) / 100);
        for (; Cluster.Stall > TimeSpan.Zero && at < end; at += Cluster.StallEvery)
        {
            commands.Add(new TimedCommand(at, new PauseNode(node, Cluster.Stall)));
        }
    }

    // Another healthy node in each run, so that no place in the cluster is special.
    private NodeId Victim(int run)
    {
        var node = (int)((run * 7_919L + 1) % Cluster.Nodes);
        while (Cluster.IsSlow(node))
        {
            node = (node + 1) % Cluster.Nodes;
        }

        return new NodeId(node);
    }

    private static TimeSpan WholeSeconds(TimeSpan span) => TimeSpan.FromSeconds(Math.Ceiling(span.TotalSeconds));

    private static TimeSpan WholeMilliseconds(TimeSpan span) =>
        TimeSpan.FromMilliseconds(Math.Floor(span.TotalMilliseconds));
}
