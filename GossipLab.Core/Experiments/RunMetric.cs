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
}
