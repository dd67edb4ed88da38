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

        if (NarrowEnough is { } width && !(width >= 0 && double.IsFinite(width)))
        {
            return "narrow enough: give a number of 0 or more";
        }

        return Y?.Parameter == X.Parameter
            ? $"y: {X.Parameter} is the first parameter already"
            : X.FindFault() ?? Y?.FindFault();
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
