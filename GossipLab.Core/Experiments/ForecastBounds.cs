namespace GossipLab.Core.Experiments;

/// <summary>
/// How much work a forecast may be. Work is counted in events, not in time, so a forecast is the same everywhere.
/// </summary>
public sealed record ForecastBounds
{
    /// <summary>The fewest finished runs an interval is drawn from.</summary>
    public const int FewestRuns = 20;

    /// <summary>How many runs go on from the present; 20 to 1,000, default 100.</summary>
    public int Runs { get; init; } = 100;

    /// <summary>The largest cluster that is forecast, in nodes; at least 1, default 2,000.</summary>
    public int MostNodes { get; init; } = 2_000;

    /// <summary>The most events, with the way to the present; at least 1, default 4,000,000.</summary>
    public long MostEvents { get; init; } = 4_000_000;

    /// <summary>How many rounds a run goes on before it counts as never done; at least 1, default 200.</summary>
    public int MostRounds { get; init; } = 200;
}
