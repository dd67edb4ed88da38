namespace GossipLab.Core.Experiments;

/// <summary>What one run measured. A time is null when its mark was not reached within the limit.</summary>
public sealed record RunResult
{
    /// <summary>From the newest write until half of the running nodes had it.</summary>
    public TimeSpan? ToHalf { get; init; }

    /// <summary>From the newest write until 99 % of the running nodes had it.</summary>
    public TimeSpan? ToMost { get; init; }

    /// <summary>From the newest write until all running nodes had it.</summary>
    public TimeSpan? ToAll { get; init; }

    /// <summary>The interval of gossip.</summary>
    public TimeSpan Interval { get; init; }

    /// <summary>How long the run lasted, in virtual time.</summary>
    public TimeSpan Lasted { get; init; }

    /// <summary>How many nodes there were at the end.</summary>
    public int Nodes { get; init; }

    /// <summary>Messages sent.</summary>
    public long Messages { get; init; }

    /// <summary>Bytes sent.</summary>
    public long Bytes { get; init; }

    /// <summary>Value messages that told nothing new.</summary>
    public long Wasted { get; init; }

    /// <summary>Value messages that told something new.</summary>
    public long Useful { get; init; }

    /// <summary>Running nodes at the end.</summary>
    public int Running { get; init; }

    /// <summary>Running nodes with the newest value at the end.</summary>
    public int Informed { get; init; }

    /// <summary>From the first crash until somebody believed it; null without a crash, too.</summary>
    public TimeSpan? ToFirstDetection { get; init; }

    /// <summary>From the first crash until all running nodes believed it; null without a crash, too.</summary>
    public TimeSpan? ToAllDetections { get; init; }

    /// <summary>How often an observer began to suspect a running member.</summary>
    public long FalseSuspicions { get; init; }

    /// <summary>How often an observer came to believe a running member dead.</summary>
    public long FalseDeaths { get; init; }

    /// <summary>How often a node refuted what was said of it.</summary>
    public long Refutations { get; init; }

    /// <summary>The share of pairs of observers that differ about a member, on average, at the end; 0 to 1.</summary>
    public double Disagreement { get; init; }

    /// <summary>One metric; positive infinity when the run ended before its mark.</summary>
    /// <param name="metric">Which.</param>
    public double Read(RunMetric metric) => metric switch
    {
        RunMetric.SecondsToHalf => Seconds(ToHalf),
        RunMetric.SecondsToMost => Seconds(ToMost),
        RunMetric.SecondsToAll => Seconds(ToAll),
        RunMetric.RoundsToAll => Seconds(ToAll) / Interval.TotalSeconds,
        RunMetric.RoundsToHalf => Seconds(ToHalf) / Interval.TotalSeconds,
        RunMetric.RoundsToMost => Seconds(ToMost) / Interval.TotalSeconds,
        RunMetric.Messages => Messages,
        RunMetric.BytesPerNodeSecond => Lasted > TimeSpan.Zero ? Bytes / Lasted.TotalSeconds / Nodes : 0,
        RunMetric.WastedShare => Wasted + Useful > 0 ? (double)Wasted / (Wasted + Useful) : 0,
        RunMetric.FalseSuspicionsPerNodeHour => PerNodeHour(FalseSuspicions),
        RunMetric.FalseDeathsPerNodeHour => PerNodeHour(FalseDeaths),
        RunMetric.SecondsToFirstDetection => Seconds(ToFirstDetection),
        RunMetric.SecondsToAllDetections => Seconds(ToAllDetections),
        RunMetric.Refutations => Refutations,
        RunMetric.Disagreement => Disagreement,
        _ => Running > 0 ? 1 - (double)Informed / Running : 0,
    };

    private double PerNodeHour(long count) =>
        Lasted > TimeSpan.Zero && Nodes > 0 ? count / Lasted.TotalHours / Nodes : 0;

    private static double Seconds(TimeSpan? span) => span?.TotalSeconds ?? double.PositiveInfinity;
}
