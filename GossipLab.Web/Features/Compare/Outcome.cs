namespace GossipLab.Web.Features.Compare;

/// <summary>What came of a run up to a moment. What did not happen is null.</summary>
public sealed record Outcome
{
    /// <summary>From the newest value's set until half of the running nodes held it.</summary>
    public TimeSpan? ToHalf { get; init; }

    /// <summary>The same for 99 of 100.</summary>
    public TimeSpan? ToMost { get; init; }

    /// <summary>The same for all.</summary>
    public TimeSpan? ToAll { get; init; }

    /// <summary>Messages sent.</summary>
    public long Messages { get; init; }

    /// <summary>Bytes sent.</summary>
    public long Bytes { get; init; }

    /// <summary>How often an observer began to suspect a member that was running.</summary>
    public long FalseSuspicions { get; init; }

    /// <summary>How often an observer came to believe a running member dead.</summary>
    public long FalseDeaths { get; init; }

    /// <summary>From the first crash until somebody believed its victim dead.</summary>
    public TimeSpan? ToFirstDetection { get; init; }

    /// <summary>From the first crash until all running nodes believed its victim dead.</summary>
    public TimeSpan? ToAllDetections { get; init; }

    /// <summary>Whether anything crashed.</summary>
    public bool HasCrash { get; init; }

    /// <summary>Whether a value was set.</summary>
    public bool HasValue { get; init; }
}
