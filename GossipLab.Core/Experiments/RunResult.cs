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

    /// <summary>One metric; positive infinity when the run ended before its mark.</summary>
    /// <param name="metric">Which.</param>
    public double Read(RunMetric metric) => metric switch
    {
        RunMetric.SecondsToHalf => Seconds(ToHalf),
        RunMetric.SecondsToMost => Seconds(ToMost),
        RunMetric.SecondsToAll => Seconds(ToAll),
        RunMetric.RoundsToAll => Seconds(ToAll) / Interval.TotalSeconds,
        RunMetric.Messages => Messages,
        RunMetric.BytesPerNodeSecond => Lasted > TimeSpan.Zero ? Bytes / Lasted.TotalSeconds / Nodes : 0,
        RunMetric.WastedShare => Wasted + Useful > 0 ? (double)Wasted / (Wasted + Useful) : 0,
        _ => Running > 0 ? 1 - (double)Informed / Running : 0,
    };

    private static double Seconds(TimeSpan? span) => span?.TotalSeconds ?? double.PositiveInfinity;
}
