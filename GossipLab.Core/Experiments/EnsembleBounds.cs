namespace GossipLab.Core.Experiments;

/// <summary>
/// How much work an ensemble may be. Work is counted in events, not in time, so a band is the same everywhere.
/// </summary>
public sealed record EnsembleBounds
{
    /// <summary>The fewest finished runs a band is drawn from.</summary>
    public const int FewestRuns = 20;

    /// <summary>How many runs with other dice; 20 to 1,000, default 100.</summary>
    public int Runs { get; init; } = 100;

    /// <summary>The largest cluster that is played, in nodes; at least 1, default 2,000.</summary>
    public int MostNodes { get; init; } = 2_000;

    /// <summary>The most events of all runs together; at least 1, default 4,000,000.</summary>
    public long MostEvents { get; init; } = 4_000_000;

    /// <summary>How many rounds after its last command a run goes on at most; at least 1, default 200.</summary>
    public int MostRounds { get; init; } = 200;
}
