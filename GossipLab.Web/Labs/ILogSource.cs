using GossipLab.Core.Simulation;

namespace GossipLab.Web.Labs;

/// <summary>What the log reads: the events of a simulated run or those that were heard of a real cluster.</summary>
public interface ILogSource
{
    /// <summary>The events kept, oldest first.</summary>
    IReadOnlyList<TraceEntry> Log { get; }

    /// <summary>Changes when the log does.</summary>
    long LogVersion { get; }

    /// <summary>How many older events were let go.</summary>
    long LogForgotten { get; }
}
