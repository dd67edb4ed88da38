namespace GossipLab.Core.Experiments;

/// <summary>What is measured of a run.</summary>
public enum RunMetric : byte
{
    /// <summary>Seconds from the newest write until half of the running nodes have it.</summary>
    SecondsToHalf,

    /// <summary>Seconds from the newest write until 99 % of the running nodes have it.</summary>
    SecondsToMost,

    /// <summary>Seconds from the newest write until all running nodes have it.</summary>
    SecondsToAll,

    /// <summary>Intervals of gossip from the newest write until all running nodes have it.</summary>
    RoundsToAll,

    /// <summary>Messages sent.</summary>
    Messages,

    /// <summary>Bytes sent by a node in a second, on average.</summary>
    BytesPerNodeSecond,

    /// <summary>The share of value messages that told nothing new; 0 to 1.</summary>
    WastedShare,

    /// <summary>The share of running nodes without the newest value at the end; 0 to 1.</summary>
    Residue,

    /// <summary>Intervals of gossip from the newest write until half of the running nodes have it.</summary>
    RoundsToHalf,

    /// <summary>Intervals of gossip from the newest write until 99 % of the running nodes have it.</summary>
    RoundsToMost,

    /// <summary>How often in an hour of a node an observer began to suspect a running member.</summary>
    FalseSuspicionsPerNodeHour,

    /// <summary>How often in an hour of a node an observer came to believe a running member dead.</summary>
    FalseDeathsPerNodeHour,

    /// <summary>Seconds from the first crash of the script until the first node believed it.</summary>
    SecondsToFirstDetection,

    /// <summary>Seconds from the first crash of the script until all running nodes believed it.</summary>
    SecondsToAllDetections,

    /// <summary>How often a node refuted what was said of it.</summary>
    Refutations,

    /// <summary>
    /// The share of pairs of running observers that differ in what they believe of a member, on average over the
    /// members, at the end; 0 to 1.
    /// </summary>
    Disagreement,
}
