namespace GossipLab.Core.Experiments.Tuning;

/// <summary>Whether settings hold a limit.</summary>
public enum TuningVerdict : byte
{
    /// <summary>They do, with 95 % confidence.</summary>
    Holds,

    /// <summary>The runs so far cannot tell.</summary>
    Open,

    /// <summary>They do not, with 95 % confidence.</summary>
    Breaks,
}

/// <summary>What the runs of some settings say.</summary>
public sealed record TuningFinding
{
    private const double LateShare = 0.05;

    /// <summary>The settings.</summary>
    public required TuningCandidate Candidate { get; init; }

    /// <summary>How many runs.</summary>
    public int Runs { get; private init; }

    /// <summary>For how many hours of a node false deaths were counted, in virtual time.</summary>
    public double NodeHours { get; private init; }

    /// <summary>Seconds from the crash until every healthy node believed it.</summary>
    public required Band Detection { get; init; }

    /// <summary>Seconds from the crash until the first healthy node believed it.</summary>
    public required Band First { get; init; }

    /// <summary>The share of crashes that were found later than the limit says; null without a limit.</summary>
    public Estimate? Late { get; private init; }

    /// <summary>How often a healthy node was believed dead.</summary>
    public int FalseDeaths { get; private init; }

    /// <summary>The same for a day of the whole cluster.</summary>
    public required Estimate FalseDeathsPerDay { get; init; }

    /// <summary>How often a healthy node was suspected, for a day of the whole cluster.</summary>
    public required Estimate FalseSuspicionsPerDay { get; init; }

    /// <summary>How often an overloaded node was believed dead, for a day of the whole cluster.</summary>
    public required Estimate SlowDeathsPerDay { get; init; }

    /// <summary>Bytes that a node sends in a second.</summary>
    public required Estimate Bytes { get; init; }

    /// <summary>The run with most false deaths, and of several the first; null without any.</summary>
    public int? WorstRun { get; private init; }

    /// <summary>When that run has its first false death; null without any.</summary>
    public TimeSpan? WorstAt { get; private init; }

    /// <summary>Whether crashes are found in time; holds without a limit.</summary>
    public TuningVerdict InTime { get; private init; }

    /// <summary>Whether false deaths are rare enough; holds without a limit.</summary>
    public TuningVerdict RareEnough { get; private init; }

    /// <summary>Whether it sends little enough; holds without a limit.</summary>
    public TuningVerdict CheapEnough { get; private init; }

    /// <summary>All limits together: the worst.</summary>
    public TuningVerdict Verdict =>
        (TuningVerdict)Math.Max((byte)InTime, Math.Max((byte)RareEnough, (byte)CheapEnough));

    /// <summary>
    /// How much of the tightest limit is used, as measured; 1 is all of it. A half event is added to false deaths, so
    /// that none in a few runs does not count as none at all.
    /// </summary>
    public double Strain { get; private init; }

    /// <summary>What some runs say.</summary>
    /// <param name="plan">The search.</param>
    /// <param name="candidate">The settings.</param>
    /// <param name="runs">Their runs; at least one.</param>
    public static TuningFinding Of(TuningPlan plan, TuningCandidate candidate, IReadOnlyList<TuningRun> runs)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(runs);
        var limits = plan.Limits;
        var days = plan.Counted.TotalDays * runs.Count;
        var detection = Band.Of([.. runs.Select(run => Seconds(run.ToAll))]);
        var late = limits.DetectWithin is { } within
            ? Estimate.OfShare(runs.Count(run => run.ToAll is not { } took || took > within), runs.Count) : null;
        var deaths = Estimate.OfRate([.. runs.Select(run => run.FalseDeaths)], days);
        var bytes = Estimate.OfMean([.. runs.Select(run => run.BytesPerNodeSecond)]);
        var worst = Enumerable.Range(0, runs.Count).MaxBy(run => runs[run].FalseDeaths);
        return new TuningFinding
        {
            Candidate = candidate,
            Runs = runs.Count,
            NodeHours = days * 24 * plan.Cluster.Nodes,
            Detection = detection,
            First = Band.Of([.. runs.Select(run => Seconds(run.ToFirst))]),
            Late = late,
            FalseDeaths = runs.Sum(run => run.FalseDeaths),
            FalseDeathsPerDay = deaths,
            FalseSuspicionsPerDay = Estimate.OfRate([.. runs.Select(run => run.FalseSuspicions)], days),
            SlowDeathsPerDay = Estimate.OfRate([.. runs.Select(run => run.SlowDeaths)], days),
            Bytes = bytes,
            WorstRun = runs[worst].FalseDeaths > 0 ? worst : null,
            WorstAt = runs[worst].FirstFalseDeathAt,
            InTime = Judge(late, LateShare),
            RareEnough = Judge(deaths, limits.FalseDeathsPerDay),
            CheapEnough = Judge(bytes, limits.BytesPerNodeSecond),
            Strain = Math.Max(
                limits.DetectWithin is { } limit ? detection.NinetyFifth / limit.TotalSeconds : 0,
                Math.Max(
                    (deaths.Value + 0.5 / days) / (limits.FalseDeathsPerDay ?? double.PositiveInfinity),
                    bytes.Value / (limits.BytesPerNodeSecond ?? double.PositiveInfinity))),
        };
    }

    private static TuningVerdict Judge(Estimate? estimate, double? limit) => (estimate, limit) switch
    {
        (null, _) or (_, null) => TuningVerdict.Holds,
        _ when estimate.High <= limit => TuningVerdict.Holds,
        _ when estimate.Low > limit => TuningVerdict.Breaks,
        _ => TuningVerdict.Open,
    };

    private static double Seconds(TimeSpan? span) => span?.TotalSeconds ?? double.PositiveInfinity;
}
