namespace GossipLab.Core.Experiments.Tuning;

/// <summary>What one run of some settings measured.</summary>
public sealed record TuningRun
{
    /// <summary>From the crash until one healthy node believed it; null if the run ended before.</summary>
    public TimeSpan? ToFirst { get; init; }

    /// <summary>From the crash until every healthy node had believed it; null if the run ended before.</summary>
    public TimeSpan? ToAll { get; init; }

    /// <summary>How often healthy nodes believed a healthy one dead in the time counted; once an episode.</summary>
    public int FalseDeaths { get; init; }

    /// <summary>When the first of them was in the run; null without any.</summary>
    public TimeSpan? FirstFalseDeathAt { get; init; }

    /// <summary>How often a healthy node was suspected by healthy ones while it was counted; once an episode.</summary>
    public int FalseSuspicions { get; init; }

    /// <summary>How often an overloaded node was believed dead by healthy ones while it was counted.</summary>
    public int SlowDeaths { get; init; }

    /// <summary>Bytes that a node sent in a second, on average over the whole run.</summary>
    public double BytesPerNodeSecond { get; init; }
}
