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
}
