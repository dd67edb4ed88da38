namespace GossipLab.Core.Experiments.Tuning;

/// <summary>What settings have to hold. At least one limit is given.</summary>
public sealed record TuningLimits
{
    /// <summary>
    /// Within what time every healthy node shall believe a crash, in 19 of 20 crashes; 100 ms to 10 minutes, or null
    /// for no limit.
    /// </summary>
    public TimeSpan? DetectWithin { get; init; }

    /// <summary>
    /// How many healthy nodes may be believed dead by healthy ones in a day of the whole cluster; 0.01 to 1,000,000, or
    /// null for no limit. Two nodes that believe it of a third count once.
    /// </summary>
    public double? FalseDeathsPerDay { get; init; }

    /// <summary>How many bytes a node may send in a second on average; 1 to 1e9, or null for no limit.</summary>
    public double? BytesPerNodeSecond { get; init; }

    /// <summary>What is wrong, in words that name the field and its range; null if nothing is.</summary>
    public string? FindFault()
    {
        if (DetectWithin is null && FalseDeathsPerDay is null && BytesPerNodeSecond is null)
        {
            return "limits: give at least one";
        }

        if (DetectWithin is { } within
            && (within < TimeSpan.FromMilliseconds(100) || within > TimeSpan.FromMinutes(10)))
        {
            return "detect within: it is not within 0.1 s to 600 s";
        }

        if (FalseDeathsPerDay is { } deaths && !(deaths >= 0.01 && deaths <= 1e6))
        {
            return "false deaths a day: it is not within 0.01 to 1,000,000";
        }

        return BytesPerNodeSecond is { } bytes && !(bytes >= 1 && bytes <= 1e9)
            ? "bytes a second and node: it is not within 1 to 1,000,000,000" : null;
    }
}
