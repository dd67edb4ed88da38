namespace GossipLab.Core.Experiments;

/// <summary>What a sweep turns.</summary>
public enum SweepParameter : byte
{
    /// <summary>How many nodes; 1 to 1,000,000.</summary>
    Nodes,

    /// <summary>How many peers a node turns to in a round; 1 to 16.</summary>
    FanOut,

    /// <summary>The messages that are lost, in percent; 0 to 100.</summary>
    LossPercent,

    /// <summary>The time between two rounds, in milliseconds; 1 to 3,600,000.</summary>
    IntervalMilliseconds,

    /// <summary>The least time a message takes, in milliseconds; 0 to 60,000.</summary>
    LatencyMilliseconds,

    /// <summary>The failure detector's time between two probes, in milliseconds; 1 to 3,600,000.</summary>
    ProbeIntervalMilliseconds,

    /// <summary>How long a probe waits for an answer, in milliseconds; 1 to the probe interval.</summary>
    ProbeTimeoutMilliseconds,

    /// <summary>How many helpers are asked for a probe; 0 to 16.</summary>
    IndirectChecks,

    /// <summary>Multiplies the least time of a suspicion; 1 to 32.</summary>
    SuspicionMultiplier,

    /// <summary>How many times longer than the least a suspicion may last; 1 to 32.</summary>
    SuspicionMaxMultiplier,

    /// <summary>Multiplies how often news of members is passed on; 1 to 32.</summary>
    RetransmitMultiplier,

    /// <summary>To how many members news of members is told at once; 0 to 16.</summary>
    GossipNodes,

    /// <summary>The time between two tellings of news of members, in milliseconds; 1 to 3,600,000.</summary>
    GossipIntervalMilliseconds,
}
