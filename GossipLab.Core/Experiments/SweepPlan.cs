using GossipLab.Core.Simulation;

namespace GossipLab.Core.Experiments;

/// <summary>
/// What a sweep measures: one or two parameters, a number of seeds at each point, one metric. The plan alone decides
/// all results; how many workers share the runs, and in which order, does not.
/// </summary>
public sealed record SweepPlan
{
    /// <summary>The fewest seeds of a point.</summary>
    public const int MinSeeds = 20;

    /// <summary>The most seeds of a point.</summary>
    public const int MaxSeeds = 2_000;

    /// <summary>The scenario that is turned; its seed is the seed of each point's first run.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>The first parameter.</summary>
    public required SweepAxis X { get; init; }

    /// <summary>The second parameter, or null for a sweep over one; default null.</summary>
    public SweepAxis? Y { get; init; }

    /// <summary>How many seeds at each point; 20 to 2,000, default 100.</summary>
    public int Seeds { get; init; } = 100;

    /// <summary>What is drawn, and what the early stop looks at; default the time until everybody knows.</summary>
    public RunMetric Metric { get; init; } = RunMetric.SecondsToAll;

    /// <summary>The longest a run lasts, in virtual time; 1 ms to 1 day, default 10 minutes.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// The shortest a run lasts, in virtual time, though its value has reached everybody; 0 to the limit, default 0.
    /// Rates of rare things, such as false suspicions, need runs of one length.
    /// </summary>
    public TimeSpan AtLeast { get; init; }

    /// <summary>
    /// A point needs no more seeds when its band from p5 to p95 is at most this wide, in the metric's unit; 0 or more,
    /// or null for all seeds; default null.
    /// </summary>
    public double? NarrowEnough { get; init; }

    /// <summary>How many points.</summary>
    public int Points => X.Values.Count * (Y?.Values.Count ?? 1);

    /// <summary>What is wrong with the plan, in words that name the field and its range; null if nothing is.</summary>
    public string? FindFault()
    {
        if (Seeds is < MinSeeds or > MaxSeeds)
        {
            return $"seeds: {Seeds} is not within {MinSeeds} to {MaxSeeds}";
        }

        if (Limit < TimeSpan.FromMilliseconds(1) || Limit > TimeSpan.FromDays(1))
        {
            return $"limit: {Limit} is not within 1 ms to 1 day";
        }

        if (AtLeast < TimeSpan.Zero || AtLeast > Limit)
        {
            return $"at least: {AtLeast} is not within 0 to the limit of {Limit}";
        }

        if (NarrowEnough is { } width && !(width >= 0 && double.IsFinite(width)))
        {
            return "narrow enough: give a number of 0 or more";
        }

        return Y?.Parameter == X.Parameter
            ? $"y: {X.Parameter} is the first parameter already"
            : X.FindFault() ?? Y?.FindFault() ?? FindFaultOfPoint();
    }

    /// <summary>Plays and measures one run, as every worker does.</summary>
    /// <param name="cell">The run.</param>
    /// <param name="isCancelled">Whether nobody waits for the result any more; asked every 256 events.</param>
    /// <returns>What was measured, or null if it was cancelled.</returns>
    public RunResult? Measure(SweepCell cell, Func<bool> isCancelled) =>
        Measurement.Of(ScenarioOf(cell.Point, cell.Run), Limit, isCancelled, AtLeast);

    // A point may be unsound though its values are: a probe that waits longer than its interval, a node too many.
    private string? FindFaultOfPoint()
    {
        for (var point = 0; point < Points; point++)
        {
            if (ScenarioFaults.In(ScenarioOf(point, 0)) is [var fault, ..])
            {
                return $"point {NameOf(point)}: {fault}";
            }
        }

        return null;
    }

    /// <summary>A point in words, for example <c>FanOut 2, Nodes 64</c>.</summary>
    /// <param name="point">The point; x turns fastest.</param>
    public string NameOf(int point)
    {
        var (y, x) = Math.DivRem(point, X.Values.Count);
        var name = FormattableString.Invariant($"{X.Parameter} {X.Values[x]}");
        return Y is null ? name : FormattableString.Invariant($"{name}, {Y.Parameter} {Y.Values[y]}");
    }

    /// <summary>The scenario of one run: opened in a lab it is that very run.</summary>
    /// <param name="point">The point; x turns fastest.</param>
    /// <param name="run">Which of the point's seeds; 0 for the first.</param>
    public Scenario ScenarioOf(int point, int run)
    {
        var (y, x) = Math.DivRem(point, X.Values.Count);
        var turned = X.Apply(Scenario, x);
        turned = Y is null ? turned : Y.Apply(turned, y);
        return turned with { Seed = unchecked(Scenario.Seed + (ulong)run) };
    }
}
